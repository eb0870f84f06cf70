'use strict';
// A page follows the data and its template: when they change, what it shows is put in its place where the reader is.
(function () {
  var stamp = document.documentElement.getAttribute('data-stamp');
  var place = 'merit:' + location.pathname + location.search;
  var told = stamp, busy = false, again = false;
  var kept = sessionStorage.getItem(place);
  if (kept !== null) {
    sessionStorage.removeItem(place);
    scrollTo(0, Number(kept));
  }

  function anew() {
    events.close();
    sessionStorage.setItem(place, String(scrollY));
    location.reload();
  }

  function scripts(page) {
    return Array.prototype.map.call(page.querySelectorAll('script[src]'), function (script) { return script.getAttribute('src'); });
  }

  function show(page) {
    var now = document.querySelector('.page'), next = page.querySelector('.page');
    var known = scripts(document);
    // What the page cannot draw with the scripts it has, it has to load.
    if (!now || !next || !scripts(page).every(function (source) { return known.indexOf(source) >= 0; })) { return anew(); }
    document.title = page.title;
    stamp = page.documentElement.getAttribute('data-stamp');
    document.documentElement.setAttribute('data-stamp', stamp);
    now.replaceWith(document.adoptNode(next));
    document.dispatchEvent(new Event('merit:renewed'));
    busy = false;
    // Something changed while the page was fetched: it may or may not show it.
    if (again) { again = false; follow(); }
  }

  function follow() {
    if (busy) { again = true; return; }
    if (told === stamp) { return; }
    var at = document.activeElement;
    if (at && at.form) {
      // Whoever is writing is not interrupted.
      events.close();
      document.getElementById('fresh').hidden = false;
      return;
    }
    busy = true;
    fetch(location.href).then(function (answer) {
      // Who has to sign in again is led there.
      if (answer.redirected) { return anew(); }
      return answer.text().then(function (text) { show(new DOMParser().parseFromString(text, 'text/html')); });
    }).catch(anew);
  }

  var events = new EventSource('/events');
  events.addEventListener('state', function (event) { told = event.data; follow(); });
  addEventListener('pagehide', function () { events.close(); });
})();
