// What a person decided about rows: kept in this browser, or written by the server that serves the page.

const FORMAT = "congressx-decisions";
const VERDICTS = ["accept", "reject", "correct", "withdraw"];
const mine = new Map(); // key → decision made or imported here
const stored = new Map(); // key → decision that stood in the output folder
const byArticle = new Map(); // article id → keys
const history = []; // what `u` takes back: { key, before, place, at }
const unsent = new Set(); // keys the server has not confirmed

function keyOf(decision) {
  const { table, article_id: article, row, evidence } = decision;
  const own = Object.keys(row).sort().map((name) => [name, row[name]]);
  return JSON.stringify([table, article, own, evidence.quote, evidence.sentence, evidence.start]);
}

function openDecisions() {
  meta.decisions.filter(isDecision).forEach((decision) => remember(stored, decision));
  let kept = [];
  try {
    kept = JSON.parse(remembered.get(`decisions:${meta.id}`) || "[]");
  } catch {
    kept = []; // not written by this page
  }
  kept.filter(isDecision).forEach((decision) => remember(mine, decision));
  if (meta.served) for (const key of mine.keys()) unsent.add(key);
}

function remember(where, decision) {
  const key = keyOf(decision);
  where.set(key, decision);
  if (!byArticle.has(decision.article_id)) byArticle.set(decision.article_id, new Set());
  byArticle.get(decision.article_id).add(key);
  return key;
}

function isDecision(one) {
  const text = (value) => typeof value === "string";
  const fields = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  return fields(one) && VERDICTS.includes(one.verdict) && text(one.table) && text(one.article_id) && fields(one.row)
    && fields(one.evidence) && text(one.evidence.quote) && text(one.evidence.sentence) && Number.isInteger(one.evidence.start)
    && Number.isInteger(one.evidence.stop) && (one.verdict === "correct" ? fields(one.correction) : true);
}

/** The decision that holds for a key: made here, or stored; one taken back is none. */
function holding(key) {
  const decision = mine.get(key) ?? stored.get(key);
  return decision && decision.verdict !== "withdraw" ? decision : null;
}

/** Ties decisions to the rows of an article; `stray` are those without a row: rejected before, or out of date. */
function matchDecisions(article) {
  article.rows.forEach((row) => (row.decision = row.key = null));
  article.stray = [];
  for (const key of byArticle.get(article.id) ?? []) {
    const decision = mine.get(key) ?? stored.get(key);
    if (!decision) continue;
    const row = rowOf(article, [mine.get(key), stored.get(key)].filter(Boolean));
    if (row) tie(row, key);
    else if (holding(key)) article.stray.push(decision);
  }
}

function tie(row, key) {
  const decision = holding(key);
  if (row.decision && (!decision || decision.decided_at < row.decision.decided_at)) return;
  row.key = key;
  row.decision = decision;
}

/** The row that decisions of one key are about: as it was read, or as one of them corrected it. */
function rowOf(article, decisions) {
  const { table, evidence, row: read } = decisions[0];
  const looks = [read, ...decisions.map((one) => ({ ...read, ...one.correction }))];
  const same = article.rows.filter((row) => row.kind.table === table && row.quote === evidence.quote && row.sentence === evidence.sentence
    && looks.some((fields) => saysSame(row, fields)));
  const away = (row) => Math.abs(row.from - evidence.start);
  return same.sort((a, b) => away(a) - away(b))[0] ?? null;
}

function saysSame(row, fields) {
  return row.kind.fields.every(({ name }) => sameValue(row.fields[name], fields[name]));
}

function sameValue(one, other) {
  const bare = (value) => (value === undefined || (Array.isArray(value) && !value.length) ? null : value);
  return JSON.stringify(bare(one)) === JSON.stringify(bare(other));
}

/** The row's fields as they are with the decision about it. */
function fieldsNow(row) {
  return row.decision?.verdict === "correct" ? { ...row.fields, ...row.decision.correction } : row.fields;
}

/** What is known of a row: "accepted", "corrected", "rejected", or "" when nobody looked. */
function statusOf(row) {
  if (row.decision) return { accept: "accepted", reject: "rejected", correct: "corrected" }[row.decision.verdict];
  if (row.key && mine.get(row.key)?.verdict === "withdraw") return "";
  return row.reviewed ?? "";
}

/** Decides about a row. `wanted` are the corrected fields; those that differ from the row as it was read are kept. */
function decide(row, verdict, wanted = null, note = "") {
  const before = row.key ? (mine.get(row.key) ?? stored.get(row.key)) : null;
  const decision = {
    verdict,
    table: row.kind.table,
    article_id: row.article.id,
    row: before?.row ?? { ...row.fields },
    evidence: before?.evidence ?? { quote: row.quote, sentence: row.sentence, start: row.from, stop: row.to },
    correction: null,
    note: note || before?.note || "",
    decided_at: now(),
  };
  if (verdict === "correct") {
    const changed = Object.entries(wanted).filter(([name, value]) => !sameValue(value, decision.row[name]));
    if (changed.length) decision.correction = Object.fromEntries(changed);
    else decision.verdict = "accept"; // an earlier correction put back: the row is right as it was read
  }
  put(row, decision);
}

function put(row, decision) {
  const key = keyOf(decision);
  history.push({ key, before: mine.get(key) ?? null, place: row.article.place, at: row.at });
  remember(mine, decision);
  settle(key, row.article);
}

/** Takes the decision about a row back. One that is stored is withdrawn, so that whoever applies the file removes it. */
function takeBack(row) {
  const key = row.key;
  if (!key) return;
  history.push({ key, before: mine.get(key) ?? null, place: row.article.place, at: row.at });
  if (stored.has(key) || meta.served) mine.set(key, withdrawal(stored.get(key) ?? mine.get(key)));
  else mine.delete(key);
  settle(key, row.article);
}

function withdrawal(decision) {
  return { ...decision, verdict: "withdraw", correction: null, decided_at: now() };
}

/** Takes the last thing done back; answers where that was, or null. */
function undoLast() {
  const last = history.pop();
  if (!last) return null;
  const { key, before } = last;
  if (before) mine.set(key, before);
  else if (!meta.served) mine.delete(key);
  else mine.set(key, stored.get(key) ?? withdrawal(mine.get(key)));
  settle(key, opened.get(last.place));
  return last;
}

function now() {
  return new Date().toISOString().replace(/\.\d+Z$/, "Z");
}

function settle(key, article) {
  if (article) matchDecisions(article);
  keep();
  if (meta.served) send([key]);
  document.dispatchEvent(new CustomEvent("decided"));
}

function keep() {
  const kept = meta.served ? [...unsent].map((key) => mine.get(key)).filter(Boolean) : [...mine.values()];
  if (!remembered.set(`decisions:${meta.id}`, JSON.stringify(kept)) && !keep.told) {
    keep.told = true;
    toast(say("not_kept"), true);
  }
}

/** Hands decisions to the server of `congressx review`, which writes them into the output folder. */
async function send(keys) {
  keys.forEach((key) => unsent.add(key));
  keep();
  const decisions = keys.map((key) => mine.get(key)).filter(Boolean);
  if (!decisions.length) return true;
  const sent = new Map(keys.map((key) => [key, mine.get(key)]));
  try {
    const answer = await fetch("decisions", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Congressx-Token": location.pathname.split("/")[1] },
      body: JSON.stringify(asFile(decisions)),
    });
    if (!answer.ok) throw new Error((await answer.text()).slice(0, 300) || `${answer.status}`);
  } catch (error) {
    toast(say("not_sent", { why: error.message }), true);
    return false;
  } finally {
    document.dispatchEvent(new CustomEvent("sent"));
  }
  for (const [key, decision] of sent) {
    if (mine.get(key) === decision) unsent.delete(key); // otherwise decided anew meanwhile, which is under way too
  }
  keep();
  document.dispatchEvent(new CustomEvent("sent"));
  return true;
}

function asFile(decisions) {
  const order = (one, other) => one.article_id.localeCompare(other.article_id, "en") || one.evidence.start - other.evidence.start
    || one.table.localeCompare(other.table, "en");
  return { format: FORMAT, version: 1, decisions: [...decisions].sort(order) };
}

function download() {
  const text = JSON.stringify(asFile(mine.values()), null, 1) + "\n";
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const anchor = make("a", { download: "decisions.json" });
  anchor.setAttribute("href", address);
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Takes in a file of decisions; answers how many, or throws with words for a person. Later decisions win. */
async function takeIn(file) {
  let content = null;
  try {
    content = JSON.parse(await file.text());
  } catch {
    throw new Error(say("import_no_json", { file: file.name }));
  }
  if (content?.format !== FORMAT || content.version !== 1 || !Array.isArray(content.decisions)) {
    throw new Error(say("import_other", { file: file.name }));
  }
  const wrong = content.decisions.findIndex((one) => !isDecision(one));
  if (wrong >= 0) throw new Error(say("import_entry", { file: file.name, entry: wrong + 1 }));
  const here = content.decisions.filter((one) => places.has(one.article_id));
  const newer = here.filter((one) => !(mine.get(keyOf(one))?.decided_at > one.decided_at));
  const keys = newer.map((one) => remember(mine, { correction: null, note: "", ...one }));
  for (const article of opened.values()) matchDecisions(article);
  keep();
  if (meta.served) await send(keys);
  document.dispatchEvent(new CustomEvent("decided"));
  return { taken: newer.length, elsewhere: content.decisions.length - here.length };
}

/** How many rows of an article somebody decided about; exact once it is unpacked. */
function reviewedOf(place) {
  const article = opened.get(place);
  if (article) return article.rows.filter((row) => statusOf(row)).length;
  const total = rowsOf(place);
  const here = [...(byArticle.get(index.id[place]) ?? [])].filter(holding).length;
  return Math.min(total, Math.max(index.reviewed[place], here));
}

function rowsOf(place) {
  return index.counts[place].reduce((sum, count) => sum + count, 0);
}
