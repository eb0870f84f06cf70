'use strict';
// A page follows the data: when others take over behind it, it is shown anew where the reader is.
(function () {
  var stamp = document.documentElement.getAttribute('data-stamp');
  var place = 'merit:' + location.pathname + location.search;
  var kept = sessionStorage.getItem(place);
  if (kept !== null) {
    sessionStorage.removeItem(place);
    scrollTo(0, Number(kept));
  }

  var events = new EventSource('/events');
  events.addEventListener('state', function (event) {
    if (event.data === stamp) { return; }
    events.close();
    var at = document.activeElement;
    if (at && at.form) {
      // Whoever is writing is not interrupted.
      document.getElementById('fresh').hidden = false;
      return;
    }
    sessionStorage.setItem(place, String(scrollY));
    location.reload();
  });
  addEventListener('pagehide', function () { events.close(); });
})();
