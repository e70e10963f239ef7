"""The page as bytes: what words of articles may not become, and what the data says."""

from __future__ import annotations

import base64
import gzip
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from tests.report.rendering import rendered

from congressx.engine import FactRecord
from congressx.errors import OutputError
from congressx.pipeline import table_records
from congressx.report import pack, read_content
from congressx.report.chunks import in_script, packed
from congressx.report.forms import form_of
from congressx.report.page import SCRIPTS
from congressx.report.words import interface, labels

PAGE = Path(__file__).parents[2] / "src" / "congressx" / "report" / "page"


class Elements(HTMLParser):
    """Start tags with their attributes, and what stands in each script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append((dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] == "script":
            attributes, before = self.scripts[-1]
            self.scripts[-1] = (attributes, before + data)


def data_of(page: str, name: str) -> Any:
    content = next(text for attributes, text in Elements(page).scripts if attributes.get("id") == name)
    return json.loads(content) if name == "meta" else json.loads(gzip.decompress(base64.b64decode(content)))


def test_hostile_words_add_no_element(page: str) -> None:
    elements = Elements(page)
    assert [attributes for attributes, _ in elements.scripts if "type" not in attributes] == [{}], "one script runs"
    assert not [tag for tag, _ in elements.tags if tag in ("img", "iframe", "object", "embed", "form", "base")]
    assert not [name for _, attributes in elements.tags for name in attributes if name.startswith("on")]
    assert "hacked" not in page
    assert "javascript:" not in page.split("<script>", maxsplit=1)[0]


def test_the_policy_is_of_this_script_and_forbids_the_network(page: str) -> None:
    policy = next(a["content"] for t, a in Elements(page).tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert "default-src 'none'" in policy
    assert "connect-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"""(src|href)=["']?(https?:)?//""", page)


def test_decisions_in_the_page_are_no_markup(folder: Path) -> None:
    article_id = read_content(folder, table_records()).articles[2]["article_id"]
    words = "</script><script>window.hacked=8</script>\u2028"
    evidence = {"quote": words, "sentence": words, "start": 0, "stop": 9}
    decision = {
        "verdict": "reject",
        "table": "terms",
        "article_id": article_id,
        "row": {"label": words},
        "evidence": evidence,
    }
    page = rendered(folder, [decision])
    assert "</script><script>window" not in page
    assert "\u2028" not in page
    assert data_of(page, "meta")["decisions"] == [decision]


@pytest.mark.parametrize("words", ["</script>", "<!--<script>", "\u2028", "\u2029", "]]>", "&quot;"])
def test_json_in_a_script_is_only_json(words: str) -> None:
    text = in_script({"title": words})
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == {"title": words}


def test_every_row_is_in_the_page_with_its_words(folder: Path, page: str) -> None:
    content = read_content(folder, table_records())
    meta, index, articles = data_of(page, "meta"), data_of(page, "index"), data_of(page, "articles-0")
    assert index["id"] == [article["article_id"] for article in content.articles]
    for article_id, article, counts in zip(index["id"], articles, index["counts"], strict=True):
        assert len(article["rows"]) == sum(counts)
        for number, start, stop, sentence, *rest in article["rows"]:
            kind = meta["kinds"][number]
            rows = content.facts[kind["table"]][article_id]
            row = next(row for row in rows if (row["start"], row["stop"]) == (start, stop) and row["rule"] == rest[1])
            assert article["text"][start:stop] == row["quote"]
            assert article["sentences"][sentence] == row["sentence"]
            assert len(rest) == 5 + len(kind["fields"])


def test_the_same_tables_give_the_same_page(folder: Path, page: str) -> None:
    assert rendered(folder) == page


def test_packed_data_are_letters_only() -> None:
    assert re.fullmatch(r"[A-Za-z0-9+/=]+", packed({"text": "</script> ngày 3/4"}))


def test_forms_know_every_field_of_every_record() -> None:
    for table, record in table_records().items():
        if issubclass(record, FactRecord):
            names = [
                field.alias or name
                for name, field in record.model_fields.items()
                if name not in FactRecord.model_fields
            ]
            assert [field["name"] for field in form_of(record)] == names, table


def test_a_form_says_what_a_field_may_be() -> None:
    fields = {field["name"]: field for field in form_of(_fact("meetings"))}
    assert fields["starts_on"]["type"] == "date"
    assert fields["starts_on"]["nullable"]
    assert fields["also"]["many"]
    assert "party_congress" in fields["also"]["words"]
    assert (fields["term_start"]["min"], fields["term_start"]["max"]) == (1930, 2100)
    assert not fields["type"]["nullable"]


def _fact(table: str) -> type[BaseModel]:
    return table_records()[table]


def test_the_page_says_only_what_it_has_words_for() -> None:
    scripts = "\n".join((PAGE / name).read_text(encoding="utf-8") for name in SCRIPTS)
    said = set(re.findall(r"""\bsay\("(\w+)\"""", scripts))
    assert said <= set(interface()["en"])
    assert interface()["en"].keys() == interface()["vi"].keys()
    for key, words in interface()["en"].items():
        places = re.findall(r"\{\w+\}", words)
        assert sorted(places) == sorted(re.findall(r"\{\w+\}", interface()["vi"][key])), key


def test_the_words_of_this_project_have_labels() -> None:
    known = labels()["vi"]
    for table, record in table_records().items():
        if issubclass(record, FactRecord):
            assert table in known
            for field in form_of(record):
                assert field["name"] in known
                unnamed = [
                    word
                    for word in field.get("words", ())
                    if f"{field['name']}.{word}" not in known and word not in known
                ]
                assert unnamed == [], field["name"]


def test_scripts_make_no_markup_and_ask_nobody() -> None:
    scripts = {name: (PAGE / name).read_text(encoding="utf-8") for name in SCRIPTS}
    assert sorted(scripts) == sorted(path.name for path in PAGE.glob("*.js"))
    forbidden = (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "XMLHttpRequest",
        "</script",
    )
    for name, script in scripts.items():
        code = "\n".join(line for line in script.splitlines() if not line.lstrip().startswith("//"))
        assert [word for word in forbidden if word in code] == [], name
        assert ("fetch(" in code) == (name == "decisions.js")


def test_a_folder_without_tables_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no tables here"):
        read_content(tmp_path, table_records())


def test_no_article_is_a_page_too(folder: Path) -> None:
    records = table_records()
    content = read_content(folder, records, limit=0)
    assert pack(content, records).meta["articles"] == 0


def test_unread_files_and_counts_are_in_the_overview(page: str) -> None:
    overview = data_of(page, "overview")
    assert [entry[1] for entry in overview["unread_files"]] == ["empty"]
    assert overview["meetings"]["months"]
    assert sum(overview["rows"].values()) == sum(sum(counts) for counts in data_of(page, "index")["counts"])
