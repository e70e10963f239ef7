"""Which lines of a page are its article: from its title to the end of the element that holds most of its prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from congressx.corpus.html.blocks import Block, blocks_of, letters_of, text_of, tidy
from congressx.corpus.html.tree import Element, drop, is_of_site, mark_as_site
from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.publish_lines import LineKind, read_publish_line
from congressx.vietnamese.spelling import fold

_WORD = regex.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDING = frozenset({"hidden", "hide", "d-none", "sr-only", "visually-hidden", "aspnethidden"})
_TELLING = 7
"""Words of furniture this long are looked for inside longer ones, `boxTinlienquan`."""
_MOST_PROSE = 0.4
"""What holds more of a page's prose is not furniture, whatever its class says."""
_MOST_OF_IT = 0.55
_AHEAD = 1.6
_THIRD = 0.33
"""Of the parts of a page the one with most of its prose is gone into, or the one that is well ahead of the others."""
_OF_A_PART = 0.9
_LIFERAY_NULL = "null "
"""Some Liferay pages show this before the title."""
_LONGEST_TITLE = 200
_SHORT = 45
"""Characters of the heading of a list."""
_FEW = 3
_LEAST_PROSE = 60
_NEAR = 8
"""Lines between a title and the first prose."""
_GLUED_TO_TEXT = frozenset({LineKind.LEAD, LineKind.ISO_PREFIX, LineKind.CRAWLER})
_HEADING_CLASS = regex.compile(r"(?i)title|tieu-?de|headline|lblTieuDe|subject")
_NO_HEADING_CLASS = regex.compile(
    r"(?i)site-?title|portlet-?title|logo|menu|module-?title|box-?title|block-?title|other-?title|sub-?title"
)
_SITE_CLASS = regex.compile(r"(?i)module|portlet|pane\b|widget|sidebar|foot|right|bottom|copyright|\bcol-|column")
_OF_SITE = regex.compile(r"(?i)menu|nav|sidebar|footer|logo")
"""What stands beside articles, not in them: the element around such a part is the page's."""
_CREDIT = regex.compile(r"(?i)\A\(?(?:tác giả|nguồn|theo|tin|bài|ảnh|người (?:viết|đăng))\b[^.]{0,100}\Z")
_NAME = regex.compile(r"\A(?:\p{Lu}[\p{L}\p{M}.]*[ -]*){2,4}\Z")
_FURTHER = regex.compile(r"(?i)\A[\[(»>. ]*(?:xem (?:tiếp|thêm|chi tiết)|chi tiết|đọc tiếp)[\])».> …]*\Z")


@dataclass(slots=True)
class Body:
    """The article of a page: its lines without the title, and what is left of the page for a second witness."""

    title: str | None
    publish_line: str | None
    lines: list[str]
    is_list: bool


def find_body(root: Element, titles: Sequence[str], parts: Sequence[str] = ()) -> Body:
    """The article below `root`; `titles` are what the page gives as its title, one of `parts` may be it.

    Takes the furniture out of the tree, too.
    """
    heading, title = _heading(root, titles, parts)
    _take_out_furniture(root, heading)
    blocks = blocks_of(root)
    first, stop = _stretch(root, blocks, heading)
    inside = _without_last_heading(blocks[first:stop])
    body = list(_without_lists(_below_title(inside, heading, title)))
    before = _line_above(blocks, first, heading)
    publish = before or next(filter(_is_publish_line, body[:8]), None)
    lines = [block.text for block in body if block is not publish]
    title = title.removeprefix(_LIFERAY_NULL) if title else None
    return Body(title, publish.text if publish else None, lines, _is_list(inside, body, blocks))


# -- The title


def _heading(root: Element, titles: Sequence[str], parts: Sequence[str]) -> tuple[Element | None, str | None]:
    """The element that shows the title, and the title; the page's own `<title>` often has the site's name around it."""
    said = [fold(title) for title in titles]
    pieces = frozenset(map(fold, parts))
    candidates = [(element, tidy(text_of(element))) for element in root.iter() if _may_be_heading(element)]
    candidates = [(element, text) for element, text in candidates if 8 <= len(text) <= 300 and not _in_link(element)]
    best: tuple[float, Element, str] | None = None
    for element, text in candidates:
        score = max((_likeness(fold(text), title) for title in said), default=0.0)
        score = max(score, _OF_A_PART * (fold(text) in pieces))
        score += 0.1 * (_looks_like_heading(element) + (element.tag == "h1")) if score else 0
        if score and (best is None or score > best[0]):
            best = (score, element, text)
    if best is not None:
        return best[1], best[2]
    return _above_prose(root, [(element, text) for element, text in candidates if _looks_like_heading(element)])


def _may_be_heading(element: Element) -> bool:
    if not isinstance(element.tag, str) or element.tag == "body":
        return False
    if element.tag in ("h1", "h2", "h3", "h4", "h5"):
        return True
    names = _names(element)
    if _HEADING_CLASS.search(names) and not _NO_HEADING_CLASS.search(names):
        return True
    return (
        element.tag in ("p", "span", "strong", "b", "div", "td")
        and len(element) <= 2
        and bool((element.text or "").strip())
    )


def _likeness(text: str, title: str) -> float:
    """How much of what the page says is its title the text is; zero when they differ.

    The text may be a part of it, `Đại hội Đảng bộ xã Minh Hà - Cổng thông tin điện tử`, but not its end: that is the site.
    """
    if text == title:
        return 2.0
    if title.startswith(text) and len(text) >= 15 and not title[len(text)].isalnum():
        share = len(text) / len(title)
        return 1 + share if share >= 0.5 else share
    if text.startswith(title) and len(title) >= 15 and len(title) > 0.8 * len(text):
        return len(title) / len(text)
    return 0.0


def _in_link(element: Element) -> bool:
    """Whether an element is inside of a link, as logos are."""
    return next(element.iterancestors("a"), None) is not None


def _is_link(element: Element) -> bool:
    """Whether an element holds a link and hardly anything else."""
    links = sum(letters_of(text_of(link)) for link in element.iter("a") if link.get("href") is not None)
    return links > 0.8 * letters_of(text_of(element))


def _looks_like_heading(element: Element) -> bool:
    names = _names(element)
    told = bool(_HEADING_CLASS.search(names)) or element.tag in ("h1", "h2", "h3")
    return told and not _NO_HEADING_CLASS.search(names) and not _is_link(element)


def _above_prose(root: Element, headings: Sequence[tuple[Element, str]]) -> tuple[Element | None, str | None]:
    """The heading nearest above the first prose of the element that holds most of it: the page does not say its title."""
    blocks = blocks_of(root)
    owners = _Owners(root, blocks)
    first, stop = owners.range_of(owners.densest(after=0))
    start = next((n for n in range(first, stop) if blocks[n].is_prose), first)
    near = [
        (element, text)
        for element, text in headings
        if start - _NEAR <= (place := owners.first_index(element)) <= start and len(text) <= len(blocks[place].text)
    ]
    if not near:
        return _unmarked(blocks, start)
    largest = min(_rank(element) for element, _ in near)
    return next(found for found in reversed(near) if _rank(found[0]) == largest)


def _unmarked(blocks: Sequence[Block], start: int) -> tuple[Element | None, str | None]:
    """A title that no heading and no class marks: the line above the first prose, or that itself when it ends no sentence."""
    for block in reversed(blocks[max(0, start - 3) : start + 1]):
        ends = block.text.endswith((".", ",", ";", ":", "!", "…", "”"))
        if ends or block.is_link or _is_publish_line(block) or not 20 <= len(block.text) <= _LONGEST_TITLE:
            continue
        if text_of(block.owner) == block.text:
            return block.owner, block.text
    return None, None


def _rank(element: Element) -> int:
    """Of headings the larger; those that only a class names are as good as the largest."""
    return int(element.tag[1]) if element.tag in ("h1", "h2", "h3") else 1


# -- Furniture


def _take_out_furniture(root: Element, heading: Element | None) -> None:
    words = frozenset(entries("furniture_classes.txt", __package__))
    telling = tuple(word for word in words if len(word) >= _TELLING)
    whole = _prose_in(root) or 1
    kept = set() if heading is None else {heading, *heading.iterancestors()}
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element in kept or element.tag in ("html", "body", "article", "main"):
            continue
        if (element.tag in ("aside", "footer") or _has_furniture_class(element, words, telling)) and (
            _prose_in(element) <= _MOST_PROSE * whole
        ):
            if element.tag in ("aside", "footer") or _OF_SITE.search(_names(element)):
                mark_as_site(element.getparent())
            drop(element)


def _has_furniture_class(element: Element, words: frozenset[str], telling: tuple[str, ...]) -> bool:
    names = f"{_names(element)} {element.get('role') or ''}"
    if not names.strip():
        return False
    classes = set(names.lower().split())
    if classes & _HIDING and not any(name.startswith(("visible-", "d-sm-", "d-md-", "d-lg-")) for name in classes):
        return True
    parts = {part.lower() for part in _WORD.findall(names)} | set(regex.split(r"[^a-z]+", names.lower()))
    lower = names.lower()
    return bool(parts & words) or any(word in lower for word in telling)


def _names(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _prose_in(element: Element) -> int:
    return sum(block.plain_letters for block in blocks_of(element) if block.is_prose)


# -- The stretch


def _stretch(root: Element, blocks: Sequence[Block], heading: Element | None) -> tuple[int, int]:
    """Indices of the first block of the article and of the one behind the last."""
    owners = _Owners(root, blocks)
    container = owners.densest(after=owners.first_index(heading) if heading is not None else 0)
    first, stop = owners.range_of(container)
    if heading is None:
        return first, _with_credits(blocks, stop)
    place = owners.first_index(heading)
    while place >= stop and container.getparent() is not None:  # a title below the text: an element with both
        container = container.getparent()
        first, stop = owners.range_of(container)
    return place, _with_credits(blocks, stop)


class _Owners:
    """Where the blocks of each element begin and end, and how much prose it holds."""

    def __init__(self, root: Element, blocks: Sequence[Block]) -> None:
        self._root = root
        self._blocks = blocks
        self._ranges: dict[Element, tuple[int, int]] = {}
        self._worth = [_worth(block, blocks[n - 1] if n else None) for n, block in enumerate(blocks)]
        for n, block in enumerate(blocks):
            for element in (block.owner, *block.owner.iterancestors()):
                start, _ = self._ranges.get(element, (n, n))
                self._ranges[element] = (start, n + 1)

    def range_of(self, element: Element) -> tuple[int, int]:
        """Indices of the first block of an element and of the one behind its last."""
        return self._ranges.get(element, (0, len(self._blocks)))

    def first_index(self, heading: Element) -> int:
        """The index of the first block at or below a heading, which may be no owner itself."""
        owner = heading
        while owner not in self._ranges and owner.getparent() is not None:
            owner = owner.getparent()
        if owner is heading:
            return self._ranges[owner][0]
        start, stop = self.range_of(owner)
        wanted = tidy(text_of(heading))
        return next((n for n in range(start, stop) if wanted in self._blocks[n].text), start)

    def densest(self, after: int) -> Element:
        """The innermost element that holds most of the prose from the block `after` on, and what goes on behind it."""
        here, whole = self._root, self._weight(self._root, after)
        while whole:
            weights = {child: self._weight(child, after) for child in here if child in self._ranges}
            best, second, *_ = [*sorted(weights, key=lambda child: -weights[child]), None, None]
            ahead = (
                best is not None and weights[best] >= _AHEAD * weights.get(second, 0) and weights[best] > _THIRD * whole
            )
            if best is None or not (ahead or weights[best] >= _MOST_OF_IT * whole) or self._is_paragraph(best, after):
                break
            here, whole = best, weights[best]
        return self._with_the_rest(here, after)

    def _is_paragraph(self, element: Element, after: int) -> bool:
        """Whether an element is one of several that hold a paragraph each."""
        start, stop = self._ranges[element]
        if element.tag in ("p", "li"):
            return True
        others = (child for child in element.getparent() if child is not element and child.tag == element.tag)
        return stop - start <= _FEW and any(self._prose(*self._ranges.get(other, (0, 0)), after) for other in others)

    def _with_the_rest(self, element: Element, after: int) -> Element:
        """The element around it, when there is prose below and no link: bodies are cut in parts by pictures."""
        chosen = element
        start, stop = self._ranges.get(element, (0, 0))
        for around in element.iterancestors():
            first, last = self._ranges[around]
            outside = [*self._blocks[first:start], *self._blocks[stop:last]]
            below = [block for block in self._blocks[max(stop, after) : last] if block.is_prose]
            if around.tag in ("body", "html") or is_of_site(around) or any(block.is_link for block in outside):
                break
            if any(_is_part_of_site(block.owner, around) for block in below):
                break
            if below:
                chosen = around
        return chosen

    def _prose(self, start: int, stop: int, after: int) -> bool:
        return any(block.is_prose for block in self._blocks[max(start, after) : stop])

    def _weight(self, element: Element, after: int) -> float:
        start, stop = self._ranges.get(element, (0, 0))
        return sum(self._worth[n] for n in range(max(start, after), stop))


def _worth(block: Block, before: Block | None) -> float:
    """How much a block speaks for an article: a sentence fully, a short line little, a teaser below its link not at all."""
    if before is not None and before.is_link and before.letters >= 15:
        return 0
    return block.plain_letters if block.is_prose else 0.3 * max(0, block.plain_letters - block.link_letters)


def _is_part_of_site(owner: Element, around: Element) -> bool:
    """Whether an element below `around` is a column or a module of the site beside the article."""
    while owner is not None and owner is not around:
        if _SITE_CLASS.search(_names(owner)):
            return True
        owner = owner.getparent()
    return False


def _with_credits(blocks: Sequence[Block], stop: int) -> int:
    """Author and source often stand in elements of their own behind the text."""
    for block in blocks[stop : stop + 3]:
        if len(block.text) > 120 or block.is_link or not (_CREDIT.match(block.text) or _NAME.match(block.text)):
            break
        stop += 1
    return stop


def _line_above(blocks: Sequence[Block], first: int, heading: Element | None) -> Block | None:
    """A publish line right above the title, in the same part of the page; the clock of the site is in another one."""
    if heading is None:
        return None
    near = set(list(heading.iterancestors())[:2]) - {None}
    for block in reversed(blocks[max(0, first - 2) : first]):
        part = [block.owner, *list(block.owner.iterancestors())[:1]]
        if _is_publish_line(block) and any(element in near and element.tag not in ("body", "html") for element in part):
            return block
    return None


def _is_publish_line(block: Block) -> bool:
    line = read_publish_line(block.text)
    return line is not None and line.kind not in _GLUED_TO_TEXT


# -- Lines inside the stretch


def _below_title(blocks: Sequence[Block], heading: Element | None, title: str | None) -> Iterator[Block]:
    """The blocks without those that repeat the title."""
    if heading is None or title is None:
        yield from blocks
        return
    wanted = fold(title)
    for n, block in enumerate(blocks):
        text = fold(block.text)
        if n < 6 and (text == wanted or (len(text) > 8 and wanted.startswith(text) and block.owner is heading)):
            continue
        if n == 0 and text.startswith(wanted) and block.owner is not heading:  # title and date in one line
            rest = block.text[len(title) :].strip(" -|–")
            if rest:
                yield Block(rest, block.owner, 0, letters_of(rest))
            continue
        yield block


def _without_lists(blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks without links to other pages, and without what stands below the heading of a list of such links."""
    in_list = False
    for block in blocks:
        if is_list_heading(block.text):
            in_list = True
        elif in_list and block.is_prose and block.plain_letters > 80 and block.text.endswith((".", ":", ";", "”")):
            in_list = False
        if in_list or (block.is_link and block.letters < 300) or _FURTHER.match(block.text) or not block.letters:
            continue
        yield block


def _without_last_heading(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks up to a short line below the last prose that only links follow."""
    last = max((n for n, block in enumerate(blocks) if block.is_prose), default=len(blocks))
    for n in range(last + 1, len(blocks) - 1):
        block = blocks[n]
        if len(block.text) < _SHORT and not block.is_link and blocks[n + 1].is_link and not _CREDIT.match(block.text):
            return blocks[:n] if not _NAME.match(block.text) else blocks[: n + 1]
    return blocks


def is_list_heading(text: str) -> bool:
    """Whether a line is the heading of a list of other articles or of a form.

    >>> is_list_heading("Các tin khác:"), is_list_heading("Tin khác nhau về số liệu đã được đính chính trong hội nghị.")
    (True, False)
    """
    folded = fold(text.strip(" :.»>•*|-"))
    headings = entries("link_list_headings.txt", __package__)
    return len(folded) < _SHORT and any(folded.startswith(h) and len(folded) <= len(h) + 12 for h in headings)


def _is_list(inside: Sequence[Block], body: Sequence[Block], page: Sequence[Block]) -> bool:
    """Whether a page lists articles: links with teasers below them, or nothing but links."""
    prose = [block for block in body if block.is_prose]
    if sum(block.plain_letters for block in prose) < _LEAST_PROSE:
        return sum(block.is_link and block.letters >= 25 for block in page) >= 8
    links = [n for n, block in enumerate(inside) if block.is_link and block.letters >= 15]
    if len(links) < 4:
        return False
    teasers = sum(
        block.is_prose and any(other.is_link and other.letters >= 15 for other in inside[max(0, n - 2) : n])
        for n, block in enumerate(inside)
    )
    return teasers >= 3 and teasers >= 0.6 * sum(block.is_prose for block in inside)
