// What happens when: typing, dropping, choosing; one answer at a time, always the latest.

import { find } from "./dom.js";
import * as editor from "./editor.js";
import { endings, formatOf, isBinary, learnFormats, textOf } from "./files.js";
import * as popover from "./popover.js";
import * as report from "./report.js";
import { check, Refused, useKey, version } from "./server.js";
import { example, profileName, setLanguage, t } from "./words.js";

const PAUSE = 350; // milliseconds without typing before a text is sent

const status = find("status");
let timer = 0;
let file = null; // a file that only the server can read
let started = null; // once the server has told what it reads
let answer = null; // the latest answer, with the text that it is about

function options() {
  const lang = find("language").value;
  return { profile: find("profile").value || "seed", ...(lang ? { lang } : {}) };
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(run, PAUSE);
}

async function run() {
  clearTimeout(timer);
  const text = file ? null : editor.value();
  if (text !== null && !text.trim()) {
    answer = null;
    status.textContent = "";
    report.showNothing();
    return;
  }
  status.textContent = t("checking");
  try {
    const made = await check({ text, format: find("format").value, file }, options());
    if (text !== null && text !== editor.value()) return;
    find("key-form").hidden = true;
    answer = { text, file: withStatements(made.files[0]), summary: made.summary };
    render();
  } catch (error) {
    if (error.name === "AbortError") return;
    status.textContent = "";
    if (error instanceof Refused && error.status === 401) find("key-form").hidden = false;
    report.showFailure(`${t("failed")}:`, error instanceof Refused ? error.message : t("offline"));
  }
}

/** Tell each finding what it is about, a key result with its objective, so that examples like it can be asked for. */
function withStatements(checked) {
  const statements = new Map();
  for (const objective of checked.objectives) {
    statements.set(objective.id, objective);
    for (const one of objective.key_results) statements.set(one.id, { ...one, text: `${objective.text}\n${one.text}` });
  }
  for (const finding of checked.findings) finding.about = statements.get(finding.statement) ?? null;
  return checked;
}

function render() {
  if (!answer) {
    report.showNothing();
    return;
  }
  popover.close();
  const { text, file: checked, summary } = answer;
  if (text !== null) editor.underline(text, checked.findings);
  report.show(checked, summary, text);
  const count = checked.findings.length;
  status.textContent = checked.error ? "" : count ? t("found")(count) : t("clean");
}

async function take(chosen) {
  await started;
  const format = formatOf(chosen.name);
  if (!format && endings().length) {
    status.textContent = "";
    report.showFailure(`${chosen.name}:`, t("unknownFile")(endings().join(" ")));
    return;
  }
  reopen();
  if (!format || isBinary(format)) {
    file = chosen;
    find("editor").classList.add("closed");
    find("format").disabled = true;
    find("text").value = `${chosen.name}\n${t("binary")}`;
    find("text").readOnly = true;
    editor.underline(find("text").value, []);
  } else {
    find("format").value = format;
    editor.setValue(await textOf(chosen));
  }
  await run();
}

function reopen() {
  file = null;
  find("editor").classList.remove("closed");
  find("format").disabled = false;
  find("text").readOnly = false;
}

find("text").addEventListener("input", () => {
  popover.close();
  editor.carryOver();
  later();
});
for (const name of ["format", "profile"]) find(name).addEventListener("change", run);
find("language").addEventListener("change", () => {
  setLanguage(find("language").value);
  nameProfiles();
  render();
  run();
});
find("example").addEventListener("click", () => {
  reopen();
  find("format").value = "markdown";
  editor.setValue(example());
  run();
});
find("open").addEventListener("click", () => find("file").click());
find("file").addEventListener("change", (event) => event.target.files[0] && take(event.target.files[0]));
find("key-form").addEventListener("submit", (event) => {
  event.preventDefault();
  useKey(find("key").value);
  started = start();
  run();
});

const pane = find("editor");
for (const name of ["dragenter", "dragover"]) {
  pane.addEventListener(name, (event) => {
    event.preventDefault();
    pane.classList.add("over");
  });
}
pane.addEventListener("dragleave", () => pane.classList.remove("over"));
pane.addEventListener("drop", (event) => {
  pane.classList.remove("over");
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  take(event.dataTransfer.files[0]);
});

editor.onPointer((piece) => {
  if (!piece) {
    popover.closeSoon();
    return;
  }
  if (piece.findings.every((f) => !f.stale)) popover.openSoon(piece, piece.findings, true);
});
editor.onCaret((piece) => {
  const node = report.light(piece ? piece.dataset.start : null);
  if (node && matchMedia("(min-width: 901px)").matches) node.scrollIntoView({ block: "nearest" });
});
addEventListener("keydown", (event) => {
  if (event.key !== "F8") return;
  event.preventDefault();
  report.step(event.shiftKey ? -1 : 1);
});

function nameProfiles() {
  for (const option of find("profile").options) option.textContent = profileName(option.value);
}

async function start() {
  try {
    const { profiles, formats } = await version();
    learnFormats(formats);
    find("file").accept = endings().join();
    const chosen = find("profile").value;
    find("profile").replaceChildren(...profiles.map((name) => new Option(profileName(name), name)));
    if (chosen) find("profile").value = chosen;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    find("key-form").hidden = error.status !== 401;
    report.showFailure(`${t("failed")}:`, error.message);
  }
}

setLanguage("");
editor.underline(editor.value(), []);
report.showNothing();
started = start();
if (editor.value().trim()) run();
