"use strict";
// Whatever a model wrote reaches the page as text of a node, never as markup.
const data = JSON.parse(document.getElementById("data").textContent);
const at = (id) => document.getElementById(id);
const LABELS = ["expresses", "not", "opposes", "cannot-tell"];
const KEYS = { 1: "expresses", 2: "not", 3: "opposes", 0: "cannot-tell" };
const RATER = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
const key = "compass-label-" + data.key;
let state = { rater: "", place: 0, labels: {} };
let revealed = new Set();

function load() {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null");
    if (kept && typeof kept.labels === "object") state = { ...state, ...kept };
    localStorage.setItem(key, JSON.stringify(state));
  } catch {
    at("storage").hidden = false;
  }
}

function keep() {
  try {
    localStorage.setItem(key, JSON.stringify(state));
  } catch {
    at("storage").hidden = false;
  }
}

const task = () => data.tasks[state.place];
const given = () => state.labels[task().id] ?? { label: null, marks: [] };
const done = () => data.tasks.filter((one) => state.labels[one.id]?.label).length;

/** Marks that touch become one. */
function merged(marks) {
  const all = [];
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0])) {
    const last = all[all.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}

function showAnswer() {
  const parts = [];
  let from = 0;
  for (const [start, end] of given().marks) {
    parts.push(task().answer.slice(from, start));
    const mark = document.createElement("mark");
    mark.textContent = task().answer.slice(start, end);
    parts.push(mark);
    from = end;
  }
  parts.push(task().answer.slice(from));
  at("answer").replaceChildren(...parts);
}

function show() {
  const one = task();
  const value = data.values[one.value];
  at("name").textContent = value.name;
  at("definition").textContent = value.definition;
  at("opposite").textContent = value.opposite ? "Opposed: " + value.opposite : "";
  at("asked").textContent = one.opening ? "Opening of the story" : "Asked";
  const covered = one.covered && !revealed.has(one.id);
  at("covered").hidden = !covered;
  at("texts").hidden = covered;
  at("prompt").textContent = covered ? "" : one.prompt;
  if (covered) at("answer").replaceChildren();
  else showAnswer();
  for (const button of at("labels").children) {
    button.setAttribute("aria-pressed", String(button.dataset.label === given().label));
    button.disabled = covered;
  }
  at("back").disabled = state.place === 0;
  at("next").disabled = state.place === data.tasks.length - 1;
  at("progress").max = data.tasks.length;
  at("progress").value = done();
  at("count").textContent = `${state.place + 1} of ${data.tasks.length}, ${done()} labelled`;
  const known = RATER.test(state.rater);
  document.querySelector("main").hidden = !known;
  at("rater").classList.toggle("wrong", !known && state.rater !== "");
  at("export").disabled = !known || done() === 0;
}

function go(place) {
  state.place = Math.max(0, Math.min(data.tasks.length - 1, place));
  keep();
  show();
  at("answer").scrollTop = 0;
}

function open() {
  const next = data.tasks.findIndex((one) => !state.labels[one.id]?.label);
  if (next >= 0) go(next);
}

function label(name) {
  const one = task();
  if (!LABELS.includes(name) || (one.covered && !revealed.has(one.id))) return;
  state.labels[one.id] = { ...given(), label: name };
  if (state.place < data.tasks.length - 1) go(state.place + 1);
  else go(state.place);
}

/** Where in the answer the selection begins and ends; null when it is elsewhere or empty. */
function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!at("answer").contains(range.commonAncestorContainer)) return null;
  const before = document.createRange();
  before.setStart(at("answer"), 0);
  before.setEnd(range.startContainer, range.startOffset);
  let from = before.toString().length;
  let to = from + range.toString().length;
  while (from < to && /\s/.test(task().answer[from])) from++;
  while (to > from && /\s/.test(task().answer[to - 1])) to--;
  return from < to ? [from, to] : null;
}

function mark() {
  const span = selected();
  if (!span) return;
  state.labels[task().id] = { ...given(), marks: merged([...given().marks, span]) };
  getSelection().removeAllRanges();
  keep();
  showAnswer();
}

function unmark() {
  state.labels[task().id] = { ...given(), marks: [] };
  keep();
  show();
}

function reveal() {
  revealed.add(task().id);
  show();
  at("answer").focus();
}

function lines() {
  return data.tasks
    .filter((one) => state.labels[one.id]?.label)
    .map((one) => {
      const { label: name, marks } = state.labels[one.id];
      const evidence = name === "expresses" || name === "opposes" ? marks.map(([a, b]) => one.answer.slice(a, b)) : [];
      return JSON.stringify({ id: one.id, rater: state.rater, label: name, evidence }) + "\n";
    })
    .join("");
}

function exportFile() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([lines()], { type: "application/x-ndjson" }));
  link.download = `${data.name}-${state.rater}.jsonl`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

const SHORTCUTS = {
  s: reveal,
  m: mark,
  u: unmark,
  g: open,
  arrowleft: () => go(state.place - 1),
  arrowright: () => go(state.place + 1),
};

document.addEventListener("keydown", (event) => {
  if (event.target === at("rater") || event.ctrlKey || event.metaKey || event.altKey || !RATER.test(state.rater)) return;
  const pressed = event.key.toLowerCase();
  if (pressed in KEYS) label(KEYS[pressed]);
  else if (Object.hasOwn(SHORTCUTS, pressed) && !event.shiftKey) SHORTCUTS[pressed]();
  else return;
  event.preventDefault();
});
at("labels").addEventListener("click", (event) => label(event.target.closest("button")?.dataset.label));
at("answer").addEventListener("mouseup", mark);
at("rater").addEventListener("input", (event) => {
  state.rater = event.target.value.trim();
  keep();
  show();
});
for (const [id, act] of Object.entries({ mark, unmark, reveal, open, export: exportFile })) at(id).addEventListener("click", act);
at("back").addEventListener("click", () => go(state.place - 1));
at("next").addEventListener("click", () => go(state.place + 1));

load();
at("rater").value = state.rater;
go(state.place);
