"""Every encoding is read back: a page of our own, written by the tables turned round, and by what others know of the tables."""

from __future__ import annotations

import random
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from itertools import pairwise

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from congressx.corpus.encodings import decode
from congressx.corpus.encodings.charsets import WINDOWS_1252, WINDOWS_1258, charsets
from congressx.corpus.encodings.readings import SURE
from congressx.errors import InputError
from congressx.vietnamese.gazetteers import entries, rows
from congressx.vietnamese.letters import LETTER, LOWER, UPPER

HERE = "congressx.corpus.encodings"
TITLE = "Đại hội Đảng bộ huyện Minh Hà lần thứ XXIV thành công tốt đẹp"
PARAGRAPH = (
    "Sáng 27/7, tại Nhà văn hóa huyện, Đảng bộ huyện Minh Hà long trọng khai mạc Đại hội đại biểu lần thứ XXIV. Dự đại hội có ông Vũ"
    " Đình Khoẻ, Trưởng ban Tổ chức; bà Lưu Thị Bích Ngữ, Phó Chủ tịch HĐND tỉnh và 248/250 đại biểu, đạt 99,2%."
)
BODY = f"""ĐẠI HỘI ĐẢNG BỘ HUYỆN MINH HÀ LẦN THỨ XXIV, NHIỆM KỲ 2020-2025

{PARAGRAPH}

Báo cáo chính trị nêu rõ: 5 năm qua, kinh tế huyện tăng trưởng bình quân 8,6%/năm; thu ngân sách đạt 1.250 tỷ đồng, vượt 12%
so với nghị quyết; tỷ lệ hộ nghèo giảm còn 2,1%. Toàn huyện đã xây dựng 15/18 xã đạt chuẩn nông thôn mới, trồng mới 3.400 ha
rừng, sửa chữa 86 km đường, kiên cố hoá 42 cây cầu; nhiều hộ thoát nghèo nhờ nuôi ong, trồng bưởi, dệt thổ cẩm, làm gốm sứ.

"Kết quả ấy có được là nhờ sự đoàn kết, ý chí vươn lên của nhân dân", ông Khoẻ phát biểu. Ông đề nghị thảo luận kỹ những hạn
chế: việc sắp xếp bộ máy còn chậm, kỷ luật ở vài cơ sở lỏng lẻo, mùa khô nước sạch có lúc thiếu, rác thải chưa được xử lý.

Đại hội đã bầu 39 đồng chí vào Ban Chấp hành khóa mới. Ông Nguyễn Hữu Quỳnh được bầu làm Bí thư Huyện uỷ với 100% số phiếu.

Món lạ: bé bỏng, ẩm thực, ẵm bồng, ẳng, ỡm ờ, ỷ lại, ỵ, ỹ, ẻo lả, ẽo ẹt, ỉ ôi, ĩnh, ngoẵng, khuỵu, thuở, huỷ hoại, nguệch ngoạc, quạnh
quẽ, hẫng hụt, chễm chệ, bõ bèn, cặn kẽ, đằng đẵng, sừng sững, ngỗ nghịch, lũ lượt, trượt ngã, hữu dũng, mỹ tục, lỵ sở.
"""
PAGE = f"{BODY}\n{BODY.upper()}"
"""Every letter, small and as a capital in lines of capitals: the ABC fonts have no other capitals with tones."""
QUOTED = "“Đây là nhiệm kỳ được mùa” – ông Khoẻ nói; tốc độ tăng đạt 9 – 10%…\n"
LENGTHS = {"title": TITLE, "paragraph": PARAGRAPH, "page": PAGE}


def _turned_round(name: str) -> dict[int, str]:
    return {ord(letter): chr(int(byte, 16)) for byte, letter in rows(name, HERE)}


PUNCTUATION = {ord(letter): chr(byte) for byte, letter in WINDOWS_1252.items() if byte < 0xA0}


def _tcvn3() -> dict[int, str]:
    table = _turned_round("tcvn3.tsv")
    small = {letter: table[ord(letter)] for letter in LOWER if ord(letter) in table}
    capitals = {ord(letter.upper()): byte for letter, byte in small.items() if letter.upper() not in "ĂÂÊÔƠƯĐ"}
    return PUNCTUATION | table | capitals


def _vni() -> dict[int, str]:
    table = dict(PUNCTUATION)
    for typed, letter in rows("vni.tsv", HERE):
        table |= {ord(letter): typed, ord(letter.upper()): typed.upper()}
    return table


TABLES = {
    "tcvn3": _tcvn3(),
    "vni": _vni(),
    "viscii": _turned_round("viscii.tsv"),
    "vps": PUNCTUATION | _turned_round("vps.tsv"),
    "tcvn-5712": _turned_round("tcvn-5712.tsv"),
}
TONES = {"\u0300": "\xcc", "\u0301": "\xec", "\u0309": "\xd2", "\u0303": "\xde", "\u0323": "\xf2"}


def _windows_1258(text: str) -> str:
    return "".join(_letter_and_mark(letter) for letter in text)


def _letter_and_mark(letter: str) -> str:
    try:
        return letter.encode("cp1258").decode("latin-1")
    except UnicodeEncodeError:
        marks = unicodedata.normalize("NFD", letter)
        tone = next(mark for mark in marks if mark in TONES)
        return unicodedata.normalize("NFC", marks.replace(tone, "")).encode("cp1258").decode("latin-1") + TONES[tone]


LEGACY: dict[str, Callable[[str], str]] = {
    "windows-1258": _windows_1258,
    **{name: lambda text, table=table: text.translate(table) for name, table in TABLES.items()},  # type: ignore[misc]
}
"""Encoding → text as its bytes, held as Latin-1 text."""


def _wrecked(text: str) -> str:
    """windows-1252 read as windows-1258, in a page that had its other letters as entities."""
    table = str.maketrans("ãõýÃÕÝìòÌÒ", "ăơưĂƠƯ\u0301\u0323\u0300\u0309")
    return unicodedata.normalize("NFC", text.translate(table))


# -- The tables, by what others know of them


def test_the_tables_hold_the_letters_of_vietnamese() -> None:
    letters = {letter for letter in LETTER if not letter.isascii()}
    for name in ("viscii.tsv", "vps.tsv", "tcvn-5712.tsv"):
        assert {letter for _, letter in rows(name, HERE)} == letters
        assert len(rows(name, HERE)) == len(letters)
    assert {letter for _, letter in rows("vni.tsv", HERE)} == {letter for letter in letters if letter.islower()}
    assert letters <= set(PAGE)


KNOWN = {
    "tcvn3": (
        "µ¸¶·¹ ¨»¾¼½Æ ©ÇÊÈÉË ® ÌÐÎÏÑ ªÒÕÓÔÖ ×ÝØÜÞ ßãáâä «åèæçé ¬êíëìî ïóñòô \xadõøö÷ù úýûüþ ¡¢§£¤¥¦",
        "àáảãạ ăằắẳẵặ âầấẩẫậ đ èéẻẽẹ êềếểễệ ìíỉĩị òóỏõọ ôồốổỗộ ơờớởỡợ ùúủũụ ưừứửữự ỳýỷỹỵ ĂÂĐÊÔƠƯ",
    ),
    "vni": (
        "aøaùaûaõaï aêaèaéaúaüaë aâaàaáaåaãaä ñ eøeùeûeõeï eâeàeáeåeãeä ìíæóò oøoùoûoõoï oâoàoáoåoãoä ôôøôùôûôõôï "
        "uøuùuûuõuï ööøöùöûöõöï yøyùyûyõî AÊAÂÑEÂOÂÔÖ",
        "àáảãạ ăằắẳẵặ âầấẩẫậ đ èéẻẽẹ êềếểễệ ìíỉĩị òóỏõọ ôồốổỗộ ơờớởỡợ ùúủũụ ưừứửữự ỳýỷỹỵ ĂÂĐÊÔƠƯ",
    ),
    "viscii": (
        "àáäãÕ å¢¡ÆÇ£ â¥¤¦ç§ ð èéë¨© ê«ª¬\xad® ìíïî¸ òóöõ÷ ô°¯±²µ ½¶¾·Þþ ùúüûø ß×ÑØæñ ÏýÖÛÜ ÅÂÐÊÔ´¿",
        "àáảãạ ăằắẳẵặ âầấẩẫậ đ èéẻẽẹ êềếểễệ ìíỉĩị òóỏõọ ôồốổỗộ ơờớởỡợ ùúủũụ ưừứửữự ỳýỷỹỵ ĂÂĐÊÔƠƯ",
    ),
}


@pytest.mark.parametrize("name", KNOWN)
def test_a_table_as_others_print_it(name: str) -> None:
    typed, letters = KNOWN[name]
    read = next(charset.read for charset in charsets() if charset.name == name)
    assert read(typed) == letters


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("C«ng ty dÖt Minh Khai", "Công ty dệt Minh Khai"),
        ("Tæng c«ng ty ®­êng s¾t ViÖt Nam", "Tổng công ty đường sắt Việt Nam"),
        ("Coâng ty deät Minh Khai", "Công ty dệt Minh Khai"),
        ("Ñaïi hoäi Ñaûng boä tænh", "Đại hội Đảng bộ tỉnh"),
    ],
)
def test_what_old_pages_show(seen: str, meant: str) -> None:
    assert meant in {charset.read(seen) for charset in charsets()}


@pytest.mark.skipif(shutil.which("iconv") is None, reason="needs iconv")
@pytest.mark.parametrize(
    ("name", "theirs"), [("viscii", "VISCII"), ("tcvn-5712", "TCVN5712-1"), ("windows-1258", "CP1258")]
)
def test_iconv_writes_the_same_bytes(name: str, theirs: str) -> None:
    form = unicodedata.normalize("NFC", PAGE)
    done = subprocess.run(["iconv", "-f", "UTF-8", "-t", theirs], input=form.encode(), capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"this iconv does not know {theirs}")
    assert done.stdout == LEGACY[name](PAGE).encode("latin-1")


# -- Read back


UNICODE: dict[str, Callable[[str], bytes]] = {
    "utf-8": str.encode,
    "utf-8-sig": lambda text: text.encode("utf-8-sig"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "utf-16-le with mark": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "utf-16-be with mark": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
}


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("name", UNICODE)
def test_unicode_is_read_back(name: str, length: str) -> None:
    decoded = decode(UNICODE[name](QUOTED + LENGTHS[length]), "a.txt")
    assert (decoded.text, decoded.encoding, decoded.confidence) == (
        QUOTED + LENGTHS[length],
        name.removesuffix(" with mark"),
        1.0,
    )


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("name", LEGACY)
def test_a_legacy_encoding_is_read_back(name: str, length: str) -> None:
    text = LENGTHS[length]
    decoded = decode(LEGACY[name](text).encode("latin-1"), "a.txt")
    assert decoded.text == text
    assert decoded.encoding == name or {decoded.encoding, name} == {"tcvn3", "tcvn-5712"}
    assert SURE <= decoded.confidence < 1


@pytest.mark.parametrize("length", ["paragraph", "page"])
@pytest.mark.parametrize("table", [{}, WINDOWS_1252, WINDOWS_1258], ids=["latin-1", "windows-1252", "windows-1258"])
@pytest.mark.parametrize("name", [*LEGACY, "utf-8"])
def test_what_was_saved_from_a_wrong_table_is_read_back(name: str, table: dict[int, str], length: str) -> None:
    text = LENGTHS[length]
    latin = text.encode().decode("latin-1") if name == "utf-8" else LEGACY[name](text)
    decoded = decode(latin.translate(table).encode(), "a.txt")
    assert unicodedata.normalize("NFC", decoded.text) == text
    assert SURE <= decoded.confidence <= 1


@pytest.mark.parametrize("name", ["windows-1258", "tcvn3", "vni"])
def test_typographic_quotes_and_dashes_are_read_back(name: str) -> None:
    text = f"{PARAGRAPH}\n{QUOTED}"
    assert decode(LEGACY[name](text).encode("latin-1"), "a.txt").text == text


def test_decomposed_letters_are_left_to_the_document_station() -> None:
    loose = unicodedata.normalize("NFD", PAGE)
    assert decode(loose.encode(), "a.txt").text == loose


def test_utf_8_three_times() -> None:
    once = PAGE.encode().decode("latin-1").translate(WINDOWS_1252)
    twice = once.encode().decode("latin-1").translate(WINDOWS_1252)
    assert decode(twice.encode(), "a.txt").text == PAGE


def test_a_page_of_entities_and_windows_1252() -> None:
    page = "".join(
        letter if ord(letter) < 0x100 else f"&#{ord(letter)};" for letter in f"<html><p>{PARAGRAPH}</p></html>"
    )
    decoded = decode(page.encode("cp1252"), "a.html")
    assert (decoded.text, decoded.encoding) == (page, "windows-1252")


def test_a_wrong_table_spelled_out_in_entities() -> None:
    page = "".join(letter if letter < "\x80" else f"&#{ord(letter)};" for letter in LEGACY["tcvn3"](PARAGRAPH))
    assert decode(page.encode(), "a.html").text == PARAGRAPH


def test_tcvn3_has_no_capitals_with_tones_in_small_words() -> None:
    text = "Ủy ban nhân dân huyện họp bàn việc sửa chữa đường. ỦY BAN NHÂN DÂN XÃ HÀ AN"
    assert decode(LEGACY["tcvn3"](text).encode("latin-1"), "a.txt").text == "ủ" + text[1:]


VOCABULARY = [
    *entries("common_syllables.txt", HERE),
    "trong",
    "cho",
    "khi",
    "theo",
    "ban",
    "xem",
    "hai",
    "nam",
    "nhau",
    "Minh",
]
"""Syllables as they stand in news, one in eight without a mark."""


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from([*LEGACY, "utf-8"]), st.sampled_from([None, {}, WINDOWS_1252]))
def test_generated_text_is_read_back(data: st.DataObject, name: str, table: dict[int, str] | None) -> None:
    words = data.draw(st.lists(st.sampled_from(VOCABULARY), min_size=90, max_size=160))
    ends = data.draw(
        st.lists(st.sampled_from([" ", " ", " ", ", ", ".\n", " 15 "]), min_size=len(words), max_size=len(words))
    )
    text = "".join(word + end for word, end in zip(words, ends, strict=True))
    latin = text.encode().decode("latin-1") if name == "utf-8" else LEGACY[name](text)
    content = latin.encode("latin-1") if table is None else latin.translate(table).encode()
    assert decode(content, "a.txt").text == text


# -- Pages in windows-1252 read as windows-1258


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        (
            "T́nh h́nh thực hiện đă được tŕnh bày, c̣n nhiều ư kiến.",
            "Tình hình thực hiện đã được trình bày, còn nhiều ý kiến.",
        ),
        ("Lănh đạo xă đă xử lư, quản lư, theo dơi và nêu rơ.", "Lãnh đạo xã đã xử lý, quản lý, theo dõi và nêu rõ."),
        ("H̉A B̀NH: T̀NH H̀NH LĂNH ĐẠO XĂ", "HÒA BÌNH: TÌNH HÌNH LÃNH ĐẠO XÃ"),
        ("Năm nay, cả xă trồng lúa, đă thu 15 tỷ; cơ sở vững.", "Năm nay, cả xã trồng lúa, đã thu 15 tỷ; cơ sở vững."),
        ("Ban Chấp hành T.Ư đă họp, ông Vơ Văn Bảy nói.", "Ban Chấp hành T.Ư đã họp, ông Võ Văn Bảy nói."),
    ],
)
def test_the_wreck_is_mended(seen: str, meant: str) -> None:
    assert decode(seen.encode(), "a.txt").text == meant


def test_a_page_of_the_wreck_is_mended() -> None:
    decoded = decode(_wrecked(BODY).encode(), "a.txt")
    assert decoded.text == BODY
    assert decoded.encoding == "utf-8, windows-1252 read as windows-1258"


@pytest.mark.parametrize("name", ["Lư Thị Hoa", "Trần Văn Lăm", "Nguyễn Văn Tư"])
def test_a_name_that_could_be_two_names_is_refused(name: str) -> None:
    seen = f"T́nh h́nh thực hiện đă được bà {name} tŕnh bày."
    with pytest.raises(InputError, match=r"cannot be mended for sure; .* save it as UTF-8") as caught:
        decode(seen.encode(), "a.txt")
    assert caught.value.reason == "encoding"


def test_names_of_the_highlands_are_no_wreck() -> None:
    text = "Ông Y Suôn Byă, xã Chư Păh, đã phát biểu ý kiến."
    assert decode(text.encode(), "a.txt").text == text


# -- Left alone


@pytest.mark.parametrize(
    "text",
    [
        "The congress “opened” on Monday — delegates came from 63 provinces; a café was open.",
        "Le président a présidé la cérémonie d’ouverture du congrès ; « trente » délégués ont été élus à Hanoï.",
        "Der Präsident eröffnete den Kongreß in München, die größten Städte schickten fünfzig Abgeordnete.",
        "越南共产党第十三次全国代表大会在河内开幕。",
        "Съезд партии открылся в Ханое.",
        "Đội Malmö thắng São Paulo; ông Müller đã nói ở Curaçao.",
        "Hà Nam",
        "Ủy ban T.Ư họp bàn nhân sự",
        "Chỉ thế thôi ư?",
        "Đường dây nóng: a@b.vn, xem www.minhha.vn/tin?so=5&trang=2; nhiệt độ 35°C, 12 m², «đã duyệt».",
        "Ðại hội Ðảng bộ xã đã bế mạc, mục tıêu tăng trưởng rõ ràng.",
        "Ngày&nbsp;5/9, &#272;ại hội đã x&aacute;c định nbsp; mục tiêu &amp; nhiệm vụ.",
    ],
)
def test_correct_text_stays_as_it_is(text: str) -> None:
    decoded = decode(text.encode(), "a.txt")
    assert (decoded.text, decoded.encoding, decoded.confidence) == (text, "utf-8", 1.0)


@pytest.mark.parametrize("text", ["Décidé à l’unanimité, le congrès a été clôturé.", "越南共产党全国代表大会。"])
def test_double_encoding_is_mended_in_any_language(text: str) -> None:
    assert decode(text.encode().decode("latin-1").encode(), "a.txt").text == text


def test_western_bytes_are_windows_1252_and_not_sure() -> None:
    text = "Le président a ouvert « le congrès » à Hanoï devant les délégués de toutes les provinces."
    decoded = decode(text.encode("cp1252"), "a.txt")
    assert (decoded.text, decoded.encoding, decoded.confidence) == (text, "windows-1252", SURE)


# -- Refused


def _refusal(content: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        decode(content, "tin.txt")
    assert str(caught.value).startswith("tin.txt: ")
    return caught.value


@pytest.mark.parametrize(
    "content", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff\x00\n", b"\xef\xbb\xbf \n"]
)
def test_nothing_is_empty(content: bytes) -> None:
    assert _refusal(content).reason == "empty"


BINARIES = {
    "zip": b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + bytes(range(256)) * 4,
    "png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4,
    "zeros": bytes(300),
    "text with a zero": TITLE.encode() + b"\x00" + TITLE.encode(),
    "controls": b"\x01\x02\x03\x07 abc" * 40,
    **{f"random {seed}": random.Random(seed).randbytes(400) for seed in range(20)},
}


@pytest.mark.parametrize("name", BINARIES)
def test_binary_content_is_told(name: str) -> None:
    assert _refusal(BINARIES[name]).reason == "binary"


HALVES = [(name, first) for name in LEGACY for first in (True, False)]
MIDDLE = BODY.index("Báo cáo chính trị")


@pytest.mark.parametrize(("name", "first"), HALVES)
@pytest.mark.parametrize("saved", [True, False], ids=["saved", "bytes"])
def test_two_encodings_in_one_file_are_refused_with_the_place(name: str, first: bool, saved: bool) -> None:
    def wrong(text: str) -> bytes:
        return LEGACY[name](text).translate(WINDOWS_1252).encode() if saved else LEGACY[name](text).encode("latin-1")

    before, after = BODY[:MIDDLE], BODY[MIDDLE:]
    error = _refusal(wrong(before) + after.encode() if first else before.encode() + wrong(after))
    assert error.reason == "encoding"
    assert regex.search(r"line \d+", str(error))
    assert str(error).endswith("save it as UTF-8")


def test_a_part_encoded_twice_is_refused_with_the_place() -> None:
    twice = BODY[MIDDLE:].encode().decode("latin-1").translate(WINDOWS_1252)
    assert "line 5" in str(_refusal((BODY[:MIDDLE] + twice).encode()))


def test_a_single_wrong_byte_is_refused_with_its_place() -> None:
    content = BODY.encode()
    place = content.index(b"\n") + 1
    assert f"byte {place} (line 2)" in str(_refusal(content[:place] + b"\xff" + content[place:]))


def test_a_file_cut_off_in_a_letter_is_told() -> None:
    assert "cut off" in str(_refusal("Đảng bộ xã đã họp, bầu ra bí thư mới, chủ".encode() + b"\xe1\xbb"))


@pytest.mark.parametrize("lost", ["\ufffd", "?"])
def test_lost_letters_are_not_passed_on(lost: str) -> None:
    assert _refusal(regex.sub("[ộếạ]", lost, BODY).encode()).reason == "encoding"


def test_one_lost_letter_lowers_the_confidence() -> None:
    decoded = decode(BODY.replace("Quỳnh", "Qu\ufffdnh").encode(), "a.txt")
    assert decoded.confidence == 0.9


@pytest.mark.parametrize("seen", ["C«ng ty dÖt", "Ñaïi hoäi", "Há»™i nghá»‹", "T\xe6ng c\xabng ty"])
def test_a_few_wrecked_words_are_refused_not_guessed(seen: str) -> None:
    assert _refusal(seen.encode()).reason == "encoding"


def test_chinese_bytes_are_not_guessed() -> None:
    assert _refusal(("越南共产党第十三次全国代表大会在河内开幕。" * 4).encode("gb18030")).reason == "encoding"


def test_the_longer_the_surer() -> None:
    words = PARAGRAPH.split()
    sure = []
    for count in (4, 8, 16, 32):
        try:
            sure.append(decode(LEGACY["tcvn3"](" ".join(words[3 : 3 + count])).encode("latin-1"), "a.txt").confidence)
        except InputError:
            sure.append(0.0)
    assert all(shorter <= longer for shorter, longer in pairwise(sure))


def test_upper_and_lower_case_of_vni_marks() -> None:
    seen = "Aùnh naéng Ñaïi hoäi ÑAÏI HOÄI Ñaïi bieåu laàn thöù hai"
    assert decode(seen.encode("cp1252"), "a.txt").text == "Ánh nắng Đại hội ĐẠI HỘI Đại biểu lần thứ hai"
    assert set(UPPER) & set(decode(LEGACY["vni"](PAGE).encode("latin-1"), "a.txt").text) == set(UPPER) & set(PAGE)
