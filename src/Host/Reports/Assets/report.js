'use strict';
// Draws the page's charts from the data beside them. All numbers arrive as text already; here they only get a position.
(function () {
  var drawn = [];

  function colour(name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }

  function option(data, width) {
    var ink = colour('--ink'), soft = colour('--soft'), rule = colour('--rule'), paper = colour('--paper');
    var colours = ['--s1', '--s2', '--s3', '--s4', '--s5', '--s6'].map(colour);
    var upright = data.kind === 'line' || data.time;
    var narrow = width < 520;
    var several = data.series.length > 1;
    var family = getComputedStyle(document.body).fontFamily;
    var longest = function (texts) { return texts.reduce(function (most, text) { return Math.max(most, measure(text)); }, 0); };

    var values = {
      type: 'value', min: data.axis.from, max: data.axis.to, interval: data.axis.step,
      axisLabel: { color: soft, fontSize: 12, hideOverlap: true, formatter: function (v) { return data.axis.labels[Math.round((v - data.axis.from) / data.axis.step)] || ''; } },
      splitLine: { lineStyle: { color: rule } }, axisLine: { show: false }, axisTick: { show: false }
    };
    var places = {
      type: 'category', data: data.positions, boundaryGap: data.kind === 'bar',
      axisLine: { lineStyle: { color: soft } }, axisTick: { show: false },
      axisLabel: { color: upright ? soft : ink, fontSize: 12, hideOverlap: true, interval: upright ? 'auto' : 0, width: upright ? undefined : Math.min(longest(data.positions) + 2, 220, width * .38), overflow: upright ? undefined : 'break', lineHeight: upright ? undefined : 14 }
    };
    if (!upright) {
      // Each bar carries its number, so that the axis needs no round ends: the bars get all the width.
      var all = [].concat.apply([], data.series.map(function (s) { return s.values; }));
      places.inverse = true; values.axisLabel.show = false; values.splitLine.show = false; values.interval = undefined;
      values.min = Math.min.apply(null, all.concat(0)); values.max = Math.max.apply(null, all.concat(0)) || (values.min < 0 ? 0 : 1);
    }

    var series = [];
    data.series.forEach(function (s, i) {
      var hue = colours[i % colours.length];
      series.push(data.kind === 'line' ? line(s, hue) : bar(s, hue));
      if (data.kind === 'line' && s.open.length) { series.push(dashed(s, hue)); }
    });

    function line(s, hue) {
      var open = {};
      s.open.forEach(function (p) { open[p] = true; });
      var last = s.values.length - 1;
      return {
        type: 'line', name: s.name, data: s.values.map(function (v, p) { return open[p] ? null : v; }), color: hue, connectNulls: false,
        symbol: 'circle', symbolSize: s.values.length > 40 ? 4 : 7, showSymbol: true, showAllSymbol: s.values.length <= 60, lineStyle: { width: 2.5 }, z: 3,
        label: several ? { show: false } : { show: s.values.length <= (narrow ? 6 : 14), position: 'top', color: ink, fontSize: 12, formatter: function (p) { return p.dataIndex <= last && s.values[p.dataIndex] !== null ? s.texts[p.dataIndex] : ''; } },
        labelLayout: { hideOverlap: true }
      };
    }

    // The unfinished part: dashed, from the last finished point on.
    function dashed(s, hue) {
      var first = s.open[0];
      return {
        type: 'line', name: s.name, color: hue, connectNulls: false, symbol: 'emptyCircle', symbolSize: 7, z: 2,
        data: s.values.map(function (v, p) { return p >= first - 1 ? v : null; }), lineStyle: { width: 2.5, type: 'dashed' },
        label: several ? { show: false } : { show: true, position: 'top', color: ink, fontSize: 12, formatter: function (p) { return p.dataIndex >= first ? s.texts[p.dataIndex] : ''; } }
      };
    }

    function bar(s, hue) {
      var open = {};
      s.open.forEach(function (p) { open[p] = true; });
      var labelled = !upright || s.values.length * data.series.length <= (narrow ? 5 : 16);
      return {
        type: 'bar', name: s.name, color: hue, barMaxWidth: upright ? 46 : 24, barGap: '12%',
        data: s.values.map(function (v, p) {
          var item = { value: v };
          if (open[p]) { item.itemStyle = { color: paper, borderColor: hue, borderWidth: 2, borderType: 'dashed' }; }
          if (v < 0 && upright) { item.label = { position: 'bottom' }; }
          return item;
        }),
        itemStyle: { borderRadius: 2 },
        label: { show: labelled, position: upright ? 'top' : 'right', color: ink, fontSize: 12, formatter: function (p) { return s.values[p.dataIndex] === null ? '' : s.texts[p.dataIndex]; } },
        labelLayout: { hideOverlap: upright }
      };
    }

    return {
      animation: false, textStyle: { fontFamily: family, color: ink },
      grid: {
        left: 4, top: upright ? 26 : 4, bottom: 4, containLabel: true,
        right: upright ? 22 : longest([].concat.apply([], data.series.map(function (s) { return s.texts; }))) + 14
      },
      tooltip: {
        trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: paper, borderColor: rule, textStyle: { color: ink, fontFamily: family, fontSize: 13 }, axisPointer: { type: data.kind === 'bar' ? 'shadow' : 'line', lineStyle: { color: soft }, shadowStyle: { opacity: .12 } },
        formatter: function (points) {
          var at = points[0].dataIndex;
          return data.positions[at] + data.series.map(function (s) { return '\n' + (several ? s.name + '  ' : '') + s.texts[at]; }).join('');
        }
      },
      xAxis: upright ? places : values, yAxis: upright ? values : places, series: series
    };
  }

  var pen = document.createElement('canvas').getContext('2d');
  function measure(text) {
    if (!pen) { return text.length * 8; }
    pen.font = '12px ' + getComputedStyle(document.body).fontFamily;
    return pen.measureText(text).width;
  }

  function describe(plot, data, index) {
    var svg = plot.querySelector('svg');
    if (!svg) { return; }
    ['desc', 'title'].forEach(function (tag) {
      var old = svg.querySelector(':scope > ' + tag);
      var node = old || document.createElementNS('http://www.w3.org/2000/svg', tag);
      node.id = 'chart-' + index + '-' + tag;
      node.textContent = tag === 'title' ? data.title : data.description;
      if (!old) { svg.insertBefore(node, svg.firstChild); }
    });
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-labelledby', 'chart-' + index + '-title chart-' + index + '-desc');
  }

  function draw(entry, index) {
    entry.width = entry.plot.clientWidth;
    entry.chart.resize();
    entry.chart.setOption(option(entry.data, entry.width), true);
    entry.chart.getZr().flush();
    describe(entry.plot, entry.data, index);
  }

  function now() { drawn.forEach(draw); }

  // A chart is as wide as its place, whatever changes that: a turned phone, a window, a scroll bar that comes or goes.
  var watch = new ResizeObserver(function () {
    drawn.forEach(function (entry, index) { if (entry.plot.clientWidth !== entry.width) { draw(entry, index); } });
  });

  function find() {
    drawn.splice(0).forEach(function (entry) { watch.unobserve(entry.plot); entry.chart.dispose(); });
    document.querySelectorAll('figure.chart').forEach(function (figure) {
      var plot = figure.querySelector('.plot');
      figure.querySelectorAll('[hidden]').forEach(function (part) { part.hidden = false; });
      var entry = { plot: plot, data: JSON.parse(figure.querySelector('.chart-data').textContent), chart: echarts.init(plot, null, { renderer: 'svg' }) };
      drawn.push(entry);
      draw(entry, drawn.length - 1);
      figure.querySelector('details').open = false;
      watch.observe(plot);
    });
  }

  find();
  // A page that is served may be renewed in place.
  document.addEventListener('merit:renewed', find);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', now);
  // The printed page is narrower and always light.
  matchMedia('print').addEventListener('change', now);
  addEventListener('beforeprint', now);
  addEventListener('afterprint', now);
})();
