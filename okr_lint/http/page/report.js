// The answer as cards: each objective with its key results, underlines in their texts, scores with parts.

import { find, make } from "./dom.js";
import { gravest, pieces, Text } from "./positions.js";
import * as popover from "./popover.js";
import { partName, t } from "./words.js";

const place = find("report");

export function showNothing() {
  place.replaceChildren(make("p", { class: "empty" }, make("strong", {}, t("empty")), t("emptyMore")));
}

export function showFailure(title, detail) {
  place.replaceChildren(make("p", { class: "card failure", role: "alert" }, make("strong", {}, title), ` ${detail}`));
}

/** Show one file of an answer; `text` is its source, or null where only the server has it. */
export function show(file, summary, text) {
  if (file.error) {
    const { line, column, message } = file.error;
    const where = line ? ` (${line}${column ? `:${column}` : ""})` : "";
    showFailure(`${t("failed")}${where}:`, message);
    return;
  }
  const source = text === null ? null : new Text(text);
  const ids = new Set(file.objectives.flatMap((o) => [o.id, ...o.key_results.map((k) => k.id)]));
  const whole = file.findings.filter((f) => !ids.has(f.statement));
  place.replaceChildren(
    overall(file, summary),
    ...(whole.length ? [make("section", { class: "card", "aria-label": t("whole") }, make("p", { class: "name" }, t("whole")), chips(whole, source))] : []),
    ...file.objectives.map((objective) =>
      make(
        "article",
        { class: "card", "aria-label": `${t("objective")} ${objective.id}` },
        statement(objective, file.findings, source, "h3"),
        ...objective.key_results.map((one) => statement(one, file.findings, source, "p")),
      ),
    ),
  );
}

function overall(file, summary) {
  const total = file.score ? [`${file.score.total}`, make("small", {}, " / 100")] : ["–"];
  const counts = ["error", "warning", "info"].filter((name) => summary[name]);
  return make(
    "section",
    { class: "card overall", "aria-label": t("score") },
    make("p", { class: "figure" }, make("span", { class: "unseen" }, `${t("score")} `), ...total),
    counts.length
      ? make("ul", { class: "counts" }, ...counts.map((name) => make("li", {}, make("span", { class: `dot ${name}` }), `${summary[name]} ${t(summary[name] === 1 ? name : `${name}s`)}`)))
      : make("p", {}, t("clean")),
  );
}

function statement(one, findings, source, element) {
  const mine = findings.filter((f) => f.statement === one.id);
  const { said, placed } = marked(one, mine, source);
  const rest = mine.filter((f) => !placed.has(f));
  return make(
    "div",
    { class: `statement${one.dropped ? " dropped" : ""}` },
    make("span", { class: "label" }, one.label || one.id.split("/").pop()),
    make(element, { class: "said", lang: one.language === "zh" ? "zh-Hans" : one.language === "en" ? "en" : null }, ...said),
    ...score(one.score),
    rest.length ? chips(rest, source) : null,
  );
}

function marked(one, findings, source) {
  const placed = new Set();
  if (!source || !one.span) {
    // no places by character in such a file: what is said of the statement stands below all of it
    const whole = one.text && findings.length ? mark(one.text, { start: null, findings }, false) : one.text || "—";
    return { said: [whole], placed: new Set(one.text ? findings : []) };
  }
  const said = pieces(one.span.start.offset, one.span.end.offset, findings).map((piece) => {
    const part = source.slice(piece.start, piece.end);
    if (!piece.findings.length) return document.createTextNode(part);
    piece.findings.forEach((f) => placed.add(f));
    return mark(part, piece, source !== null);
  });
  return { said: said.length ? said : ["—"], placed };
}

function mark(part, piece, editable) {
  const spoken = piece.findings.map((f) => `${t(f.severity)}: ${f.message}`).join("; ");
  const node = make(
    "span",
    {
      class: `mark ${gravest(piece.findings)}`, role: "button", tabindex: "0", "aria-haspopup": "dialog",
      "aria-expanded": "false", "data-start": piece.start, "data-codes": piece.findings.map((f) => f.code).join(" "),
    },
    part,
    make("span", { class: "unseen" }, ` (${spoken})`),
  );
  return opens(node, piece.findings, editable);
}

function chips(findings, source) {
  const made = findings.map((finding) => {
    const where = finding.place ? `${finding.place}: ` : "";
    const chip = make("button", { type: "button", class: "chip", "aria-haspopup": "dialog", "aria-expanded": "false" },
      make("span", { class: `dot ${finding.severity}` }), `${where}${finding.message}`);
    return make("li", {}, opens(chip, [finding], source !== null));
  });
  return make("ul", { class: "chips" }, ...made);
}

function opens(node, findings, editable) {
  node.addEventListener("mouseenter", () => popover.openSoon(node, findings, editable));
  node.addEventListener("mouseleave", popover.closeSoon);
  node.addEventListener("focus", () => popover.openSoon(node, findings, editable));
  node.addEventListener("blur", popover.closeSoon);
  node.addEventListener("click", () => popover.open(node, findings, editable));
  node.addEventListener("keydown", (event) => {
    if (!["Enter", " ", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    popover.open(node, findings, editable);
    popover.enter();
  });
  return node;
}

/** The total, and behind it, on demand, its parts. */
function score(score) {
  if (!score) return [make("span", { class: "score" })];
  const name = make("span", { class: "unseen" }, `${t("score")} `);
  const parts = Object.entries(score.parts);
  if (!parts.length) return [make("span", { class: "score" }, name, String(score.total))];
  const list = make("dl", { class: "parts", hidden: true }, ...parts.map(([part, value]) => scorePart(partName(part), value)));
  const button = make("button", { type: "button", class: "score", "aria-expanded": "false" },
    name, String(score.total), make("span", { class: "unseen" }, `, ${t("parts")}`));
  button.addEventListener("click", () => {
    list.hidden = !list.hidden;
    button.setAttribute("aria-expanded", String(!list.hidden));
  });
  return [button, list];
}

function scorePart(label, value) {
  const bar = make("meter", { min: "0", max: "100", low: "50", high: "75", optimum: "100", value, "aria-label": label });
  return make("div", {}, make("dt", {}, label), make("dd", {}, String(value)), make("dd", { class: "bar-cell" }, bar));
}

/** Light up the piece that begins at an offset; returns it. */
export function light(start) {
  for (const node of place.querySelectorAll(".lit")) node.classList.remove("lit");
  const node = start === null ? null : place.querySelector(`.mark[data-start="${start}"]`);
  node?.classList.add("lit");
  return node;
}

/** Move the focus to the next (1) or previous (-1) place with a finding. */
export function step(direction) {
  const nodes = [...place.querySelectorAll(".mark, .chip")];
  if (!nodes.length) return;
  const at = nodes.indexOf(document.activeElement);
  const next = nodes[(at + direction + nodes.length) % nodes.length] ?? nodes[0];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}
