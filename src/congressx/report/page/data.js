// The data of the page: packed letters in script elements, unpacked when somebody looks.

const kinds = meta.kinds;
const TAGS = { meetings: "M", attendance: "A", officials: "P", titles: "T", elections: "E", kpis: "K", memberships: "N", awards: "W", terms: "Y", citations: "C" };
const OTHER_TAGS = "BDFGHIJLOQRSUVXZ";
kinds.forEach((kind, number) => {
  kind.number = number;
  kind.tag = TAGS[kind.table] ?? OTHER_TAGS[number % OTHER_TAGS.length];
  kind.style = number % 12;
});

/** JSON of a packed script element. */
async function unpacked(id) {
  const letters = byId(id).textContent;
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(letters) : Uint8Array.from(atob(letters), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

const chunkPromises = new Map();

function chunk(number) {
  if (!chunkPromises.has(number)) {
    chunkPromises.set(number, unpacked(`articles-${number}`).then((articles) =>
      articles.map((article, at) => readArticle(article, number * meta.chunk + at))));
  }
  return chunkPromises.get(number);
}

let index = null; // what lists and filters need, a list a property
const places = new Map(); // article id → place in the index
const opened = new Map(); // place → article, of chunks already unpacked

async function openIndex() {
  index = await unpacked("index");
  (index.id ?? (index.id = [])).forEach((id, place) => places.set(id, place));
}

async function articleAt(place) {
  const articles = await chunk(Math.floor(place / meta.chunk));
  return articles[place % meta.chunk];
}

/** Every article, chunk by chunk, leaving the browser time to answer in between. */
async function everyArticle(visit, goOn = () => true) {
  for (let number = 0; number * meta.chunk < meta.articles; number++) {
    const articles = await chunk(number);
    if (!goOn()) return false;
    articles.forEach(visit);
    await new Promise((resume) => setTimeout(resume));
  }
  return true;
}

/** An article with rows as objects. Offsets count code points; scripts count UTF-16 units, which differ beyond the BMP. */
function readArticle(packed, place) {
  const unit = unitsOf(packed.text);
  const article = { ...packed, place, id: index.id[place], title: index.title[place], unit };
  article.sections = packed.sections.map(([kind, start, stop]) => ({ kind, start: unit(start), stop: unit(stop) }));
  article.rows = packed.rows.map((row, at) => readRow(row, at, article));
  article.rows.sort((a, b) => a.start - b.start || b.stop - a.stop || a.at - b.at);
  article.rows.forEach((row, order) => (row.order = order));
  article.rejected = packed.rejected.map(([kind, rule, start, stop, reason, detail]) => ({
    kind, rule, reason, detail,
    start: start === null ? null : unit(start), stop: stop === null ? null : unit(stop),
  }));
  article.plain = null;
  opened.set(place, article);
  matchDecisions(article);
  return article;
}

function unitsOf(text) {
  if (!/[\ud800-\udbff]/.test(text)) return (point) => point;
  const units = [];
  let at = 0;
  for (const letter of text) {
    units.push(at);
    at += letter.length;
  }
  units.push(at);
  return (point) => units[point];
}

function readRow(values, at, article) {
  const [number, start, stop, sentence, section, rule, confidence, meeting, reviewed, ...own] = values;
  const kind = kinds[number];
  const fields = {};
  kind.fields.forEach((field, i) => (fields[field.name] = own[i]));
  return {
    at, kind, article, fields, section, rule, confidence, meeting, reviewed, decision: null,
    start: article.unit(start), stop: article.unit(stop), from: start, to: stop,
    sentence: article.sentences[sentence],
    get quote() {
      return this.article.text.slice(this.start, this.stop);
    },
  };
}

/** A value for a person to read. */
function shown(value, field) {
  if (value === null || value === undefined || (Array.isArray(value) && !value.length)) return "";
  if (Array.isArray(value)) return value.map((one) => shown(one, field)).join("; ");
  if (field.type === "word") return label(value, field.name);
  if (field.type === "boolean") return say(value ? "yes" : "no");
  if (field.type === "date") return day(value);
  if (typeof value === "number") return isYear(field) ? String(value) : figure(value);
  return String(value);
}

function isYear(field) {
  return field.type === "integer" && (field.min ?? 0) >= 1900;
}

/** The row in a few words: `tổng thu ngân sách · 260.000.000.000 · VND`. */
function summary(row) {
  return row.kind.fields
    .filter((field) => !quietly(field, row.fields[field.name]))
    .map((field) => shown(row.fields[field.name], field))
    .filter((words) => words !== "");
}

function quietly(field, value) {
  return (field.name === "comparator" && value === "eq") || value === false || (field.name === "change" && value === "level");
}
