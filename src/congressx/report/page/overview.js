// The first page: what is in the tables, over all articles.

let overviewData = null;
let meetingsBy = "year";
let indicatorPicked = 0;

async function showOverview(main) {
  overviewData ??= await unpacked("overview");
  const data = overviewData;
  const has = (table) => data.rows[table] !== undefined; // a run with --only writes some tables
  replace(main,
    make("h1", {}, say("overview")),
    make("p", { class: "about" }, meta.written ? say("written", { day: day(meta.written.slice(0, 10)), time: meta.written.slice(11, 16) }) : ""),
    tiles(data),
    has("kpis") && indicatorChart(data),
    make("div", { class: "charts" },
      has("meetings") && meetingsChart(data), coverageChart(data), has("meetings") && typesChart(data), has("officials") && personsChart(data), rejectionsChart(data)),
    unreadFiles(data));
}

function tiles(data) {
  const rows = Object.values(data.rows).reduce((sum, count) => sum + count, 0);
  const rejected = data.rejected.reduce((sum, entry) => sum + entry.at(-1), 0);
  const unread = data.unread.reduce((sum, entry) => sum + entry.at(-1), 0);
  const tile = (count, name, href) => make("li", {}, make(href ? "a" : "div", href ? { href } : {}, make("b", {}, figure(count)), " ", make("span", {}, name)));
  return make("ul", { class: "tiles", "aria-label": say("counts") },
    tile(meta.articles, say("articles"), "#/articles"),
    data.rows.meetings !== undefined && tile(data.rows.meetings, label("meetings"), "#/tables/meetings"),
    tile(rows, say("rows_in_tables", { tables: kinds.length }), kinds.length ? `#/tables/${kinds[0].table}` : null),
    tile(rejected, say("readings_rejected"), "#/articles?flag=rejections"),
    tile(unread, say("files_unread"), null));
}

function meetingsChart({ meetings }) {
  const years = new Map();
  for (const [month, count] of meetings.months) years.set(month.slice(0, 4), (years.get(month.slice(0, 4)) ?? 0) + count);
  const told = meetings.undated ? say("meetings_undated", { count: meetings.undated }) : "";
  const bars = meetingsBy === "year"
    ? between(+[...years.keys()][0], +[...years.keys()].at(-1)).map((year) => ({ name: String(year), value: years.get(String(year)) ?? 0 }))
    : monthsBetween(meetings.months).map(([name, value]) => ({ name, value }));
  const name = say("meetings_over_time");
  const drawing = bars.length ? barsUpright(name, bars, say("meetings_side")) : make("p", { class: "empty" }, say("nothing_here"));
  const figureElement = chart(name, told, drawing, [say(meetingsBy), label("meetings")], bars.filter((bar) => bar.value).map((bar) => [bar.name, bar.value]));
  const pick = (by) => make("button", { type: "button", "aria-pressed": String(meetingsBy === by), onclick: () => {
    meetingsBy = by;
    figureElement.replaceWith(meetingsChart(overviewData));
  } }, say(by));
  figureElement.querySelector("figcaption").append(make("div", { class: "choices", role: "group", "aria-label": name }, pick("year"), pick("month")));
  return figureElement;
}

function between(first, last) {
  return Number.isFinite(first) ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [];
}

/** Every month from first to last, or only those with meetings when that would be too many to draw. */
function monthsBetween(months) {
  if (!months.length) return [];
  const counts = new Map(months);
  const all = between(+months[0][0].slice(0, 4), +months.at(-1)[0].slice(0, 4))
    .flatMap((year) => Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, "0")}`))
    .filter((month) => month >= months[0][0] && month <= months.at(-1)[0]);
  return all.length <= 150 ? all.map((month) => [month, counts.get(month) ?? 0]) : months;
}

function coverageChart({ covered, rows }) {
  const bars = kinds.map(({ table }) => ({
    name: label(table), value: covered[table] / Math.max(meta.articles, 1), href: `#/tables/${table}`,
    shown: percent(covered[table] / Math.max(meta.articles, 1)),
  }));
  const name = say("coverage");
  return chart(name, say("coverage_about"), barsAcross(name, bars),
    [say("table"), say("share"), say("articles"), say("rows")],
    kinds.map(({ table }, i) => [label(table), bars[i].shown, covered[table], rows[table]]));
}

function typesChart({ meetings }) {
  const bars = meetings.types.map(([type, count]) => ({ name: label(type, "type"), value: count }));
  const name = say("meeting_types");
  return chart(name, "", bars.length ? barsAcross(name, bars) : make("p", { class: "empty" }, say("nothing_here")),
    [label("type", "type"), label("meetings")], bars.map((bar) => [bar.name, bar.value]));
}

function rejectionsChart({ rejected }) {
  const bars = rejected.slice(0, 15).map(([table, reason, count]) => ({ name: `${label(table)}: ${label(reason, "reason")}`, value: count }));
  const name = say("rejections_by_reason");
  return chart(name, say("rejections_about"), bars.length ? barsAcross(name, bars, 0.48) : make("p", { class: "empty" }, say("nothing_here")),
    [say("table"), label("reason"), say("readings")], rejected.map(([table, reason, count]) => [label(table), label(reason, "reason"), count]));
}

function personsChart({ persons }) {
  const shownBars = persons.slice(0, 20);
  const bars = shownBars.map(([name, count]) => ({ name, value: count, href: `#/articles?q=${encodeURIComponent(name)}` }));
  const name = say("persons_most");
  return chart(name, say("persons_about"), bars.length ? barsAcross(name, bars) : make("p", { class: "empty" }, say("nothing_here")),
    [label("name"), say("articles"), say("title_most")], persons.map(([person, count, title]) => [person, count, title ?? ""]));
}

function indicatorChart({ indicators }) {
  const name = say("indicator_over_years");
  if (!indicators.length) return chart(name, "", make("p", { class: "empty" }, say("no_dated_figures")), [], []);
  const chosen = indicators[indicatorPicked];
  const unit = chosen.unit_text && chosen.unit !== "percent" ? `${label(chosen.unit, "unit")} (${chosen.unit_text})` : label(chosen.unit, "unit");
  const points = chosen.points.map(([first, last, value, high, mood, place, at]) => ({
    first, last, value, high, mood, place, at,
    told: `${span(first, last)}: ${figure(value)}${high === null ? "" : `–${figure(high)}`} · ${label(mood, "mood")} · ${index.title[place]}`,
  }));
  const pick = make("select", { id: "indicator", onchange: () => {
    indicatorPicked = Number(pick.value);
    element.replaceWith(indicatorChart(overviewData));
    byId("indicator").focus();
  } }, indicators.map((one, i) => make("option", { value: i }, indicatorName(one))));
  pick.value = String(indicatorPicked);
  const moods = [...new Set(points.map((point) => point.mood))];
  const key = make("ul", { class: "key", "aria-label": label("mood") }, ["result", "estimate", "target"].filter((mood) => moods.includes(mood)).map((mood) =>
    make("li", {}, draw("svg", { viewBox: "0 0 16 16", width: 16, height: 16, class: "drawing", "aria-hidden": "true" }, draw("g", { class: `point ${mood}` }, moodSign(mood, 8, 8))), label(mood, "mood"))));
  const drawing = yearPoints(`${name}: ${chosen.name}`, points, unit, openFigure);
  const element = chart(name, say("indicator_about"),
    make("div", {}, make("h4", {}, `${chosen.name} — ${unit}`), key, drawing,
      chosen.undated > 0 && make("p", { class: "about" }, say("figures_undated", { count: chosen.undated }))),
    [say("year"), label("value"), label("mood"), say("article")], points.map((point) => [span(point.first, point.last), `${figure(point.value)}${point.high === null ? "" : `–${figure(point.high)}`}`, label(point.mood, "mood"), index.title[point.place]]));
  element.classList.add("wide");
  element.querySelector("figcaption").append(make("label", { for: "indicator", class: "field" }, say("pick_indicator"), pick));
  return element;
}

function span(first, last) {
  return first === last ? String(first) : `${first}–${last}`;
}

function indicatorName(one) {
  return `${one.name} · ${label(one.unit, "unit")} (${one.points.length})`;
}

async function openFigure({ place, at }) {
  const article = await articleAt(place);
  const figures = article.rows.filter((row) => row.kind.table === "kpis").sort((a, b) => a.at - b.at);
  location.hash = `#/article/${article.id}/${figures[at].at}`;
}

function unreadFiles({ unread_files: files, unread }) {
  if (!files.length) return null;
  const count = unread.reduce((sum, entry) => sum + entry.at(-1), 0);
  return make("section", { "aria-labelledby": "unread" }, make("h2", { id: "unread" }, say("files_unread_list", { count })),
    make("p", { class: "about" }, unread.map(([reason, number]) => `${label(reason, "reason")}: ${figure(number)}`).join(" · ")),
    make("details", {}, make("summary", {}, say("as_table")), numbers([say("file"), label("reason"), say("detail")], files.map(([source, reason, detail]) => [source, label(reason, "reason"), detail]))));
}
