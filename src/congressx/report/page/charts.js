// Charts as inline SVG: ink on paper, told apart by form and not only by colour, each with its numbers in a table behind it.

/** Width of a drawing in pixels, so that its letters are as large as those around it. */
function chartWidth(wide = false) {
  const main = byId("main");
  const { paddingLeft, paddingRight } = getComputedStyle(main);
  const room = main.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  const column = wide || innerWidth <= 1040 ? room : (room - 16) / 2;
  return Math.round(Math.min(Math.max(column - 36, 260), wide ? 1300 : 640));
}

/** A figure: heading, drawing, and the same numbers as a table. */
function chart(title, about, drawing, columns, rows) {
  return make("figure", { class: "chart" },
    make("figcaption", {}, make("h3", {}, title), about && make("p", { class: "about" }, about)),
    drawing,
    rows.length > 0 && make("details", {}, make("summary", {}, say("as_table")), numbers(columns, rows)));
}

function numbers(columns, rows) {
  const cell = (value, i) => make(i === 0 ? "th" : "td", i === 0 ? { scope: "row" } : {}, typeof value === "number" ? figure(value) : value);
  return make("div", { class: "numbers" }, make("table", {},
    make("thead", {}, make("tr", {}, columns.map((name) => make("th", { scope: "col" }, name)))),
    make("tbody", {}, rows.map((row) => make("tr", {}, row.map(cell))))));
}

function svg(width, height, name, ...children) {
  return draw("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": name, class: "drawing" }, children);
}

function word(x, y, words, attributes = {}) {
  return draw("text", { x, y, ...attributes }, words);
}

/** Horizontal bars. `bars`: { name, value, shown?, href? }. */
function barsAcross(name, bars, share = 0.34) {
  const high = 24;
  const width = chartWidth();
  const left = Math.round(width * (width < 400 ? Math.max(share, 0.44) : share));
  const most = Math.max(...bars.map((bar) => bar.value), 1e-9);
  const room = width - left - 62;
  return svg(width, bars.length * high + 6, name, bars.map((bar, i) => {
    const y = i * high + 4;
    const long = Math.max((bar.value / most) * room, bar.value > 0 ? 1.5 : 0);
    const parts = [
      word(left - 8, y + 13, fitting(bar.name, left - 14), { "text-anchor": "end" }),
      draw("rect", { x: left, y: y + 1, width: long, height: high - 8, class: "bar" }),
      word(left + long + 6, y + 13, bar.shown ?? figure(bar.value), { class: "value" }),
      draw("title", {}, `${bar.name}: ${bar.shown ?? figure(bar.value)}`),
    ];
    return bar.href ? linkInSvg(bar.href, parts) : draw("g", {}, parts);
  }), draw("line", { x1: left, x2: left, y1: 0, y2: bars.length * high + 4, class: "axis" }));
}

function linkInSvg(href, parts) {
  return draw("a", { href }, parts); // only ever a place in this page, written here
}

let pencil = null;

/** The words, or as many of their letters as are no wider than `width` pixels. */
function fitting(words, width) {
  pencil ??= Object.assign(document.createElement("canvas").getContext("2d"), { font: `12.5px ${getComputedStyle(document.body).fontFamily}` });
  let kept = words;
  while (kept.length > 1 && pencil.measureText(kept === words ? words : `${kept}…`).width > width) kept = kept.slice(0, -1).trimEnd();
  return kept === words ? words : `${kept}…`;
}

function shorten(words, most) {
  return words.length <= most ? words : `${words.slice(0, Math.max(1, Math.floor(most) - 1))}…`;
}

/** Upright bars over time. `bars`: { name, value }; every few are named when there are many. */
function barsUpright(name, bars, side) {
  const [high, left, bottom, top] = [220, 46, 30, 34];
  const width = chartWidth();
  const most = Math.max(...bars.map((bar) => bar.value), 1);
  const scale = steps(0, most, 4, true);
  const y = (value) => top + (high - top - bottom) * (1 - value / scale.at(-1));
  const wide = (width - left - 8) / bars.length;
  const every = Math.ceil(bars.length / (width / 58));
  return svg(width, high, name,
    word(left - 40, 12, side, { class: "side" }),
    scale.map((value) => [
      draw("line", { x1: left, x2: width - 8, y1: y(value), y2: y(value), class: value === 0 ? "axis" : "grid" }),
      word(left - 6, y(value) + 4, figure(value), { "text-anchor": "end" }),
    ]),
    bars.map((bar, i) => [
      draw("rect", { x: left + i * wide + wide * 0.12, width: Math.min(wide * 0.76, 60), y: y(bar.value), height: y(0) - y(bar.value), class: "bar" },
        draw("title", {}, `${bar.name}: ${figure(bar.value)}`)),
      i % every === 0 && word(left + i * wide + Math.min(wide / 2, wide * 0.12 + 30), high - 10, bar.name, { "text-anchor": "middle" }),
      bars.length <= 16 && bar.value > 0 && word(left + i * wide + Math.min(wide / 2, wide * 0.12 + 30), y(bar.value) - 5, figure(bar.value), { "text-anchor": "middle", class: "value" }),
    ]));
}

/** Figures of one indicator over years: a form for each mood, a line for a stretch of years or of values. */
function yearPoints(name, points, side, open) {
  const width = chartWidth(true);
  const [high, left, bottom, top] = [320, 64, 34, 30];
  const years = [Math.min(...points.map((point) => point.first)), Math.max(...points.map((point) => point.last))];
  const values = points.flatMap((point) => [point.value, point.high ?? point.value]);
  const scale = steps(Math.min(0, ...values), Math.max(...values), 5);
  const span = Math.max(years[1] - years[0], 1);
  const inset = 26;
  const x = (year) => (years[0] === years[1] ? left + (width - left) / 2 : left + inset + ((width - left - 2 * inset - 4) * (year - years[0])) / span);
  const y = (value) => top + ((high - top - bottom) * (scale.at(-1) - value)) / (scale.at(-1) - scale[0]);
  const every = Math.ceil((span + 1) / (width / 60));
  const ticks = Array.from({ length: years[1] - years[0] + 1 }, (_, i) => years[0] + i).filter((_, i) => i % every === 0);
  return svg(width, high, name,
    word(4, 12, side, { class: "side" }),
    scale.map((value) => [
      draw("line", { x1: left, x2: width - 4, y1: y(value), y2: y(value), class: value === scale[0] ? "axis" : "grid" }),
      word(left - 6, y(value) + 4, compact(value), { "text-anchor": "end" }),
    ]),
    ticks.map((year) => word(x(year), high - 12, String(year), { "text-anchor": "middle" })),
    points.map((point) => {
      const at = (x(point.first) + x(point.last)) / 2;
      return draw("g", { class: `point ${point.mood}`, role: "link", tabindex: 0, "aria-label": point.told, onclick: () => open(point), onkeydown: (event) => event.key === "Enter" && open(point) },
        draw("title", {}, point.told),
        point.last > point.first && draw("line", { x1: x(point.first), x2: x(point.last), y1: y(point.value), y2: y(point.value) }),
        point.high !== null && draw("line", { x1: at, x2: at, y1: y(point.value), y2: y(point.high) }),
        moodSign(point.mood, at, y(point.value)));
    }));
}

function moodSign(mood, x, y) {
  if (mood === "target") return draw("rect", { x: x - 4.5, y: y - 4.5, width: 9, height: 9, class: "sign" });
  if (mood === "estimate") return draw("path", { d: `M${x} ${y - 6}l6 6l-6 6l-6-6z`, class: "sign" });
  return draw("circle", { cx: x, cy: y, r: 5, class: "sign" });
}

function compact(value) {
  return new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 2 }).format(value);
}

/** Round numbers from `low` to at least `high`. */
function steps(low, high, count, whole = false) {
  const rough = (high - low) / count || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  let step = [1, 2, 2.5, 5, 10].map((times) => times * power).find((size) => size >= rough * 0.999);
  if (whole) step = Math.max(1, Math.ceil(step));
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
