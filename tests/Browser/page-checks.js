// What must hold of any page, said as a list of what does not. Runs inside the page.
({ width }) => {
  const problems = [];
  const root = document.documentElement;
  const name = (e) => `${e.tagName.toLowerCase()}${e.getAttribute('class') ? '.' + e.getAttribute('class').trim().replace(/\s+/g, '.') : ''}`;
  const seen = (e) => !e.closest('.spoken, .skip') && e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const tell = (what) => { if (problems.length < 12) { problems.push(what); } };

  // The page is as wide as the screen: a phone that had to zoom out would report more.
  if (window.innerWidth !== width) { tell(`the page is laid out ${window.innerWidth} wide on a screen of ${width}`); }
  if (root.scrollWidth > root.clientWidth) { tell(`the page scrolls sideways: ${root.scrollWidth} in ${root.clientWidth}`); }
  for (const e of document.body.querySelectorAll('*')) {
    if (e.closest('.scroll') && !e.matches('.scroll')) { continue; }
    const box = e.getBoundingClientRect();
    if (box.width > 0 && seen(e) && (box.right > root.clientWidth + 1 || box.left < -1)) { tell(`${name(e)} leaves the page: ${Math.round(box.left)} to ${Math.round(box.right)} of ${root.clientWidth}`); }
  }

  // On paper nothing can be scrolled.
  if (matchMedia('print').matches) {
    for (const e of document.querySelectorAll('.scroll')) {
      if (e.checkVisibility() && e.scrollWidth > e.clientWidth + 1) { tell(`a table is cut off on paper: ${e.getAttribute('aria-label')}, ${e.scrollWidth} in ${e.clientWidth}`); }
    }
  }

  const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
  const collide = (texts) => texts.forEach((one, i) => texts.slice(i + 1).forEach((other) => {
    if (one.of !== other.of && overlap(one.box, other.box)) { tell(`“${one.text}” and “${other.text}” stand on one another`); }
  }));

  for (const figure of document.querySelectorAll('figure.chart')) {
    const data = JSON.parse(figure.querySelector('.chart-data').textContent);
    const plot = figure.querySelector('.plot').getBoundingClientRect();
    const svg = figure.querySelector('.plot svg');
    const box = svg ? svg.getBoundingClientRect() : { width: 0, height: 0 };
    if (box.width < 100 || box.height < 50) { tell(`“${data.title}” is not drawn`); continue; }
    const shapes = [...svg.querySelectorAll('path, text')].map((e) => ({ e, box: e.getBoundingClientRect() }));
    for (const s of shapes) {
      if (s.box.width + s.box.height > 0 && (s.box.left < plot.left - 1 || s.box.right > plot.right + 1 || s.box.top < plot.top - 1 || s.box.bottom > plot.bottom + 1)) {
        tell(`${name(s.e)} “${s.e.textContent}” of “${data.title}” leaves its plot`);
      }
    }
    // A mark for every value, in the colour of its series.
    const style = getComputedStyle(root);
    data.series.forEach((series, i) => {
      const hue = style.getPropertyValue(`--s${(i % 6) + 1}`).trim();
      const marks = shapes.filter((s) => s.e.tagName === 'path' && (s.e.getAttribute('fill') === hue || s.e.getAttribute('stroke') === hue)).length;
      const values = series.values.filter((v) => v !== null).length;
      if (marks < values) { tell(`“${series.name}” of “${data.title}” has ${values} values and ${marks} marks`); }
    });
    collide(shapes.filter((s) => s.e.tagName === 'text' && s.e.textContent).map((s) => ({ of: s.e, text: s.e.textContent, box: s.box })));
  }

  // Outside charts and scrolling tables no text stands on another.
  const words = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    if (!walk.currentNode.textContent.trim() || parent.closest('svg, script, .scroll') || !seen(parent)) { continue; }
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    for (const box of range.getClientRects()) { words.push({ of: walk.currentNode, text: walk.currentNode.textContent.trim().slice(0, 40), box }); }
  }
  collide(words);
  return problems;
}
