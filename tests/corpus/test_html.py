"""Pages in the layouts of portals, each beside the text that is its article."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from congressx.corpus import Reading, read_article, read_articles
from congressx.corpus.html.body import is_list_heading
from congressx.document import SectionKind, read_document
from congressx.errors import InputError

PAGES = Path(__file__).parent / "pages"
ARTICLES = sorted(path for path in PAGES.glob("*.html") if path.with_suffix(".txt").exists())


@pytest.mark.parametrize("page", ARTICLES, ids=lambda page: page.stem)
def test_a_page_gives_its_article_and_nothing_else(page: Path) -> None:
    assert (
        read_article(str(page)).text.split("\n")
        == page.with_suffix(".txt").read_text(encoding="utf-8").split("\n")[:-1]
    )


@pytest.mark.parametrize(
    ("page", "published"),
    [
        ("liferay", (2020, 6, 13)),
        ("liferay7", (2022, 7, 8)),
        ("dotnetnuke", (2018, 7, 5)),
        ("easydnn", (2022, 3, 14)),
        ("nukeviet", (2021, 12, 21)),
        ("nukeviet3", (2012, 8, 9)),
        ("sharepoint", (2020, 1, 10)),
        ("sharepoint-table", (2017, 12, 15)),
        ("split", (2023, 5, 18)),
        ("newspaper", (2025, 3, 4)),
        ("layout-table", (2011, 10, 18)),
        ("unmarked", (2023, 9, 21)),
        ("wordpress", (2023, 1, 9)),
        ("teasers", (2016, 12, 14)),
        ("plain", None),
    ],
)
def test_a_page_is_dated_by_its_own_line(page: str, published: tuple[int, int, int] | None) -> None:
    document = read_document(read_article(str(PAGES / f"{page}.html")))
    assert document.published == (published and dt.date(*published))
    assert document.quote(document.sections[0].span) == document.title
    assert document.sections[0].kind is SectionKind.TITLE


def test_a_page_says_what_it_is() -> None:
    page = read_article(str(PAGES / "nukeviet.html"))
    assert page.title == "Chi bộ Trường THPT Sông Lam tổng kết công tác năm 2021"
    assert (page.published, page.author, page.site) == (dt.date(2021, 12, 21), "Lê Minh", "Trường THPT Sông Lam")
    assert page.url == "https://songlam.example.edu.vn/news/tong-ket-2021.html"
    assert (
        read_article(str(PAGES / "sharepoint.html")).url
        == "http://bentre.example.gov.vn/Pages/TinTucSuKien.aspx?ID=31225"
    )


@pytest.mark.parametrize(("page", "reason"), [("list", "list_page"), ("links", "list_page"), ("empty", "no_article")])
def test_pages_without_an_article_are_refused(page: str, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        read_article(str(PAGES / f"{page}.html"))
    assert caught.value.reason == reason


@pytest.mark.parametrize("page", ARTICLES, ids=lambda page: page.stem)
def test_more_related_links_change_nothing(page: Path, tmp_path: Path) -> None:
    markup = page.read_text(encoding="utf-8")
    links = "".join(
        f'<li><a href="/{n}">Hội nghị lần thứ {n} của Đảng bộ xã bên cạnh kết thúc</a></li>' for n in range(9)
    )
    more = f'<div class="tin-khac"><h3>Các tin khác</h3><ul>{links}</ul></div></body>'
    (tmp_path / "a.html").write_text(markup.replace("</body>", more), encoding="utf-8")
    assert read_article(str(tmp_path / "a.html")).text == read_article(str(page)).text


PARAGRAPH = "<p>Đại hội Đảng bộ xã Minh Hà đã bầu Ban Chấp hành khóa mới gồm 15 đồng chí và đoàn đại biểu dự đại hội cấp trên.</p>"


def test_nested_tags_are_refused_with_the_setting(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    for depth, readable in ((400, True), (600, False), (10_000, False)):
        path.write_text("<html><body>" + "<div>" * depth + PARAGRAPH * 3 + "</div>" * depth, encoding="utf-8")
        [found] = read_articles(str(path))
        assert isinstance(found, InputError) is not readable
    assert "--max-nesting" in str(found)
    path.write_text("<html><body>" + "<div>" * 900 + PARAGRAPH * 3, encoding="utf-8")
    assert read_article(str(path), Reading(max_nesting=1000)).text.count("Minh Hà") == 3


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body><p>\x00" + PARAGRAPH,
        "<html>" + PARAGRAPH + "<table><tr><td>" * 30,
        "<!DOCTYPE html><html><head><script type='application/ld+json'>{[</script></head><body>" + PARAGRAPH,
        "<html><body><a href=x>" + PARAGRAPH + "</a></b></i></html>" + PARAGRAPH,
        "<html><body>" + PARAGRAPH + "&#0;&#xD800;&#99999999;&nbsp;",
        "<html><body>" + PARAGRAPH + '<div class="related">x</div>&#1;\x02&#xFFFF;' + PARAGRAPH,
    ],
)
def test_broken_markup_is_read_or_refused(markup: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(markup, encoding="utf-8")
    [found] = read_articles(str(tmp_path / "a.html"))
    assert isinstance(found, InputError) or "Minh Hà" in found.text


def test_pages_in_old_encodings_are_read(tmp_path: Path) -> None:
    expected = read_article(str(PAGES / "liferay.html")).text
    markup = (PAGES / "liferay.html").read_text(encoding="utf-8")
    (tmp_path / "a.html").write_text(markup, encoding="utf-16")
    assert read_article(str(tmp_path / "a.html")).text == expected


def test_pictures_inside_a_page_do_not_count(tmp_path: Path) -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 200_000}">'
    (tmp_path / "a.html").write_text(f"<html><body>{PARAGRAPH * 2}{picture}{PARAGRAPH}", encoding="utf-8")
    assert read_article(str(tmp_path / "a.html"), Reading(max_characters=1000)).text.count("Minh Hà") == 3


def test_what_heads_a_list_is_short() -> None:
    assert is_list_heading("»» Tin cùng chuyên mục")
    assert not is_list_heading("Tin khác với dự kiến ban đầu, Đại hội kéo dài hai ngày")
