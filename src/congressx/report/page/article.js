// One article: its text with every mention marked, the record under the eye, and all its rows.

const REJECTED = { table: "rejections", tag: "×", style: "r", number: 99, fields: [] };
const hidden = new Set(); // tables whose mentions are not shown
let showRejected = false;
let goOn = remembered.get("go_on") !== "no";
let view = null; // { article, rows (shown, in text order), current, among, text, panel, list, editing }

async function showArticle(main, id, at) {
  const place = places.get(id);
  if (place === undefined) {
    replace(main, make("h1", {}, say("no_such_article")), make("p", {}, make("a", { href: "#/articles" }, say("articles"))));
    return;
  }
  lastPlace = place;
  const article = await articleAt(place);
  if (!location.hash.startsWith(`#/article/${id}`)) return; // somebody went on meanwhile
  article.refused ??= article.rejected.filter((one) => one.start !== null).map((one, i) => ({
    ...one, at: `x${i}`, kind: REJECTED, of: one.kind, article, decision: null, reviewed: null, key: null, quote: article.text.slice(one.start, one.stop),
  }));
  view = { article, current: null, among: [], editing: false, text: make("article", { class: "text", "aria-label": say("text") }), panel: make("section", { class: "panel", "aria-label": say("record"), tabindex: -1 }), list: make("section", { class: "rows", "aria-label": say("rows_of_article") }), progress: make("span", { class: "progress", role: "status" }) };
  replace(main, articleHead(article), make("div", { class: "reading" }, make("div", {}, legend(article), view.text), make("aside", { "aria-label": say("record") }, view.panel, view.list)));
  repaintArticle();
  const row = article.rows.find((one) => String(one.at) === at) ?? article.refused.find((one) => one.at === at);
  if (row) {
    hidden.delete(row.kind.table);
    if (row.kind === REJECTED && !showRejected) toggle(() => (showRejected = true));
    select(row, [row]);
  } else {
    showPanel();
    scrollTo(0, 0);
    const hit = view.hits?.getBoundingClientRect();
    if (hit && hit.top > innerHeight * 0.8) scrollTo(0, hit.top - innerHeight / 3);
  }
}

function articleHead(article) {
  const { place, facts } = article;
  const order = found.includes(place) ? found : [...index.id.keys()];
  const here = order.indexOf(place);
  const step = (by, words) => {
    const other = order[here + by];
    return make("a", other === undefined ? { class: "step", "aria-disabled": "true" } : { class: "step", href: `#/article/${index.id[other]}` }, words);
  };
  const told = [
    index.published[place] && `${say("published")} ${day(index.published[place])}`, index.site[place], facts.byline ?? facts.author,
  ].filter(Boolean).join(" · ");
  const address = facts.url && webAddress(facts.url);
  return make("div", { class: "article-head" },
    make("nav", { class: "steps", "aria-label": say("articles") },
      make("a", { href: "#/articles", class: "back" }, `← ${say("articles")}`), make("span", { class: "where" }, `${figure(here + 1)} / ${figure(order.length)}`),
      step(-1, `‹ ${say("previous")}`), step(1, `${say("next")} ›`)),
    make("h1", {}, article.title || baseName(index.source[place])),
    make("p", { class: "about" }, told, told && " · ", make("span", { class: "source" }, index.source[place]),
      facts.url && [" · ", address ? make("a", { href: address }, say("page_of_article")) : make("span", { class: "source" }, facts.url)],
      facts.encoding_confidence !== null && facts.encoding_confidence < 1 && ` · ${say("encoding_unsure", { encoding: facts.encoding })}`),
    make("p", { class: "about" }, view.progress));
}

function legend(article) {
  const chip = (kind, count, shownNow, flip) => make("button", {
    type: "button", class: "chip", "aria-pressed": String(shownNow), onclick: () => toggle(flip),
  }, make("span", { class: `tag k${kind.style}` }, kind.tag), label(kind.table), " ", make("span", { class: "number" }, figure(count)));
  const chips = kinds.map((kind) => {
    const count = article.rows.filter((row) => row.kind === kind).length;
    return count > 0 && chip(kind, count, !hidden.has(kind.table), () => hidden.has(kind.table) ? hidden.delete(kind.table) : hidden.add(kind.table));
  });
  const refused = article.refused.length > 0 && chip(REJECTED, article.refused.length, showRejected, () => (showRejected = !showRejected));
  return make("div", { class: "legend", role: "group", "aria-label": say("shown_kinds") }, chips, refused);
}

function toggle(flip) {
  flip();
  const focused = [...document.querySelectorAll(".legend .chip")].indexOf(document.activeElement);
  document.querySelector(".legend").replaceWith(legend(view.article));
  document.querySelectorAll(".legend .chip")[focused]?.focus();
  repaintArticle();
}

/** Text and rows anew, after a decision or a change of what is shown; the scroll stays where it is. */
function repaintArticle() {
  const { article } = view;
  view.rows = article.rows.filter((row) => !hidden.has(row.kind.table));
  const marks = marksOf([...view.rows, ...(showRejected ? article.refused : [])]);
  replace(view.text, paragraphs(article, marks));
  replace(view.list, rowsTable(article), strayTable(article), refusedTable(article));
  const reviewed = article.rows.filter((row) => statusOf(row)).length;
  replace(view.progress, say("reviewed_of", { count: reviewed, of: article.rows.length }));
  view.hits = markHits();
  light();
}

/** Lights the words somebody searched for, without touching the text; answers the stretch of the first. */
function markHits() {
  const asked = wanted(filters.q);
  if (!CSS.highlights || asked.empty) return null;
  const nodes = [];
  const walker = document.createTreeWalker(view.text, NodeFilter.SHOW_TEXT);
  let text = "";
  while (walker.nextNode()) {
    nodes.push([text.length, walker.currentNode]);
    text += walker.currentNode.data;
  }
  const placeOf = (at) => {
    let i = nodes.length - 1;
    while (nodes[i][0] > at) i--;
    return [nodes[i][1], at - nodes[i][0]];
  };
  const ranges = [];
  for (let at = asked.find(text); at >= 0; ) {
    const range = new Range();
    range.setStart(...placeOf(at));
    const [node, offset] = placeOf(at + asked.words.length - 1);
    range.setEnd(node, offset + 1);
    ranges.push(range);
    const next = asked.find(text.slice(at + asked.words.length));
    at = next < 0 ? -1 : at + asked.words.length + next;
  }
  CSS.highlights.set("hits", new Highlight(...ranges));
  return ranges[0] ?? null;
}

function paragraphs(article, marks) {
  const parts = [];
  let at = 0;
  const plainBetween = (stop) => {
    const between = article.text.slice(at, stop);
    if (!between.trim()) return;
    const start = at + between.length - between.trimStart().length;
    parts.push(make("p", { class: "between" }, markedText(article, start, start + between.trim().length, marks, openRows)));
  };
  for (const section of article.sections) {
    plainBetween(section.start);
    const silent = !["title", "lead", "body", "caption"].includes(section.kind);
    parts.push(make("p", { class: `section ${section.kind}${silent ? " silent" : ""}` },
      section.kind !== "body" && make("span", { class: "section-name", "data-name": label(section.kind, "section"), "aria-hidden": "true" }),
      markedText(article, section.start, section.stop, marks, openRows)));
    at = section.stop;
  }
  plainBetween(article.text.length);
  return parts;
}

function rowsTable(article) {
  const bodies = kinds.map((kind) => {
    const rows = view.rows.filter((row) => row.kind === kind);
    return rows.length > 0 && make("tbody", {},
      make("tr", {}, make("th", { colspan: 3, scope: "colgroup" }, tagOf(kind), " ", label(kind.table), " ", make("span", { class: "number" }, figure(rows.length)))),
      rows.map((row) => make("tr", { "data-row": row.at, class: statusOf(row), onclick: () => jump(row) },
        make("td", { class: "summary" }, make("button", { type: "button", class: "plain", onclick: (event) => {
          event.stopPropagation();
          jump(row);
        } }, summaryParts(row))),
        make("td", { class: "confidence" }, row.confidence === null ? "" : figure(Math.round(row.confidence * 100) / 100)),
        make("td", { class: "state" }, stateSign(row)))));
  });
  return make("table", { class: "row-table" },
    make("caption", {}, say("rows_of_article")),
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, say("row")), make("th", { scope: "col", title: label("confidence") }, say("confidence_short")), make("th", { scope: "col" }, say("state")))),
    bodies);
}

function summaryParts(row) {
  const now = fieldsNow(row);
  const parts = row.kind.fields.filter((field) => !quietly(field, now[field.name])).map((field) => [field, shown(now[field.name], field)]).filter(([, words]) => words);
  return parts.map(([field, words], i) => make("span", { class: "part" }, i > 0 && make("span", { class: "dot" }, " · "), make("span", { class: "in-print" }, `${label(field.name)}: `), words));
}

function stateSign(row) {
  const status = statusOf(row);
  const signs = { accepted: "✓", corrected: "✎", rejected: "✗" };
  return status ? make("span", { class: `sign ${status}`, role: "img", "aria-label": say(status), title: say(status) }, signs[status]) : "";
}

function strayTable(article) {
  if (!article.stray.length) return null;
  return make("details", { class: "stray", open: true }, make("summary", {}, say("stray", { count: article.stray.length })),
    make("ul", {}, article.stray.map((decision) => make("li", {}, `${label(decision.table)}: `, make("q", {}, decision.evidence.quote), ` — ${say(`verdict_${decision.verdict}`)} `,
      make("button", { type: "button", onclick: () => {
        takeBack({ key: keyOf(decision), article, at: null });
        repaintArticle();
      } }, say("take_back"))))));
}

function refusedTable(article) {
  if (!article.rejected.length) return null;
  return make("details", { class: "refused", open: showRejected }, make("summary", {}, say("not_recorded", { count: article.rejected.length })),
    make("ul", {}, article.refused.map((one) => make("li", { "data-row": one.at }, make("button", { type: "button", class: "plain", onclick: () => {
      if (!showRejected) toggle(() => (showRejected = true));
      jump(one);
    } }, `${label(one.of)}: `, make("q", {}, one.quote)), ` — ${label(one.reason, "reason")}: ${one.detail}`))));
}

function openRows(rows) {
  select(rows[0], rows, narrow()); // on a phone the record covers the lower half, maybe the words too
}

function jump(row) {
  select(row, [row]);
}

/** Puts a row under the eye: its words in sight and lit, its record in the panel. `among` are others at the same words. */
function select(row, among, scroll = true) {
  view.current = row;
  view.among = among;
  view.editing = false;
  view.panel.classList.add("open");
  showPanel();
  light();
  history_(row);
  const pieces = piecesOf(row);
  if (scroll && pieces.length) {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    pieces[0].scrollIntoView({ block: narrow() ? "start" : "center", behavior: still ? "auto" : "smooth" });
  }
  for (const one of pieces) {
    one.classList.remove("flash");
    void one.offsetWidth; // so that the flash begins again
    one.classList.add("flash");
  }
  const line = view.list.querySelector(`[data-row="${row.at}"]`);
  if (line && !narrow()) line.scrollIntoView({ block: "nearest" });
}

function history_(row) {
  window.history.replaceState(null, "", `#/article/${view.article.id}/${row.at}`);
}

function narrow() {
  return matchMedia("(max-width: 899px)").matches;
}

function piecesOf(row) {
  return [...view.text.querySelectorAll(`.mark[data-rows~="${row.at}"]`)];
}

function light() {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  view.list.querySelectorAll("[aria-current]").forEach((one) => one.removeAttribute("aria-current"));
  if (!view.current) return;
  for (const one of piecesOf(view.current)) one.classList.add("lit");
  view.list.querySelector(`[data-row="${view.current.at}"]`)?.setAttribute("aria-current", "true");
}

function showPanel() {
  const row = view.current;
  if (!row) return replace(view.panel, make("p", { class: "empty" }, say("pick_words")));
  if (row.kind === REJECTED) return replace(view.panel, panelHead(row), rejectionFacts(row));
  if (view.editing) {
    replace(view.panel, panelHead(row), correctionForm(row, (values, note) => {
      view.editing = false;
      decide(row, "correct", values, note);
      decided(row, say("corrected"));
    }, () => {
      view.editing = false;
      showPanel();
      view.panel.focus();
    }));
    view.panel.querySelector(".correction textarea, .correction select, .correction input")?.focus();
    return null;
  }
  return replace(view.panel, panelHead(row), amongTabs(row), ownFields(row), buttons(row), evidence(row));
}

function panelHead(row) {
  const order = view.rows.indexOf(row);
  return make("div", { class: "panel-head" },
    make("span", { class: `tag k${row.kind.style}` }, row.kind.tag), make("h2", {}, label(row.kind.table)),
    order >= 0 && make("span", { class: "where" }, `${figure(order + 1)} / ${figure(view.rows.length)}`),
    make("button", { type: "button", "aria-label": `${say("previous_record")} (k)`, title: `${say("previous_record")} (k)`, onclick: () => step(-1) }, "↑"),
    make("button", { type: "button", "aria-label": `${say("next_record")} (j)`, title: `${say("next_record")} (j)`, onclick: () => step(1) }, "↓"),
    make("button", { type: "button", class: "close", "aria-label": say("close"), title: say("close"), onclick: closePanel }, "×"));
}

function amongTabs(row) {
  if (view.among.length < 2) return null;
  return make("div", { class: "among", role: "group", "aria-label": say("at_these_words", { count: view.among.length }) },
    make("span", {}, say("at_these_words", { count: view.among.length })),
    view.among.map((other) => make("button", { type: "button", "aria-pressed": String(other === row), onclick: () => select(other, view.among, false) },
      make("span", { class: `tag k${other.kind.style}` }, other.kind.tag), shorten(summary(other).slice(0, 3).join(" · ") || label(other.kind.table), 34))));
}

function ownFields(row) {
  const now = fieldsNow(row);
  const read = row.decision?.row ?? row.fields; // as the rules gave it: the tables may have a correction already
  const filled = row.kind.fields.filter((field) => shown(now[field.name], field) !== "" || !sameValue(now[field.name], read[field.name]));
  const silent = row.kind.fields.filter((field) => !filled.includes(field));
  return [
    make("dl", { class: "fields" }, filled.map((field) => {
      const changed = !sameValue(now[field.name], read[field.name]);
      return [make("dt", { title: field.about }, fieldName(field)),
        make("dd", {}, changed && make("del", {}, shown(read[field.name], field) || "—"), changed && " ", changed ? make("ins", {}, shown(now[field.name], field) || "—") : shown(now[field.name], field))];
    })),
    silent.length > 0 && make("p", { class: "silent-fields" }, say("empty_fields"), " ", silent.map((field) => label(field.name)).join(", ")),
  ];
}

function buttons(row) {
  const status = statusOf(row);
  const button = (verdict, key, words, act) => make("button", { type: "button", class: `verdict ${verdict}`, "aria-pressed": String(status === verdict), "aria-keyshortcuts": key, onclick: act }, words, " ", make("kbd", {}, key));
  return make("div", { class: "deciding" },
    make("div", { class: "buttons" },
      button("accepted", "a", say("accept"), () => act("accept")), button("rejected", "r", say("reject"), () => act("reject")), button("corrected", "e", say("correct"), edit),
      row.key && row.decision && make("button", { type: "button", onclick: () => {
        takeBack(row);
        decided(row, say("taken_back"), false);
      } }, say("take_back"))),
    make("p", { class: "state" }, status ? [stateSign(row), " ", say(status), row.decision?.note ? ` — ${row.decision.note}` : ""] : say("nobody_looked")),
    make("label", { class: "check" }, make("input", { type: "checkbox", checked: goOn, onchange: (event) => {
      goOn = event.target.checked;
      remembered.set("go_on", goOn ? "yes" : "no");
    } }), say("go_on")));
}

function evidence(row) {
  const at = row.sentence.indexOf(row.quote);
  const meeting = row.meeting && row.kind.table !== "meetings" ? view.article.rows.find((one) => one.kind.table === "meetings" && one.meeting === row.meeting) : null;
  return make("dl", { class: "fields evidence" },
    make("dt", {}, say("sentence")), make("dd", { class: "sentence" }, at < 0 ? row.sentence : [row.sentence.slice(0, at), make("mark", {}, row.quote), row.sentence.slice(at + row.quote.length)]),
    meeting && [make("dt", {}, say("meeting")), make("dd", {}, make("button", { type: "button", class: "plain link", onclick: () => jump(meeting) }, meeting.fields.name ?? meeting.quote))],
    make("dt", {}, label("section")), make("dd", {}, label(row.section, "section")),
    make("dt", {}, label("rule")), make("dd", {}, make("code", {}, row.rule)),
    make("dt", {}, label("confidence")), make("dd", {}, row.confidence === null ? say("confidence_unknown") : [make("meter", { min: 0, max: 1, value: row.confidence, "aria-label": label("confidence") }), " ", figure(row.confidence)]));
}

function rejectionFacts(row) {
  return make("dl", { class: "fields evidence" },
    make("dt", {}, say("words")), make("dd", { class: "sentence" }, make("mark", {}, row.quote)),
    make("dt", {}, say("table")), make("dd", {}, label(row.of)),
    make("dt", {}, label("reason")), make("dd", {}, label(row.reason, "reason")),
    make("dt", {}, say("detail")), make("dd", {}, row.detail),
    make("dt", {}, label("rule")), make("dd", {}, make("code", {}, row.rule ?? "")));
}

function act(verdict) {
  const row = view?.current;
  if (!row || row.kind === REJECTED) return toast(say("pick_first"));
  decide(row, verdict);
  return decided(row, say(verdict === "accept" ? "accepted" : "rejected"));
}

function edit() {
  if (!view?.current || view.current.kind === REJECTED) return toast(say("pick_first"));
  view.editing = true;
  view.panel.classList.add("open");
  return showPanel();
}

function decided(row, told, onwards = goOn) {
  const inPanel = view.panel.contains(document.activeElement);
  repaintArticle();
  toast(`${told}: ${shorten(row.quote, 60)}${onwards ? ` — ${say("undo_hint")}` : ""}`);
  if (onwards && view.rows.indexOf(row) < view.rows.length - 1) step(1);
  else showPanel();
  if (inPanel) view.panel.focus({ preventScroll: true }); // the button that was pressed is another one now
}

/** The next record in the order of the text, or the one before. */
function step(by) {
  if (!view?.rows.length) return;
  const here = view.rows.indexOf(view.current);
  const next = view.rows[here < 0 ? (by > 0 ? 0 : view.rows.length - 1) : here + by];
  if (next) select(next, [next]);
  else toast(say(by > 0 ? "last_record" : "first_record"));
}

function closePanel() {
  view.current = null;
  view.among = [];
  view.editing = false;
  view.panel.classList.remove("open");
  showPanel();
  light();
}

async function undo() {
  const last = undoLast();
  if (!last) return toast(say("nothing_to_undo"));
  toast(say("taken_back"));
  if (view?.article.place !== last.place) return refreshView();
  repaintArticle();
  const row = view.article.rows.find((one) => one.at === last.at);
  return row ? select(row, [row]) : showPanel();
}
