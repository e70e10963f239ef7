// The two languages of the interface, numbers and dates in them, and letters without their marks for searching.

const meta = JSON.parse(byId("meta").textContent);
let language = firstLanguage();

function firstLanguage() {
  const kept = remembered.get("language");
  if (kept === "vi" || kept === "en") return kept;
  if (meta.language) return meta.language;
  return (navigator.language || "").toLowerCase().startsWith("vi") ? "vi" : "en";
}

function setLanguage(chosen) {
  language = chosen;
  remembered.set("language", chosen);
  document.documentElement.lang = chosen;
}

/** The interface's words for a key, `{name}` filled in. */
function say(key, values = {}) {
  const words = meta.interface[language][key];
  if (words === undefined) throw new Error(`no words for ${key}`);
  return words.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? figure(values[name]) : values[name]));
}

/** What a table, a field or a word of a vocabulary is called; what has no label is shown as the tables have it. */
function label(word, field = "") {
  const known = meta.labels[language];
  const key = [`${field}.${word}`, String(word)].find((one) => Object.hasOwn(known, one));
  return key === undefined ? String(word).replaceAll("_", " ") : known[key];
}

function figure(number) {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 20, maximumSignificantDigits: 15 }).format(number);
}

function percent(share) {
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: share < 0.1 ? 1 : 0 }).format(share);
}

/** "2020-05-28" as people write it; text, since a Date would bring a time zone. */
function day(iso) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso || "");
  if (!parts) return iso || "";
  const at = new Date(Date.UTC(+parts[1], +parts[2] - 1, +parts[3]));
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(at);
}

const plainLetters = new Map();

/** Lower case without marks, letter by letter, so that places in it are places in the text: "Đại hội" → "dai hoi". */
function plain(text) {
  let folded = "";
  for (let i = 0; i < text.length; i++) {
    const unit = text[i];
    let letter = plainLetters.get(unit);
    if (letter === undefined) {
      letter = unit.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace("đ", "d");
      if (letter.length !== 1) letter = unit;
      plainLetters.set(unit, letter);
    }
    folded += letter;
  }
  return folded;
}

/** What somebody searches: with marks typed they count, without them they do not. */
function wanted(query) {
  const words = query.normalize("NFC").trim().toLowerCase();
  const marked = plain(words) !== words;
  return { words, empty: words === "", find: (text) => (marked ? text.toLowerCase() : plain(text)).indexOf(words) };
}
