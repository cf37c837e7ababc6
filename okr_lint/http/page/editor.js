// The text area, and behind it a mirror of its text that carries the underlines.

import { find, make } from "./dom.js";
import { gravest, pieces, Text } from "./positions.js";

const area = find("text");
const mirror = find("mirror");
let shown = { text: "", findings: [] };

export const value = () => area.value;

export function setValue(text) {
  area.value = text;
  area.dispatchEvent(new Event("input"));
}

/** Underline the findings of this text; without findings, only mirror it. */
export function underline(text, findings) {
  shown = { text, findings };
  const source = new Text(text);
  const spanned = findings.filter((f) => f.span && f.span.end.offset > f.span.start.offset);
  const length = source.units ? source.units.length - 1 : text.length;
  mirror.replaceChildren(
    ...pieces(0, length, spanned).map((piece) => {
      const part = source.slice(piece.start, piece.end);
      if (!piece.findings.length) return document.createTextNode(part);
      const node = make("span", { class: `underline ${gravest(piece.findings)}`, "data-start": piece.start }, part);
      node.findings = piece.findings;
      return node;
    }),
    "\n", // the last line has its height even when it is empty
  );
}

/** While a new answer is awaited, underlines before and after the place of typing stay where they belong. */
export function carryOver() {
  const { text: before, findings } = shown;
  const after = area.value;
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const points = (text) => [...text].length;
  const first = points(before.slice(0, head));
  const last = points(before.slice(0, before.length - tail));
  const shift = points(after) - points(before);
  const move = (span, by) => ({ start: { offset: span.start.offset + by }, end: { offset: span.end.offset + by } });
  const kept = findings.flatMap((f) => {
    if (!f.span) return [];
    if (f.span.end.offset <= first) return [f];
    return f.span.start.offset >= last ? [{ ...f, span: move(f.span, shift), stale: true }] : [];
  });
  underline(after, kept);
}

/** Replace ranges (code points) of the text; the browser's own undo takes it back. */
export function applyEdits(edits) {
  const source = new Text(area.value);
  const ordered = [...edits].sort((a, b) => b.span.start.offset - a.span.start.offset);
  area.focus();
  for (const edit of ordered) {
    area.setSelectionRange(source.unit(edit.span.start.offset), source.unit(edit.span.end.offset));
    const done = document.execCommand(edit.text ? "insertText" : "delete", false, edit.text);
    if (!done) area.setRangeText(edit.text);
  }
  area.dispatchEvent(new Event("input"));
}

/** Call back with the underlined piece below the pointer, or null. */
export function onPointer(callback) {
  let last = null;
  area.addEventListener("mousemove", (event) => {
    const below = document.elementsFromPoint(event.clientX, event.clientY).find((n) => n.classList.contains("underline"));
    if (below !== last) callback((last = below ?? null));
  });
  area.addEventListener("mouseleave", () => {
    last = null;
    callback(null);
  });
}

/** Call back with the underlined piece at the caret, or null. */
export function onCaret(callback) {
  const tell = () => {
    const at = [...area.value.slice(0, area.selectionStart)].length;
    const nodes = [...mirror.querySelectorAll(".underline")];
    callback(nodes.find((n) => +n.dataset.start <= at && +n.dataset.start + [...n.textContent].length > at) ?? null);
  };
  area.addEventListener("click", tell);
  area.addEventListener("keyup", (event) => event.key.startsWith("Arrow") && tell());
}
