// Making elements. Words of articles become text nodes and nothing else; there is no innerHTML in these scripts.

const SVG = "http://www.w3.org/2000/svg";

/** An element: attributes as they are, functions as listeners ("onclick": f), children as elements or text. */
function make(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (name === "href" && element instanceof HTMLAnchorElement) setAddress(element, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
  }
}

function replace(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

/** Only places in this page, blobs made here, and pages of the web: `javascript:` and the like are no addresses. */
function setAddress(anchor, address) {
  const text = String(address);
  if (text.startsWith("#")) anchor.setAttribute("href", text);
  else if (webAddress(text)) {
    anchor.setAttribute("href", webAddress(text));
    anchor.setAttribute("rel", "noopener noreferrer");
    anchor.setAttribute("target", "_blank");
  }
}

function webAddress(text) {
  try {
    const url = new URL(text);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

function byId(id) {
  return document.getElementById(id);
}

function debounce(wait, call) {
  let timer = 0;
  return (...parts) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(...parts), wait);
  };
}

let toastTimer = 0;

function toast(message, urgent = false) {
  const box = byId("toast");
  box.setAttribute("role", urgent ? "alert" : "status");
  replace(box, message);
  box.classList.add("shown");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => box.classList.remove("shown"), urgent ? 9000 : 3500);
}

/** localStorage, or nothing where the browser forbids it (private windows, strict settings). */
const remembered = {
  get(name) {
    try {
      return localStorage.getItem(`congressx:${name}`);
    } catch {
      return null;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(`congressx:${name}`, value);
      return true;
    } catch {
      return false;
    }
  },
};
