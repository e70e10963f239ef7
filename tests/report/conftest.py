"""An output folder with hostile and with ordinary words, and a browser to look at its report."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.report.rendering import rendered

from congressx.pipeline import extract_to

ORDINARY = (
    "Đại hội Đảng bộ xã Mường Khoa lần thứ XXI\n\n"
    "Ngày 14/5/2020, Đảng bộ xã Mường Khoa tổ chức Đại hội lần thứ XXI, nhiệm kỳ 2020-2025. "
    "Dự Đại hội có 142 đại biểu. Đồng chí Quàng Văn Pản, Bí thư Huyện ủy dự và chỉ đạo Đại hội.\n\n"
    "Năm 2019, thu ngân sách đạt 12,5 tỷ đồng; tỷ lệ hộ nghèo còn 6,2%. Phấn đấu đến năm 2025 thu nhập bình quân đầu người "
    "đạt 45 triệu đồng/năm. Đại hội đã bầu Ban Chấp hành gồm 15 đồng chí.\n"
)
BEYOND = (
    "Hội nghị tổng kết công tác năm 2021 của huyện Nậm Lúc 🎉\n\n"
    "Sáng 20/12/2021 🎉🎉, Huyện ủy Nậm Lúc tổ chức Hội nghị tổng kết công tác năm 2021 với 85 đại biểu tham dự. "
    "Đồng chí Lý A Sùng, Bí thư Huyện ủy chủ trì hội nghị. Năm 2021, thu ngân sách đạt 98 tỷ đồng.\n"
)
HOSTILE = (
    'Đại hội <img src=x onerror="window.hacked=1"> Chi bộ </script><script>window.hacked=1</script>\n\n'
    "Ngày 3/4/2022, Chi bộ </title></style></textarea><script>window.hacked=2</script> Trạm Y tế xã Bản Lầm tổ chức Đại hội "
    'nhiệm kỳ 2022-2025. Đồng chí Lò Văn Ún" onmouseover="window.hacked=3" x=", Bí thư Chi bộ chủ trì đại hội. '
    "{{ 7*7 }} {% raw %} ${window.hacked=4} <!--<script> \u2028window.hacked=5\u2029 &lt;b&gt; javascript:alert(1)\n"
)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of four articles; one comes with an address that is none."""
    at = tmp_path_factory.mktemp("report")
    raw = at / "raw"
    raw.mkdir()
    for name, text in (("a-ordinary", ORDINARY), ("b-beyond", BEYOND), ("c-hostile", HOSTILE)):
        (raw / f"{name}.txt").write_text(text, encoding="utf-8")
    (raw / "d-empty.txt").write_text("\n", encoding="utf-8")
    extract_to([raw], at / "out")
    _with_addresses(at / "out")
    return at / "out"


def _with_addresses(folder: Path) -> None:
    """Puts addresses into the articles, as a page of the web might give them."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = folder / "articles.parquet"
    articles = pq.read_table(path)
    urls = pa.array(["https://bao.example/bai-1", None, "javascript:window.hacked=6"], pa.string())
    titles = articles["title"].to_pylist()
    titles[2] = '"><script>window.hacked=7</script>'
    articles = articles.set_column(articles.column_names.index("url"), articles.schema.field("url"), urls)
    articles = articles.set_column(
        articles.column_names.index("title"), articles.schema.field("title"), pa.array(titles)
    )
    pq.write_table(articles, path)


@pytest.fixture(scope="session")
def page(folder: Path) -> str:
    """Their report."""
    return rendered(folder)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, where there is one: `CHROMIUM` names it, or it is on the path."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (extra `browser`)")
    path = (
        os.environ.get("CHROMIUM")
        or shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )
    if path is None:
        pytest.skip("no Chromium on the path, and the variable CHROMIUM names none")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=arguments)
        yield started
        started.close()
