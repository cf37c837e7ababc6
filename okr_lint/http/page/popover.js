// Why something was underlined and how to mend it: opens on hover and focus, stays while it is used.

import { find, make } from "./dom.js";
import { applyEdits, value } from "./editor.js";
import { Text } from "./positions.js";
import { examples, rule } from "./server.js";
import { both, t } from "./words.js";

const box = find("popover");
let anchor = null;
let timer = 0;

/** Open for some findings beside an element. */
export function open(node, findings, editable) {
  clearTimeout(timer);
  if (anchor === node && !box.hidden) return;
  close();
  anchor = node;
  const about = findings.find((f) => f.about?.text)?.about;
  box.replaceChildren(...findings.map((finding) => section(finding, editable)), ...(about ? [imitate(about)] : []), closeButton());
  box.setAttribute("aria-label", findings.map((f) => f.code).join(", "));
  box.hidden = false;
  place(node);
  if (node.getAttribute("role") === "button") node.setAttribute("aria-expanded", "true");
}

/** Open after a moment, so that passing over the text stays calm. */
export function openSoon(node, findings, editable) {
  clearTimeout(timer);
  timer = setTimeout(() => node.isConnected && open(node, findings, editable), 120);
}

/** Close after a moment, unless the pointer or the focus goes into the box, or the focus stays on what it is about. */
export function closeSoon() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const focus = document.activeElement;
    if (!box.matches(":hover") && !box.contains(focus) && focus !== anchor) close();
  }, 260);
}

export function close() {
  clearTimeout(timer);
  if (anchor?.hasAttribute("aria-expanded")) anchor.setAttribute("aria-expanded", "false");
  anchor = null;
  box.hidden = true;
}

/** Close, and give the focus back to what it was opened from. */
function leave() {
  const back = anchor.tabIndex < 0 ? find("text") : anchor; // an underline behind the text has no focus of its own
  close();
  back.focus({ preventScroll: true });
  clearTimeout(timer); // the focus that comes back must not open it again
}

/** Move the focus into the box, to its first button. */
export function enter() {
  box.querySelector("button").focus();
}

function place(node) {
  const at = node.getClientRects()[0] ?? node.getBoundingClientRect();
  box.style.maxHeight = "";
  const room = { below: innerHeight - at.bottom - 16, above: at.top - 16 };
  const below = room.below >= box.offsetHeight || room.below >= room.above;
  box.style.maxHeight = `${Math.max(160, Math.min(box.offsetHeight, below ? room.below : room.above))}px`;
  const left = Math.min(Math.max(12, at.left), document.documentElement.clientWidth - box.offsetWidth - 12);
  box.style.left = `${left + scrollX}px`;
  box.style.top = `${(below ? at.bottom + 8 : at.top - box.offsetHeight - 8) + scrollY}px`;
}

function section(finding, editable) {
  const why = make("p", { class: "why" }, finding.why.slice(0, 2).join(" · "));
  const about = make("button", { type: "button", class: "quiet", onclick: () => explain(finding, why, about) }, t("rule"));
  const made = make(
    "section",
    {},
    make("p", { class: "message" }, make("span", { class: `dot ${finding.severity}` }), finding.message),
    make("span", { class: "code" }, [`${finding.code} ${finding.name}`, t(finding.severity), finding.place].filter(Boolean).join(" · ")),
    why,
  );
  if (finding.suggestions.length) made.append(make("ul", {}, ...finding.suggestions.map((s) => proposal(s, editable))));
  made.append(about);
  return made;
}

async function explain(finding, why, button) {
  try {
    why.textContent = both((await rule(finding.code)).why);
    button.remove();
    box.tabIndex = -1;
    box.focus();
  } catch (error) {
    why.textContent = error.message;
  }
}

/** A good OKR to learn from: people learn to write them by imitation. */
function imitate(statement) {
  const made = make("section", { class: "example" });
  const button = make("button", { type: "button", class: "quiet" }, t("imitate"));
  button.addEventListener("click", async () => {
    try {
      const [example] = await examples(statement.text, statement.language, 1);
      made.replaceChildren(...(example ? shown(example) : [t("noExample")]));
    } catch (error) {
      made.replaceChildren(error.message);
    }
    if (box.hidden || !made.isConnected) return;
    place(anchor);
    box.tabIndex = -1;
    box.focus({ preventScroll: true });
    made.scrollIntoView({ block: "nearest" });
  });
  made.append(button);
  return made;
}

function shown(example) {
  const lang = example.language === "zh" ? "zh-Hans" : "en";
  return [
    make("p", { class: "code" }, `${t("imitate")} · `, make("span", { lang }, example.field)),
    make("p", { class: "message", lang }, example.objective),
    make("ol", { lang }, ...example.key_results.map((text) => make("li", {}, text))),
    make("p", { class: "why", lang }, example.reason),
  ];
}

function closeButton() {
  return make("button", { type: "button", class: "quiet close", "aria-label": t("close"), onclick: leave }, "×");
}

function proposal(suggestion, editable) {
  const made = make("li", {}, suggestion.title);
  const buttons = make("span", { class: "buttons" });
  const applicable = suggestion.edits.length > 0 && editable;
  if (applicable) {
    const apply = () => {
      close();
      applyEdits(suggestion.edits);
    };
    made.append(change(suggestion.edits));
    buttons.append(make("button", { type: "button", class: "main", onclick: apply }, t("apply")));
  }
  if (suggestion.text) {
    made.append(make("span", { class: "proposal" }, suggestion.text));
    buttons.append(copyButton(suggestion.text));
  }
  if (applicable && suggestion.applicability === "unsafe") buttons.append(make("span", { class: "code" }, t("unsafe")));
  made.append(buttons);
  return made;
}

/** What edits take out and put in. */
function change(edits) {
  const source = new Text(value());
  const made = make("span", { class: "proposal" });
  for (const { span, text } of edits) {
    const old = source.slice(span.start.offset, span.end.offset);
    made.append(old ? make("del", {}, old) : "", old && text ? " → " : "", text ? make("ins", {}, text) : "", " ");
  }
  return made;
}

function copyButton(text) {
  const button = make("button", { type: "button" }, t("copy"));
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = t("copied");
  });
  return button;
}

box.addEventListener("mouseleave", closeSoon);
box.addEventListener("mouseenter", () => clearTimeout(timer));
box.addEventListener("focusout", closeSoon);
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !box.hidden) leave();
});
addEventListener("pointerdown", (event) => {
  if (!box.hidden && !box.contains(event.target) && !anchor?.contains(event.target)) close();
});
