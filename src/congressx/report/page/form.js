// The form in which a row is corrected: a control a field, from its type and vocabulary.

/** The form of a row; `save(values, note)` gets all fields, `cancel()` nothing. */
function correctionForm(row, save, cancel) {
  const now = fieldsNow(row);
  const controls = row.kind.fields.map((field) => ({ field, ...control(field, now[field.name]) }));
  const note = make("textarea", { id: "note", rows: 2 });
  note.value = row.decision?.note ?? "";
  const problem = make("p", { class: "problem", role: "alert" });
  const form = make("form", { class: "correction", novalidate: true, "aria-label": say("correct_row"), onsubmit: (event) => {
    event.preventDefault();
    const values = {};
    for (const { field, element, read } of controls) {
      const { value, wrong } = read();
      element.setAttribute("aria-invalid", String(Boolean(wrong)));
      if (wrong) {
        replace(problem, `${label(field.name)}: ${wrong}`);
        (element.matches("fieldset") ? element.querySelector("input") : element).focus();
        return;
      }
      values[field.name] = value;
    }
    if (row.kind.fields.every(({ name }) => sameValue(values[name], now[name])) && note.value === (row.decision?.note ?? "")) {
      replace(problem, say("nothing_changed"));
      return;
    }
    save(values, note.value.trim());
  }, onkeydown: (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      cancel();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  } },
    controls.map(({ field, element }) => element.matches("fieldset") ? element : make("label", { class: "field", for: `field-${field.name}`, title: field.about }, fieldName(field), element)),
    make("label", { class: "field", for: "note" }, say("note"), note),
    problem,
    make("div", { class: "buttons" }, make("button", { type: "submit", class: "main" }, say("save")), make("button", { type: "button", onclick: cancel }, say("cancel"))));
  return form;
}

function fieldName(field) {
  return make("span", {}, label(field.name), " ", make("code", {}, field.name));
}

function control(field, value) {
  if (field.many && field.type === "word") return manyWords(field, value ?? []);
  if (field.many) return lines(field, value ?? []);
  if (field.type === "word") return choice(field, value, field.words.map((word) => [word, label(word, field.name)]));
  if (field.type === "boolean") return choice(field, value === null ? null : String(value), [["true", say("yes")], ["false", say("no")]], (word) => word === "true");
  if (field.type === "text") return words(field, value);
  return typed(field, value);
}

function empty(field) {
  return field.nullable ? { value: null } : { wrong: say("must_be_filled") };
}

function choice(field, value, options, read = (word) => word) {
  const all = field.nullable || value === null ? [["", "—"], ...options] : options;
  const element = make("select", { id: `field-${field.name}` }, all.map(([one, shownAs]) => make("option", { value: one }, shownAs)));
  element.value = value ?? "";
  return { element, read: () => (element.value === "" ? empty(field) : { value: read(element.value) }) };
}

function words(field, value) {
  const element = make("textarea", { id: `field-${field.name}`, rows: (value ?? "").length > 44 ? 2 : 1 });
  element.value = value ?? "";
  return { element, read: () => {
    const text = element.value.normalize("NFC").replace(/\s+/g, " ").trim();
    if (text === "") return empty(field);
    return text.length < (field.min_length ?? 0) ? { wrong: say("too_short", { least: field.min_length }) } : { value: text };
  } };
}

function typed(field, value) {
  const type = field.type === "date" ? "date" : "number";
  const element = make("input", { id: `field-${field.name}`, type, step: field.type === "integer" ? 1 : type === "number" ? "any" : null, min: field.min, max: field.max });
  element.value = value ?? "";
  return { element, read: () => {
    if (element.validity.badInput || element.validity.rangeOverflow || element.validity.rangeUnderflow || element.validity.stepMismatch) {
      return { wrong: element.validationMessage };
    }
    if (element.value === "") return empty(field);
    return { value: type === "date" ? element.value : Number(element.value) };
  } };
}

function lines(field, value) {
  const element = make("textarea", { id: `field-${field.name}`, rows: Math.min(Math.max(value.length, 2), 12), placeholder: say("one_a_line") });
  element.value = value.join("\n");
  return { element, read: () => ({ value: element.value.normalize("NFC").split("\n").map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean) }) };
}

function manyWords(field, value) {
  const boxes = field.words.map((word) => make("input", { type: "checkbox", value: word, checked: value.includes(word) }));
  const element = make("fieldset", { id: `field-${field.name}`, class: "field many" }, make("legend", { title: field.about }, fieldName(field)),
    boxes.map((box) => make("label", {}, box, label(box.value, field.name))));
  return { element, read: () => {
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    const kept = value.filter((word) => chosen.includes(word)); // in the order of the row, new ones behind
    return { value: [...kept, ...chosen.filter((word) => !kept.includes(word))] };
  } };
}
