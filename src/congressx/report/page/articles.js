// The list of articles with its search and filters.

const FLAGS = ["", "rejections", "unreviewed", "begun", "reviewed"];
const filters = { q: "", kind: "", office: "", from: "", to: "", confidence: "", flag: "" };
let found = []; // places of the articles that pass, in order
let snippets = new Map(); // place → where the search words stand in its text
let searching = 0;
let articleList = null;
let lastPlace = 0;

function showArticles(main, parameters) {
  if ([...parameters.keys()].length) {
    for (const name of Object.keys(filters)) filters[name] = parameters.get(name) ?? "";
  }
  articleList = new LongList({ height: 76, row: (i) => articleEntry(found[i]), label: say("articles"), role: "list" });
  const count = make("p", { id: "found", role: "status" });
  replace(main,
    make("h1", {}, say("articles")),
    make("div", { class: "with-filters" },
      make("form", { class: "filters", role: "search", onsubmit: (event) => event.preventDefault() }, filterFields()),
      make("div", { class: "listing" }, count, articleList.element)));
  return refilter(true);
}

function filterFields() {
  const changed = debounce(180, () => refilter());
  const bind = (name, control) => {
    control.value = filters[name];
    control.addEventListener("input", () => {
      filters[name] = control.value;
      changed();
    });
    return control;
  };
  const choose = (name, options) => bind(name, make("select", { id: `filter-${name}` }, options.map(([value, words]) => make("option", { value }, words))));
  const field = (name, words, control) => make("label", { for: `filter-${name}`, class: "field" }, words, control);
  const offices = [...new Set((index.offices ?? []).flat())].map((office) => [office, label(office, "office")]).sort((a, b) => a[1].localeCompare(b[1], language));
  const search = bind("q", make("input", { type: "search", id: "filter-q", placeholder: say("search_hint"), autocomplete: "off" }));
  return [
    field("q", say("search"), search),
    make("details", { class: "more-filters", open: matchMedia("(min-width: 800px)").matches || anyFilter() },
      make("summary", {}, say("filters")),
      make("div", { class: "filter-fields" },
        field("kind", say("with_rows_in"), choose("kind", [["", say("any")], ...kinds.map((kind) => [kind.table, label(kind.table)])])),
        field("office", say("with_office"), choose("office", [["", say("any")], ...offices])),
        make("fieldset", { class: "field" }, make("legend", {}, say("date_between")),
          bind("from", make("input", { type: "date", id: "filter-from", "aria-label": say("from_day") })),
          bind("to", make("input", { type: "date", id: "filter-to", "aria-label": say("to_day") }))),
        field("confidence", say("confidence_at_least"), choose("confidence", [["", say("any")], ...["0.5", "0.6", "0.7", "0.8", "0.9"].map((least) => [least, figure(+least)])])),
        field("flag", say("state"), choose("flag", FLAGS.map((flag) => [flag, say(flag ? `flag_${flag}` : "any")]))),
        make("button", { type: "button", onclick: () => {
          for (const name of Object.keys(filters)) filters[name] = "";
          route();
        } }, say("clear_filters")))),
  ];
}

function anyFilter() {
  return Object.entries(filters).some(([name, value]) => name !== "q" && value);
}

/** Applies search and filters; the text of articles is searched chunk by chunk, and finds appear as they come. */
async function refilter(first = false) {
  const turn = ++searching;
  const current = () => turn === searching;
  const asked = wanted(filters.q);
  snippets = new Map();
  if (filters.flag && filters.flag !== "rejections") await Promise.all(decidedChunks().map(chunk));
  if (!current()) return;
  const candidates = [...(index.id ?? []).keys()].filter(passes);
  const hit = new Set(asked.empty ? candidates : candidates.filter((place) => asked.find(headOf(place)) >= 0));
  const publish = (done) => {
    found = candidates.filter((place) => hit.has(place));
    if (!articleList) return;
    articleList.show(found.length);
    const words = say("articles_found", { count: found.length, of: meta.articles });
    const status = byId("found");
    if (status) replace(status, done ? words : `${words} · ${say("searching")}`);
  };
  publish(asked.empty);
  if (first && lastPlace && found.includes(lastPlace)) articleList.element.scrollTop = Math.max(0, found.indexOf(lastPlace) - 2) * articleList.height;
  else if (!first) articleList.element.scrollTop = 0;
  if (asked.empty) return;
  const open = new Set(candidates);
  let painted = 0;
  const whole = await everyArticle((article) => {
    if (!open.has(article.place)) return;
    const at = asked.find(article.text);
    if (at < 0) return;
    hit.add(article.place);
    snippets.set(article.place, [at, at + asked.words.length]);
  }, () => {
    if (current() && performance.now() - painted > 250) {
      painted = performance.now();
      publish(false);
    }
    return current();
  });
  if (whole && current()) publish(true);
}

function headOf(place) {
  return [index.title[place], index.source[place], index.site[place] ?? "", index.meeting[place] ?? "", ...index.names[place]].join("\n");
}

function decidedChunks() {
  return [...new Set([...byArticle.keys()].filter((id) => places.has(id)).map((id) => Math.floor(places.get(id) / meta.chunk)))];
}

function passes(place) {
  const date = index.date[place] ?? index.published[place];
  const kind = kinds.find((one) => one.table === filters.kind);
  if (kind && !index.counts[place][kind.number]) return false;
  if (filters.office && !index.offices[place].includes(filters.office)) return false;
  if (filters.from && !(date >= filters.from)) return false;
  if (filters.to && !(date && date <= filters.to)) return false;
  if (filters.confidence && !(index.lowest[place] >= +filters.confidence)) return false;
  return passesFlag(place);
}

function passesFlag(place) {
  if (!filters.flag) return true;
  if (filters.flag === "rejections") return index.rejected[place] > 0;
  const [reviewed, total] = [reviewedOf(place), rowsOf(place)];
  if (filters.flag === "unreviewed") return reviewed === 0 && total > 0;
  if (filters.flag === "begun") return reviewed > 0 && reviewed < total;
  return total > 0 && reviewed === total;
}

function articleEntry(place) {
  const date = index.date[place] ?? index.published[place];
  const reviewed = reviewedOf(place);
  const total = rowsOf(place);
  const about = [day(date), index.site[place], baseName(index.source[place])].filter(Boolean).join(" · ");
  return make("div", { class: "entry", role: "listitem" },
    make("a", { href: `#/article/${index.id[place]}`, class: "entry-title", title: index.title[place] || index.source[place] }, index.title[place] || baseName(index.source[place])),
    make("div", { class: "entry-about" }, snippets.has(place) ? snippet(place) : about),
    make("div", { class: "entry-counts" },
      kinds.map((kind) => index.counts[place][kind.number] > 0 && make("span", { class: "count", title: label(kind.table) },
        tagOf(kind), make("span", {}, figure(index.counts[place][kind.number])))),
      index.rejected[place] > 0 && make("span", { class: "count", title: say("readings_rejected") }, make("span", { class: "tag rejected" }, "×"), make("span", {}, figure(index.rejected[place]))),
      reviewed > 0 && make("span", { class: "progress" }, say("reviewed_of", { count: reviewed, of: total }))));
}

function tagOf(kind) {
  return make("span", { class: `tag k${kind.style}`, "aria-label": label(kind.table), role: "img" }, kind.tag);
}

function snippet(place) {
  const [start, stop] = snippets.get(place);
  const text = opened.get(place).text;
  const [from, to] = [Math.max(0, start - 40), Math.min(text.length, stop + 80)];
  return [from > 0 && "…", text.slice(from, start), make("mark", {}, text.slice(start, stop)), text.slice(stop, to), to < text.length && "…"];
}

function baseName(source) {
  return source.split("/").at(-1);
}
