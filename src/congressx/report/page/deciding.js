// All decisions: how many, which, what to do with them, and files of them in and out.

function showDecisions(main) {
  const all = [...new Set([...mine.keys(), ...stored.keys()])].map((key) => ({ key, decision: mine.get(key) ?? stored.get(key), here: mine.has(key) }))
    .filter(({ decision }) => decision)
    .sort((a, b) => (places.get(a.decision.article_id) ?? 1e9) - (places.get(b.decision.article_id) ?? 1e9) || a.decision.evidence.start - b.decision.evidence.start);
  const counts = new Map(VERDICTS.map((verdict) => [verdict, all.filter(({ decision }) => decision.verdict === verdict).length]));
  const list = new LongList({ height: 64, label: say("decisions"), role: "list", row: (i) => decisionEntry(all[i]) });
  const input = make("input", { type: "file", id: "import", accept: ".json,application/json", onchange: async () => {
    if (!input.files.length) return;
    try {
      const { taken, elsewhere } = await takeIn(input.files[0]);
      toast(say(elsewhere ? "imported_some" : "imported", { count: taken, elsewhere }));
      showDecisions(main);
    } catch (error) {
      toast(error.message, true);
    }
  } });
  replace(main, make("h1", {}, say("decisions")),
    make("p", { id: "decision-counts" }, VERDICTS.filter((verdict) => counts.get(verdict)).map((verdict) => `${say(`verdict_${verdict}`)}: ${figure(counts.get(verdict))}`).join(" · ") || say("no_decisions")),
    meta.served ? servedWords() : make("p", { class: "about" }, say("decisions_kept")),
    make("div", { class: "buttons" },
      make("button", { type: "button", class: "main", id: "download", disabled: mine.size === 0, onclick: download }, say("download_decisions")),
      make("label", { class: "file", for: "import" }, say("import_decisions"), input)),
    !meta.served && make("p", { class: "about" }, say("then_apply"), " ", make("code", {}, "congressx review apply decisions.json --out data/out")),
    all.length > 0 && list.element);
  if (all.length) list.show(all.length);
}

function servedWords() {
  return make("div", {}, make("p", { class: "about" }, say("decisions_written")),
    unsent.size > 0 && make("p", { class: "problem" }, say("unsent", { count: unsent.size }), " ",
      make("button", { type: "button", onclick: () => send([...unsent]).then((done) => done && refreshView()) }, say("send_again"))));
}

function decisionEntry({ decision, here }) {
  const place = places.get(decision.article_id);
  const kind = kinds.find((one) => one.table === decision.table);
  const title = place === undefined ? decision.article_id : index.title[place] || baseName(index.source[place]);
  const article = place === undefined ? null : opened.get(place);
  const row = article?.rows.find((one) => one.key === keyOf(decision));
  return make("div", { class: "entry", role: "listitem" },
    make("a", { href: place === undefined ? "#/decisions" : `#/article/${decision.article_id}${row ? `/${row.at}` : ""}`, class: "entry-title" }, decision.evidence.quote),
    make("div", { class: "entry-about" }, kind && tagOf(kind), " ", make("b", {}, say(`verdict_${decision.verdict}`)), changesOf(decision, kind), ` · ${title}`, !here && ` · ${say("stored_before")}`, decision.note && ` · ${decision.note}`));
}

function changesOf(decision, kind) {
  if (decision.verdict !== "correct") return null;
  const of = (name) => kind?.fields.find((field) => field.name === name) ?? { name, type: "text" };
  return Object.entries(decision.correction).map(([name, value]) => ` · ${label(name)}: ${shown(decision.row[name], of(name)) || "—"} → ${shown(value, of(name)) || "—"}`);
}
