// Words with mentions in them. The text is cut wherever a mention begins or ends; a piece under several has a line for each.

const LANES = 4;

/** Rows with the same words and kind are one mark; each mark gets a lane that no mark beside it has. */
function marksOf(rows) {
  const marks = new Map();
  for (const row of rows) {
    const key = `${row.kind.number} ${row.start} ${row.stop}`;
    if (!marks.has(key)) marks.set(key, { kind: row.kind, start: row.start, stop: row.stop, rows: [] });
    marks.get(key).rows.push(row);
  }
  const sorted = [...marks.values()].sort((a, b) => a.start - b.start || b.stop - a.stop || a.kind.number - b.kind.number);
  const shorterFirst = [...sorted].sort((a, b) => (a.stop - a.start) - (b.stop - b.start) || a.start - b.start);
  const placed = [];
  for (const mark of shorterFirst) {
    const taken = new Set(placed.filter((other) => other.start < mark.stop && mark.start < other.stop).map((other) => other.lane));
    mark.lane = 0;
    while (taken.has(mark.lane)) mark.lane++;
    placed.push(mark);
  }
  return sorted;
}

/**
 * The stretch of an article's text as pieces: plain text, and spans nested once for each mark over them, short marks inside. The letter
 * where a mark begins is its button: marks lie in one another, and buttons may not.
 */
function markedText(article, start, stop, marks, open) {
  const here = marks.filter((mark) => mark.start < stop && start < mark.stop);
  const cuts = new Set([start, stop]);
  for (const mark of here) {
    cuts.add(Math.max(mark.start, start));
    cuts.add(Math.min(mark.stop, stop));
  }
  const at = [...cuts].sort((a, b) => a - b);
  return at.slice(0, -1).map((from, i) => {
    const over = here.filter((mark) => mark.start <= from && mark.stop >= at[i + 1]).sort((a, b) => a.lane - b.lane);
    return piece(article.text.slice(from, at[i + 1]), from, over, open);
  });
}

function piece(words, from, over, open) {
  let inside = document.createTextNode(words);
  over.forEach((mark, i) => {
    const begins = mark.start === from;
    const lane = Math.min(mark.lane, LANES - 1);
    const rows = mark.rows;
    const status = new Set(rows.map(statusOf));
    const numbers = rows.map((row) => row.at).join(" ");
    const name = `${label(mark.kind.table)}${rows.length > 1 ? ` (${rows.length})` : ""}`;
    inside = make("span", {
      class: `mark k${mark.kind.style} lane${lane}${i === 0 ? " inner" : ""}${begins ? " begins" : ""}${status.size === 1 && !status.has("") ? ` ${[...status][0]}` : ""}`,
      "data-rows": numbers,
    }, begins && make("span", { class: "letter", role: "button", tabindex: 0, "aria-label": name, title: name, "data-rows": numbers, "data-letter": rows.length > 1 ? `${mark.kind.tag}${rows.length}` : mark.kind.tag }), inside);
  });
  if (!over.length) return inside;
  // the mark pointed at first, then the others over these words
  const rowsFrom = (target) => [...new Set([...over.filter((mark) => mark.rows.map((row) => row.at).join(" ") === target.dataset.rows), ...over].flatMap((mark) => mark.rows))];
  inside.addEventListener("click", (event) => String(getSelection()) === "" && open(rowsFrom(event.target)));
  inside.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    open(rowsFrom(event.target));
  });
  return inside;
}
