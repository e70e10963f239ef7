// One table over all articles: sorted, filtered, and from every row to its words.

const tableState = new Map(); // table → { q, words: {field: word}, sort, down }
let tableTurn = 0;

async function showTable(main, table) {
  const kind = kinds.find((one) => one.table === table) ?? kinds[0];
  const turn = ++tableTurn;
  if (!kind) return replace(main, make("h1", {}, say("tables")), make("p", { class: "empty" }, say("nothing_here")));
  if (!tableState.has(kind.table)) tableState.set(kind.table, { q: "", words: {}, sort: "", down: false });
  const status = make("p", { role: "status", id: "found" }, say("unpacking"));
  replace(main, make("h1", {}, say("tables")),
    make("nav", { class: "kinds", "aria-label": say("tables") }, kinds.map((one) => make("a", { href: `#/tables/${one.table}`, "aria-current": one === kind ? "page" : null }, make("span", { class: `tag k${one.style}` }, one.tag), label(one.table)))),
    kind.about && language === "en" && make("p", { class: "about" }, kind.about), status);
  const rows = [];
  const whole = await everyArticle((article) => rows.push(...article.rows.filter((row) => row.kind === kind)), () => turn === tableTurn && main.contains(status));
  if (whole) tableOf(main, kind, rows, status);
  return null;
}

function tableOf(main, kind, rows, status) {
  const state = tableState.get(kind.table);
  const columns = columnsOf(kind);
  const template = columns.map((column) => `${column.wide}px`).join(" ");
  let kept = [];
  const head = make("div", { class: "grid-row grid-head", role: "row" });
  head.style.gridTemplateColumns = template;
  const list = new LongList({ height: 34, label: label(kind.table), role: "table", head, row: (i) => {
    const row = kept[i];
    const element = make("div", { class: `grid-row ${statusOf(row)}`, role: "row", "aria-rowindex": i + 2, onclick: () => (location.hash = addressOf(row)) },
      columns.map((column, at) => make("div", { role: "cell", class: column.right ? "right" : "", title: column.words(row) }, at === 0 ? make("a", { href: addressOf(row) }, column.words(row)) : column.words(row))));
    element.style.gridTemplateColumns = template;
    return element;
  } });
  const paintHead = () => replace(head, columns.map((column) => make("div", { role: "columnheader", "aria-sort": state.sort === column.name ? (state.down ? "descending" : "ascending") : "none", class: column.right ? "right" : "" },
    make("button", { type: "button", class: "plain", title: column.about, onclick: () => {
      [state.sort, state.down] = [column.name, state.sort === column.name && !state.down];
      apply();
      paintHead();
    } }, column.head, state.sort === column.name && (state.down ? " ▾" : " ▴")))));
  const apply = () => {
    const asked = wanted(state.q);
    kept = rows.filter((row) => Object.entries(state.words).every(([name, word]) => !word || [fieldsNow(row)[name]].flat().includes(word))
      && (asked.empty || asked.find(`${summary(row).join(" ")} ${row.quote} ${row.article.title}`) >= 0));
    const column = columns.find((one) => one.name === state.sort);
    if (column) kept.sort((a, b) => compare(column.value(a), column.value(b)) * (state.down ? -1 : 1));
    list.show(kept.length);
    replace(status, say("rows_found", { count: kept.length, of: rows.length }));
  };
  paintHead();
  main.append(make("form", { class: "table-filters", role: "search", onsubmit: (event) => event.preventDefault() }, tableFilters(kind, state, () => {
    list.element.scrollTop = 0;
    apply();
  })), status, list.element);
  list.element.classList.add("grid");
  list.inside.style.width = head.style.width = `${columns.reduce((sum, column) => sum + column.wide, 0)}px`;
  apply();
}

function addressOf(row) {
  return `#/article/${row.article.id}/${row.at}`;
}

function tableFilters(kind, state, changed) {
  const later = debounce(150, changed);
  const search = make("input", { type: "search", id: "table-q", placeholder: say("search_rows_hint"), autocomplete: "off", oninput: () => {
    state.q = search.value;
    later();
  } });
  search.value = state.q;
  const picks = kind.fields.filter((field) => field.type === "word").map((field) => {
    const select = make("select", { id: `pick-${field.name}`, onchange: () => {
      state.words[field.name] = select.value;
      changed();
    } }, make("option", { value: "" }, say("any")), field.words.map((word) => make("option", { value: word }, label(word, field.name))));
    select.value = state.words[field.name] ?? "";
    return make("label", { class: "field", for: select.id }, label(field.name), select);
  });
  return [make("label", { class: "field", for: "table-q" }, say("search"), search), picks.length > 0 && make("details", { class: "picks", open: !narrow() || Object.values(state.words).some(Boolean) }, make("summary", {}, say("filters")), make("div", { class: "picks-inside" }, picks))];
}

function columnsOf(kind) {
  const own = kind.fields.map((field) => ({
    name: field.name, head: label(field.name), about: field.about, wide: widthOf(field), right: ["number", "integer"].includes(field.type) && !isYear(field),
    words: (row) => shown(fieldsNow(row)[field.name], field),
    value: (row) => (["number", "integer"].includes(field.type) ? fieldsNow(row)[field.name] : shown(fieldsNow(row)[field.name], field) || null),
  }));
  const more = (name, head, wide, words, value = words, right = false) => ({ name, head, about: "", wide, right, words, value: (row) => value(row) || null });
  const date = (row) => index.date[row.article.place] ?? index.published[row.article.place];
  return [
    more("*quote", say("words"), 300, (row) => row.quote),
    ...own,
    more("*title", say("article"), 260, (row) => row.article.title || baseName(index.source[row.article.place])),
    more("*date", say("date"), 110, (row) => day(date(row)), date),
    { ...more("*confidence", label("confidence"), 96, (row) => (row.confidence === null ? "" : figure(row.confidence)), null, true), value: (row) => row.confidence },
    more("*state", say("state"), 110, (row) => (statusOf(row) ? say(statusOf(row)) : "")),
  ];
}

function widthOf(field) {
  if (field.many) return 190;
  return { word: 150, text: 200, boolean: 90, date: 120, integer: 110, number: 190 }[field.type];
}

/** Empty values last, numbers as numbers, words as the language sorts them. */
function compare(a, b) {
  if (a === null || b === null) return (a === null) - (b === null);
  return typeof a === "number" ? a - b : String(a).localeCompare(String(b), language);
}
