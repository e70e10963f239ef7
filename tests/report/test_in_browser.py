"""The page as a person meets it, in Chromium and without a network."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.report.conftest import ORDINARY
from tests.report.rendering import rendered

from congressx.pipeline import extract_to, table_records
from congressx.report import ReviewServer, pack, read_content, render_page, stored_decisions
from congressx.review import parse_decisions, read_decisions, store

Open = Callable[..., Any]


@pytest.fixture
def opened(browser: Any, page: str, tmp_path: Path) -> Iterator[Open]:
    """Opens a report from a file, offline; a request or a fault in its scripts fails the test."""
    contexts, faults = [], []

    def open_it(content: str = page, *, at: str = "", name: str = "report.html", **context: Any) -> Any:
        file = tmp_path / name
        file.write_text(content, encoding="utf-8")
        made = browser.new_context(offline=True, **({"locale": "en-GB"} | context))
        contexts.append(made)
        view = made.new_page()
        view.set_default_timeout(15_000)
        view.on(
            "request", lambda request: request.url.startswith(("file:", "blob:", "data:")) or faults.append(request.url)
        )
        view.on("pageerror", lambda error: faults.append(str(error)))
        view.on("console", lambda message: message.type == "error" and faults.append(message.text))
        view.goto(file.as_uri() + at)
        view.wait_for_selector("html[data-ready]")
        return view

    yield open_it
    for made in contexts:
        made.close()
    assert faults == []


def until(view: Any, holds: Callable[[], object]) -> None:
    """Waits here and not in the page: its policy lets nobody evaluate words as code."""
    for _ in range(200):
        if holds():
            return
        view.wait_for_timeout(50)
    raise AssertionError("it did not come about in ten seconds")


def go(view: Any, at: str) -> None:
    view.evaluate("at => { location.hash = at }", at)


def article(view: Any, title: str) -> Any:
    """Opens the article with these words in its title."""
    go(view, "#/articles")
    view.click(f".entry-title:has-text('{title}')")
    view.wait_for_selector(".text .mark")
    return view


def said(view: Any) -> str:
    """The fields of the record under the eye."""
    return str(view.inner_text(".panel"))


def decisions_in(view: Any) -> Any:
    go(view, "#/decisions")
    with view.expect_download() as download:
        view.click("#download")
    return json.loads(Path(download.value.path()).read_text(encoding="utf-8"))


def test_it_opens_from_a_file_and_asks_nobody(opened: Open) -> None:
    view = opened()
    assert view.inner_text("h1") == "Overview"
    assert view.locator("svg[role=img]").count() >= 5
    view.click(".chart summary >> nth=0")
    assert view.locator(".numbers table >> nth=0").is_visible()


def test_words_of_articles_run_nothing_and_are_shown(opened: Open) -> None:
    view = opened()
    for at in ("#/articles", "#/tables/meetings", "#/tables/officials", "#/decisions", "#/overview"):
        go(view, at)
        view.wait_for_timeout(150)
    article(view, "window.hacked=7")
    assert '<img src=x onerror="window.hacked=1">' in view.inner_text(".text")
    assert "</script><script>window.hacked=1</script>" in view.inner_text(".text")
    while view.locator(".panel .where").count() == 0 or not view.inner_text(".panel .where").startswith("9"):
        before = view.url
        view.keyboard.press("j")
        if view.url == before:
            break
    assert view.evaluate("typeof window.hacked") == "undefined"
    assert view.locator("main img, main script, main iframe").count() == 0
    assert view.locator("a[href^='javascript']").count() == 0
    assert "javascript:window.hacked=6" in view.inner_text(".article-head")


def test_addresses_of_the_web_are_links(opened: Open) -> None:
    view = article(opened(), "Mường Khoa")
    link = view.locator(".article-head a[target=_blank]")
    assert link.get_attribute("href") == "https://bao.example/bai-1"
    assert "noopener" in link.get_attribute("rel")


def test_marks_stand_on_their_words_beyond_the_first_plane_too(opened: Open) -> None:
    view = article(opened(), "Nậm Lúc")
    view.click(".row-table tr[data-row]:has-text('Lý A Sùng') button >> nth=0")
    assert view.inner_text(".panel .sentence mark").startswith("Đồng chí Lý A Sùng")
    lit = "".join(
        view.locator(".text .lit").evaluate_all(
            "all => all.filter(one => !one.parentElement.closest('.lit')).map(one => one.textContent)"
        )
    )
    assert lit == view.inner_text(".panel .sentence mark")


def test_search_leaves_marks_out_and_looks_into_the_text(opened: Open) -> None:
    view = opened(at="#/articles")
    assert view.locator(".entry").count() == 3
    view.fill("#filter-q", "quang van pan")
    until(view, lambda: view.locator(".entry").count() == 1)
    assert "Mường Khoa" in view.inner_text(".entry")
    assert view.inner_text(".entry mark") == "Quàng Văn Pản"
    view.fill("#filter-q", "quãng văn pản")
    until(view, lambda: view.locator(".entry").count() == 0)


def test_filters(opened: Open) -> None:
    view = opened(at="#/articles")
    view.fill("#filter-from", "2021-01-01")
    view.fill("#filter-to", "2021-12-31")
    until(view, lambda: view.locator(".entry").count() == 1)
    assert "Nậm Lúc" in view.inner_text(".entry")
    view.click("text=Clear search and filters")
    until(view, lambda: view.locator(".entry").count() == 3)
    view.select_option("#filter-kind", "attendance")
    until(view, lambda: view.locator(".entry").count() == 2)
    view.select_option("#filter-flag", "unreviewed")
    view.select_option("#filter-office", "secretary")
    view.wait_for_timeout(300)
    assert view.locator(".entry").count() == 2


def test_from_a_row_to_its_words_and_back(opened: Open) -> None:
    view = article(opened(), "Mường Khoa")
    view.click(".row-table tr:has-text('142') button")
    assert view.locator(".text .lit").first.text_content().endswith("142 đại biểu")
    assert view.locator(".text .flash").count() >= 1
    assert "142" in said(view)
    view.click(".text .mark:has-text('thu ngân sách đạt') >> nth=0")
    assert "12,500,000,000" in said(view)
    assert "thu ngân sách" in view.inner_text(".row-table tr[aria-current]")


def test_from_a_table_over_all_articles_to_the_words(opened: Open) -> None:
    view = opened(at="#/tables/kpis")
    view.wait_for_selector(".grid-row[aria-rowindex]")
    view.click("[role=columnheader] >> text=value")
    view.click("[role=columnheader] >> text=value")
    assert "98 tỷ" in view.inner_text(".grid-row[aria-rowindex='2']")
    view.fill("#table-q", "ho ngheo")
    until(view, lambda: view.locator(".grid-row[aria-rowindex]").count() == 1)
    view.click(".grid-row[aria-rowindex='2'] a")
    view.wait_for_selector(".text .lit")
    assert "hộ nghèo" in view.locator(".text .lit").first.text_content()


def test_overlapping_mentions_have_a_line_each(opened: Open) -> None:
    view = article(opened(), "Mường Khoa")
    inner = view.locator(".text .mark .mark").first
    assert inner.count() == 1
    borders = inner.evaluate("one => [one, one.parentElement].map(each => each.getBoundingClientRect().bottom)")
    assert borders[1] > borders[0] + 1, "the outer line is below the inner"
    inner.click()
    assert view.locator(".among button").count() >= 2


def test_accept_reject_correct_and_download(opened: Open) -> None:
    view = article(opened(), "Mường Khoa")
    view.uncheck(".check input") if view.locator(".check input").count() else None
    view.click(".row-table tr:has-text('142') button")
    view.uncheck(".check input")
    view.keyboard.press("a")
    assert view.locator(".row-table tr.accepted").count() == 1
    view.click(".row-table tr:has-text('6.2') button")
    view.click("button.rejected")
    view.click(".row-table tr:has-text('12,500,000,000') button")
    view.keyboard.press("e")
    view.fill("#field-value", "12600000000")
    view.select_option("#field-mood", "estimate")
    view.fill("#note", "theo bảng cuối bài")
    view.click("text=Save correction")
    assert "12,600,000,000" in said(view)
    assert view.inner_text("#badge") == "3"
    file = decisions_in(view)
    assert (file["format"], file["version"]) == ("congressx-decisions", 1)
    by_verdict = {decision["verdict"]: decision for decision in file["decisions"]}
    assert sorted(by_verdict) == ["accept", "correct", "reject"]
    corrected = by_verdict["correct"]
    assert corrected["correction"] == {"value": 12600000000, "mood": "estimate"}
    assert corrected["row"]["value"] == 12500000000
    assert corrected["note"] == "theo bảng cuối bài"
    assert corrected["evidence"]["quote"] in corrected["evidence"]["sentence"]
    parsed = parse_decisions(json.dumps(file).encode(), "download")
    assert len(parsed) == 3


def test_a_form_that_is_filled_in_wrongly_is_not_saved(opened: Open) -> None:
    view = article(opened(), "Mường Khoa")
    view.click(".row-table tr:has-text('142') button")
    view.keyboard.press("e")
    view.fill("#field-present", "-3")
    view.click("text=Save correction")
    assert view.locator("#field-present[aria-invalid=true]").count() == 1
    view.fill("#field-present", "142")
    view.click("text=Save correction")
    assert "Nothing was changed" in said(view)
    view.keyboard.press("Escape")
    assert view.locator("form.correction").count() == 0
    assert view.locator("#badge").count() == 0


def test_decisions_stay_in_the_browser_and_come_in_from_a_file(opened: Open, tmp_path: Path) -> None:
    view = article(opened(), "Mường Khoa")
    view.keyboard.press("j")
    view.keyboard.press("a")
    view.reload()
    view.wait_for_selector("html[data-ready]")
    assert view.inner_text("#badge") == "1"
    file = decisions_in(view)
    saved = tmp_path / "decisions.json"
    saved.write_text(json.dumps(file), encoding="utf-8")
    other = opened(name="other.html", at="#/decisions")
    assert "No decision yet" in other.inner_text("main")
    other.set_input_files("#import", saved)
    other.wait_for_selector(".entry")
    other.click(".entry a")
    other.wait_for_selector(".sign.accepted")
    saved.write_text('{"format": "something else"}', encoding="utf-8")
    go(other, "#/decisions")
    other.wait_for_selector("#import")
    other.set_input_files("#import", saved)
    other.wait_for_selector("#toast[role=alert].shown")
    assert "decisions.json: not a file of congressx decisions" in other.inner_text("#toast")


def test_the_language_is_switched_and_remembered(opened: Open) -> None:
    view = opened()
    view.click("[lang=vi]")
    view.wait_for_selector("h1:has-text('Tổng quan')")
    assert view.evaluate("document.documentElement.lang") == "vi"
    view.reload()
    view.wait_for_selector("h1:has-text('Tổng quan')")
    assert opened(locale="vi-VN").inner_text("h1") == "Tổng quan"
    assert opened(locale="fr-FR").inner_text("h1") == "Overview"


def test_the_language_asked_for_is_that_of_the_page(opened: Open, folder: Path) -> None:
    assert opened(rendered(folder, language="vi")).inner_text("h1") == "Tổng quan"


def test_everything_goes_by_keyboard(opened: Open) -> None:
    view = opened(at="#/articles")
    view.keyboard.press("j")
    view.keyboard.press("Enter")
    view.wait_for_selector(".text .mark")
    view.keyboard.press("j")
    assert view.inner_text(".panel .where").startswith("1 /")
    view.keyboard.press("j")
    view.keyboard.press("k")
    assert view.inner_text(".panel .where").startswith("1 /")
    view.keyboard.press("r")
    assert view.inner_text(".panel .where").startswith("2 /"), "goes on after a decision"
    assert view.locator(".row-table tr.rejected").count() == 1
    view.keyboard.press("u")
    assert view.locator(".row-table tr.rejected").count() == 0
    assert view.inner_text(".panel .where").startswith("1 /")
    view.keyboard.press("?")
    assert view.locator("#help[open]").count() == 1
    view.keyboard.press("Escape")
    assert view.locator("#help[open]").count() == 0
    view.keyboard.press("]")
    until(view, lambda: view.inner_text(".steps .where").startswith("2"))
    view.keyboard.press("/")
    until(view, lambda: view.evaluate("document.activeElement.id") == "filter-q")
    view.keyboard.type("jake")
    assert view.input_value("#filter-q") == "jake"


def test_every_control_has_a_name(opened: Open) -> None:
    view = opened()
    nameless = """() => [...document.querySelectorAll('button, a[href], input, select, textarea, svg[role=img], [role=button]')]
        .filter(one => !one.getAttribute('aria-label') && !one.textContent.trim() && !one.title && !one.labels?.length)
        .map(one => one.outerHTML)"""
    for at in ("#/overview", "#/articles", "#/tables/kpis", "#/decisions"):
        go(view, at)
        view.wait_for_timeout(200)
        assert view.evaluate(nameless) == []
    article(view, "Mường Khoa")
    view.keyboard.press("j")
    view.keyboard.press("e")
    assert view.evaluate(nameless) == []


def test_on_a_phone_nothing_runs_out_of_the_page(opened: Open) -> None:
    view = opened(viewport={"width": 390, "height": 844})
    for at in ("#/overview", "#/articles", "#/tables/kpis", "#/decisions"):
        go(view, at)
        view.wait_for_timeout(200)
        assert view.evaluate("document.documentElement.scrollWidth") <= 390
    article(view, "Mường Khoa")
    view.click(".text .mark >> nth=0")
    assert view.locator(".panel.open").bounding_box()["y"] > 300
    view.click(".panel .close")
    assert view.locator(".panel.open").count() == 0


def test_of_two_thousand_articles_only_those_in_sight_are_drawn(opened: Open, folder: Path) -> None:
    records = table_records()
    content = read_content(folder, records)
    first = content.articles[0]
    many = [first | {"article_id": f"{number:016x}", "title": f"Bài số {number}"} for number in range(2000)]
    facts = {
        table: {a["article_id"]: rows.get(first["article_id"], ()) for a in many}
        for table, rows in content.facts.items()
    }
    view = opened(render_page(pack(replace(content, articles=many, facts=facts), records)), at="#/articles")
    assert view.inner_text("#found") == "2,000 of 2,000 articles"
    assert view.locator(".entry").count() < 40
    view.evaluate("document.querySelector('.listing .long').scrollTop = 1e9")
    view.wait_for_selector("text=Bài số 1999")
    assert view.locator(".entry").count() < 40


def test_served_decisions_are_written_shown_again_and_withdrawn(browser: Any, folder: Path, tmp_path: Path) -> None:
    out = shutil.copytree(folder, tmp_path / "out")
    records = table_records()

    def page() -> str:
        return render_page(pack(read_content(out, records), records), stored_decisions(out), language="en", served=True)

    with ReviewServer(page, lambda body: store(out, parse_decisions(body, "the page")) and None) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        context = browser.new_context()
        view = context.new_page()
        view.goto(server.address)
        view.wait_for_selector("html[data-ready]")
        article(view, "Mường Khoa")
        view.keyboard.press("j")
        with view.expect_response("**/decisions") as answer:
            view.keyboard.press("a")
        assert answer.value.status == 200
        assert [decision["verdict"] for decision in stored_decisions(out)] == ["accept"]
        view.reload()
        view.wait_for_selector(".row-table tr.accepted")
        view.click(".row-table tr.accepted button")
        with view.expect_response("**/decisions"):
            view.click(".panel >> text=Take back")
        until(view, lambda: view.locator(".row-table tr.accepted").count() == 0)
        assert stored_decisions(out) == []
        server.shutdown()
        view.keyboard.press("a")
        server.server_close()
        view.wait_for_selector("#toast[role=alert].shown", timeout=90_000)
        context.close()


def test_downloaded_applied_and_looked_at_again(opened: Open, tmp_path: Path) -> None:
    raw, out = tmp_path / "raw", tmp_path / "out"
    raw.mkdir()
    (raw / "a.txt").write_text(ORDINARY, encoding="utf-8")
    extract_to([raw], out)
    view = article(opened(rendered(out)), "Mường Khoa")
    view.click(".row-table tr:has-text('142') button")
    view.uncheck(".check input")
    view.keyboard.press("a")
    view.click(".row-table tr:has-text('6.2') button")
    view.keyboard.press("r")
    view.click(".row-table tr:has-text('12,500,000,000') button")
    view.keyboard.press("e")
    view.fill("#field-value", "12600000000")
    view.click("text=Save correction")
    file = tmp_path / "decisions.json"
    file.write_text(json.dumps(decisions_in(view)), encoding="utf-8")

    store(out, read_decisions(file))
    extract_to([raw], out)

    again = article(opened(rendered(out), name="again.html"), "Mường Khoa")
    assert again.locator(".row-table tr.accepted:has-text('142')").count() == 1
    assert again.locator(".row-table tr:has-text('6.2')").count() == 0
    assert "tỷ lệ hộ nghèo" in again.inner_text(".stray")
    again.click(".row-table tr.corrected button")
    assert "12,500,000,000 12,600,000,000" in said(again), "what was read and what it was corrected to"
    again.keyboard.press("e")
    again.fill("#field-value", "12700000000")
    again.click("text=Save correction")
    again.click(".stray button")
    assert again.locator(".stray").count() == 0
    changed = decisions_in(again)["decisions"]
    assert sorted(decision["verdict"] for decision in changed) == ["correct", "withdraw"]
    file.write_text(json.dumps({"format": "congressx-decisions", "version": 1, "decisions": changed}), encoding="utf-8")
    store(out, read_decisions(file))
    assert [d["correction"] for d in stored_decisions(out) if d["verdict"] == "correct"] == [{"value": 12700000000}]
    assert sorted(d["verdict"] for d in stored_decisions(out)) == ["accept", "correct"]


def test_of_tables_that_a_run_left_out_nothing_is_shown(opened: Open, folder: Path) -> None:
    records = {
        table: record for table, record in table_records().items() if table in ("articles", "terms", "rejections")
    }
    view = opened(render_page(pack(read_content(folder, records), records)))
    assert "Meetings" not in view.inner_text("main")
    go(view, "#/tables")
    view.wait_for_selector(".grid-row[aria-rowindex]")
    article(view, "Mường Khoa")
    view.keyboard.press("j")
    assert "2025" in said(view)
    go(view, "#/article/none")
    view.wait_for_selector("h1:has-text('No such article')")
