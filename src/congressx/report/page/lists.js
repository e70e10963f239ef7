// Lists of thousands: only the rows in sight are elements.

/** A scrolling list of `count` rows of equal height; `row(i)` makes the element of one. */
class LongList {
  constructor({ height, row, label: name, role = "list", head = null }) {
    this.height = height;
    this.row = row;
    this.count = 0;
    this.inside = make("div", { class: "long-inside", role: "presentation" });
    this.element = make("div", { class: "long", tabindex: 0, role, "aria-label": name }, head, this.inside);
    this.element.addEventListener("scroll", () => this.paint(), { passive: true });
    this.watch = new ResizeObserver(() => this.paint());
    this.watch.observe(this.element);
    this.painted = "";
  }

  show(count) {
    this.count = count;
    this.inside.style.height = `${count * this.height}px`;
    this.element.setAttribute("aria-rowcount", count);
    this.repaint();
  }

  repaint() {
    this.painted = "";
    this.paint();
  }

  paint() {
    const sight = this.element.clientHeight || 600;
    const above = Math.max(0, this.element.scrollTop - (this.inside.offsetTop || 0));
    const first = Math.max(0, Math.floor(above / this.height) - 6);
    const last = Math.min(this.count, Math.ceil((above + sight) / this.height) + 6);
    if (this.painted === `${first}-${last}`) return;
    this.painted = `${first}-${last}`;
    const focused = this.inside.contains(document.activeElement) ? document.activeElement.closest("[data-at]")?.dataset.at : null;
    const rows = [];
    for (let i = first; i < last; i++) {
      const element = this.row(i);
      element.dataset.at = i;
      element.style.top = `${i * this.height}px`;
      element.style.height = `${this.height}px`;
      rows.push(element);
    }
    this.inside.replaceChildren(...rows);
    if (focused !== null) this.focusable(focused)?.focus({ preventScroll: true });
  }

  focusable(at) {
    const element = this.inside.querySelector(`[data-at="${Number(at)}"]`);
    return element?.matches("a, button") ? element : element?.querySelector("a, button");
  }

  /** Scrolls row `i` into sight and gives it the focus. */
  focus(i) {
    const top = i * this.height;
    const { scrollTop, clientHeight } = this.element;
    if (top < scrollTop) this.element.scrollTop = top;
    else if (top + this.height > scrollTop + clientHeight) this.element.scrollTop = top + this.height - clientHeight;
    this.repaint();
    this.focusable(i)?.focus({ preventScroll: true });
  }
}
