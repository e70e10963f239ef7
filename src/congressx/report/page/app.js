// Where one is in the page, the keyboard, the head with its language and light, and the beginning.

const TABS = [["overview", "#/overview"], ["articles", "#/articles"], ["tables", "#/tables"], ["decisions", "#/decisions"]];

/** Shows what the address says. Every view is made anew from the data; nothing else knows the address. */
async function route() {
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const [where = "overview", id = "", at = ""] = path.split("/").map(decoded);
  view = null;
  tableTurn++;
  searching++;
  paintTop(where || "overview");
  const main = byId("main");
  main.className = where || "overview";
  const parameters = new URLSearchParams(query);
  if (where === "articles") await showArticles(main, parameters);
  else if (where === "article") await showArticle(main, id, at);
  else if (where === "tables") await showTable(main, id);
  else if (where === "decisions") showDecisions(main);
  else await showOverview(main);
  document.title = `${main.querySelector("h1")?.textContent ?? ""} — congressx`;
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // an address that somebody cut
  }
}

function refreshView() {
  return route();
}

function paintTop(where) {
  const current = where === "article" ? "articles" : where;
  const waiting = meta.served ? unsent.size : mine.size;
  replace(byId("skip"), say("skip"));
  replace(byId("top"),
    make("a", { class: "name", href: "#/overview" }, "congressx"),
    make("nav", { "aria-label": say("parts") }, TABS.map(([name, href]) => make("a", { href, "aria-current": name === current ? "page" : null }, say(name),
      name === "decisions" && waiting > 0 && make("span", { class: "badge", id: "badge" }, figure(waiting))))),
    make("div", { class: "settings" },
      make("div", { role: "group", "aria-label": say("language"), class: "languages" }, [["vi", "Tiếng Việt", "VI"], ["en", "English", "EN"]].map(([code, name, short]) =>
        make("button", { type: "button", lang: code, "aria-pressed": String(code === language), "aria-label": name, title: name, onclick: () => {
          setLanguage(code);
          route();
        } }, short))),
      make("button", { type: "button", "aria-label": say("light"), title: say("light"), onclick: switchLight }, "◐"),
      make("button", { type: "button", "aria-label": `${say("help")} (?)`, title: `${say("help")} (?)`, onclick: showHelp }, "?")));
}

function switchLight() {
  const dark = document.documentElement.dataset.light ? document.documentElement.dataset.light === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  setLight(dark ? "light" : "dark");
}

function setLight(light) {
  if (light !== "light" && light !== "dark") return;
  document.documentElement.dataset.light = light;
  remembered.set("light", light);
}

function showHelp() {
  const keys = [["j", "next_record"], ["k", "previous_record"], ["a", "accept"], ["r", "reject"], ["e", "correct"], ["u", "undo"], ["]", "next_article"], ["[", "previous_article"], ["/", "search"], ["Esc", "close"], ["?", "help"]];
  const dialog = byId("help");
  replace(dialog, make("h2", { id: "help-title" }, say("keys")),
    make("table", { class: "keys" }, make("tbody", {}, keys.map(([key, words]) => make("tr", {}, make("th", { scope: "row" }, make("kbd", {}, key)), make("td", {}, say(words)))))),
    make("h2", {}, say("how_to_read")), make("p", {}, say("how_marks")), make("p", {}, say("how_confidence")), make("p", {}, say("how_review")),
    make("form", { method: "dialog" }, make("button", { class: "main", autofocus: true }, say("close"))));
  dialog.setAttribute("aria-labelledby", "help-title");
  if (!dialog.open) dialog.showModal();
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
  const typing = event.target.closest?.("input, textarea, select");
  if (event.key === "Escape") {
    if (typing) typing.blur();
    else if (view?.current) closePanel();
    return;
  }
  if (typing && typing.type !== "checkbox") return;
  const acts = view && !view.editing ? { j: () => step(1), k: () => step(-1), a: () => act("accept"), r: () => act("reject"), e: edit, "]": () => turnPage(1), "[": () => turnPage(-1) } : listKeys();
  const all = { u: undo, "/": focusSearch, "?": showHelp, ...acts };
  const called = Object.hasOwn(all, event.key) ? all[event.key] : null;
  if (!called || (view?.editing && event.key !== "?")) return;
  event.preventDefault();
  called();
}

function listKeys() {
  const lists = document.querySelector(".listing .long, .long.grid, .decisions .long");
  if (!lists || !found.length || !articleList || lists !== articleList.element) return {};
  const here = document.activeElement?.closest?.("[data-at]");
  const move = (by) => articleList.focus(Math.min(Math.max((here ? Number(here.dataset.at) : by > 0 ? -1 : 1) + by, 0), found.length - 1));
  return { j: () => move(1), k: () => move(-1) };
}

function turnPage(by) {
  const links = document.querySelectorAll(".steps .step");
  const link = links[by < 0 ? 0 : 1];
  if (link?.getAttribute("href")) location.hash = link.getAttribute("href");
}

function focusSearch() {
  const box = byId("table-q") ?? byId("filter-q");
  if (box) {
    box.focus();
    box.select();
  } else {
    location.hash = "#/articles";
    setTimeout(() => byId("filter-q")?.focus(), 50);
  }
}

function failed(error) {
  console.error(error);
  toast(`${say("fault")} ${error?.message ?? error}`, true);
}

async function begin() {
  setLanguage(language);
  setLight(remembered.get("light"));
  if (typeof DecompressionStream === "undefined") {
    replace(byId("main"), make("p", { class: "problem" }, say("old_browser")));
    return;
  }
  paintTop("overview");
  await openIndex();
  openDecisions();
  addEventListener("hashchange", () => {
    scrollTo(0, 0);
    byId("main").focus({ preventScroll: true });
    route().catch(failed);
  });
  addEventListener("keydown", onKey);
  let width = innerWidth;
  addEventListener("resize", debounce(200, () => {
    if (width !== innerWidth && byId("main").classList.contains("overview")) route().catch(failed);
    width = innerWidth;
  }));
  document.addEventListener("decided", () => paintTop(byId("main").className));
  document.addEventListener("sent", () => {
    paintTop(byId("main").className);
    if (byId("main").classList.contains("decisions")) showDecisions(byId("main"));
  });
  addEventListener("unhandledrejection", (event) => failed(event.reason));
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
  });
  await route();
  if (meta.served && unsent.size) send([...unsent]);
  document.documentElement.dataset.ready = "yes";
}

begin().catch(failed);
