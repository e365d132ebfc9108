/* The preview's page: asks for what has changed, and shows it where one was looking. */
"use strict";
const $ = (name) => document.getElementById(name);
const parts = new Map();
let shown = null, at = "", grid = false, boxes = false, asked = 0;

const query = (more = {}) => new URLSearchParams({ variant: $("variant").value || "", theme: $("theme").value || "", ...more });

async function get(path, more) {
  const answer = await fetch(`${path}?${query(more)}`);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

/* Ask for all parts that have not been seen, at once. */
async function fetched(keys) {
  const missing = [...new Set(keys)].filter((key) => key && !parts.has(key));
  if (missing.length) {
    const answer = await fetch("/parts", { method: "POST", headers: { "X-Deckmotor": "1" }, body: JSON.stringify(missing) });
    for (const [key, part] of Object.entries(await answer.json())) parts.set(key, part);
  }
}

async function refresh() {
  const mine = ++asked;
  const next = await get("/state");
  await fetched([next.style, next.kept, ...next.pages.map((page) => page.key)]);
  if (mine !== asked) return;
  const before = shown;
  shown = next;
  document.title = shown.title || "deckmotor preview";
  $("title").textContent = shown.title || "deckmotor preview";
  document.documentElement.style.setProperty("--ratio", shown.ratio);
  dress([shown]);
  options($("variant"), [["", "the deck itself"], ...shown.variants]);
  options($("theme"), [["", `its own (${shown.theme})`], ...shown.themes.map((name) => [name, name])]);
  list();
  if (!shown.pages.some((page) => page.id === at)) at = nearest(before);
  await large();
  problems();
  document.documentElement.dataset.version = shown.version;
}

/* The style sheets and pictures of what is shown. The same name means the same in all of them. */
function dress(views) {
  for (const [place, kind] of [["deck", "style"], ["kept", "kept"]]) {
    const keys = [...new Set(views.map((view) => view[kind]))], text = keys.join(" ");
    if ($(place).dataset.keys === text) continue;
    $(place).dataset.keys = text;
    $(place).innerHTML = keys.map((key) => (parts.get(key) || "").replace(/@page\{[^}]*\}/, "")).join("\n");
  }
}

function nearest(before) {
  const wanted = decodeURIComponent(location.hash.slice(1));
  if (!before && shown.pages.some((page) => page.id === wanted)) return wanted;
  const place = before ? before.pages.findIndex((page) => page.id === at) : 0;
  return shown.pages[Math.max(0, Math.min(place, shown.pages.length - 1))]?.id || "";
}

function options(select, pairs) {
  const wanted = select.value, text = JSON.stringify(pairs);
  if (select.dataset.pairs === text) return;
  select.dataset.pairs = text;
  select.replaceChildren(...pairs.map(([value, name]) => new Option(name, value)));
  select.value = pairs.some(([value]) => value === wanted) ? wanted : "";
}

/* A page from its part. Ids and headings stand once in a document: in the large picture. */
function drawn(key, small) {
  const holder = document.createElement("template");
  holder.innerHTML = parts.get(key) || "";
  const slide = holder.content.querySelector(".slide");
  if (!slide) return holder.content;
  slide.removeAttribute("id");
  slide.removeAttribute("tabindex");
  slide.querySelectorAll("aside").forEach((notes) => notes.remove());
  slide.querySelectorAll("a").forEach((link) => link.replaceWith(...link.childNodes));
  if (small) {
    slide.inert = true;
    slide.setAttribute("aria-hidden", "true");
  }
  return slide;
}

function list() {
  const links = new Map([...$("list").children].map((link) => [link.dataset.id, link]));
  const wanted = shown.pages.map((page, place) => {
    const link = links.get(page.id) || document.createElement("a");
    if (link.dataset.key !== page.key) {
      const frame = document.createElement("div");
      frame.className = "frame";
      frame.append(drawn(page.key, true));
      link.replaceChildren(frame, document.createElement("span"));
      link.dataset.key = page.key;
    }
    link.dataset.id = page.id;
    link.href = `#${page.id}`;
    link.lastChild.textContent = `${place + 1}. ${page.title}`;
    link.classList.toggle("wrong", page.problems.some((number) => shown.problems[number].severity === "error"));
    return link;
  });
  if (wanted.length) {
    $("list").querySelector(".empty")?.remove();
    wanted.forEach((link, place) => { if ($("list").children[place] !== link) $("list").insertBefore(link, $("list").children[place] || null); });
    while ($("list").children.length > wanted.length) $("list").lastChild.remove();
  } else {
    const empty = document.createElement("p");
    empty.className = "empty";
    empty.textContent = "No slides yet";
    $("list").replaceChildren(empty);
  }
}

async function large() {
  const page = shown.pages.find((one) => one.id === at);
  $("status").className = shown.stale ? "stale" : "";
  $("status").textContent = shown.stale ? "The deck has a mistake; this is how it looked before." : page ? `${page.id} · ${page.layout} · ${page.room}` : "";
  for (const link of $("list").children) {
    if (link.dataset.id === at) link.setAttribute("aria-current", "true");
    else link.removeAttribute?.("aria-current");
  }
  $("large").classList.toggle("grid", grid);
  if (!page) {
    const empty = document.createElement("p");
    empty.className = "empty";
    empty.textContent = shown.problems.length ? "Nothing can be drawn yet: see the problems." : "The deck has no slides yet. Write one, and it is shown here.";
    $("large").replaceChildren(empty);
    $("large").dataset.key = "";
    $("notes").replaceChildren();
    return;
  }
  $("notes").replaceChildren(...page.notes.map((text) => Object.assign(document.createElement("p"), { textContent: text })));
  if (grid) return all(page);
  if ($("large").dataset.key !== page.key) {
    $("large").replaceChildren(drawn(page.key));
    $("large").dataset.key = page.key;
  }
  outline();
}

async function all(page) {
  const rows = await get("/grid", { slide: page.id });
  await fetched(rows.flatMap((row) => [row.key, row.style, row.kept]));
  dress([shown, ...rows]);
  const names = new Map(shown.variants);
  $("large").dataset.key = "";
  $("large").replaceChildren(...rows.map((row) => {
    const figure = document.createElement("figure"), name = document.createElement("figcaption");
    figure.classList.toggle("differs", row.differs);
    name.textContent = `${names.get(row.variant) || row.variant || "The deck itself"}${row.key ? (row.differs ? " – differs" : "") : " – without this slide"}`;
    figure.append(...(row.key ? [drawn(row.key)] : []), name);
    return figure;
  }));
}

/* Boxes around what is read, numbered in the order in which it is read. */
function outline() {
  document.querySelectorAll(".box").forEach((box) => box.remove());
  const slide = $("large").querySelector(".slide");
  if (!boxes || grid || !slide) return;
  const edge = slide.getBoundingClientRect();
  [...slide.querySelectorAll("h2, h3, p, li, svg[role=img]")].forEach((element, place) => {
    const lines = element.matches("svg") ? [...element.querySelectorAll("path, svg")] : [...element.querySelectorAll(":scope > .l, :scope > p > .l")];
    const spans = lines.flatMap((line) => (line.matches(".l") ? [...line.querySelectorAll("span")] : [line]));
    const rects = (spans.length ? spans : lines).map((one) => one.getBoundingClientRect()).filter((rect) => rect.width);
    if (element.matches("li p") || !rects.length) return;
    const left = Math.min(...rects.map((rect) => rect.left)), top = Math.min(...rects.map((rect) => rect.top));
    const right = Math.max(...rects.map((rect) => rect.right)), bottom = Math.max(...rects.map((rect) => rect.bottom));
    const box = document.createElement("div"), number = document.createElement("b");
    box.className = "box";
    number.textContent = place + 1;
    box.style.cssText = `left:${left - edge.left}px;top:${top - edge.top}px;width:${right - left}px;height:${bottom - top}px`;
    box.append(number);
    slide.append(box);
  });
}

function problems() {
  const here = new Set(shown.pages.find((page) => page.id === at)?.problems || []);
  const count = shown.problems.length;
  $("count").textContent = count ? `${count} ${count === 1 ? "problem" : "problems"}` : "No problems";
  $("problems").replaceChildren(...shown.problems.map((problem, place) => {
    const item = document.createElement("li"), kind = document.createElement("b"), link = document.createElement("a");
    item.className = problem.severity;
    item.classList.toggle("here", here.has(place));
    kind.textContent = `${problem.severity}: `;
    link.textContent = `${problem.file}:${problem.line}`;
    link.href = "#";
    link.addEventListener("click", (event) => { event.preventDefault(); edit("/line", { file: problem.file, line: problem.line }); });
    item.append(kind, problem.message, document.createElement("br"), link, ...problem.hints.map((hint) => Object.assign(document.createElement("small"), { textContent: hint })));
    return item;
  }));
}

async function edit(path, more) {
  const found = await get(path, more);
  if (found?.file) $("status").textContent = `${found.file}:${found.line}`;
  if (found?.url) location.href = found.url;
}

function go(id) {
  if (!id || id === at) return;
  at = id;
  history.replaceState(null, "", `#${at}`);
  $("list").querySelector("[aria-current]")?.removeAttribute("aria-current");
  large().then(problems);
  [...$("list").children].find((link) => link.dataset.id === at)?.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const place = shown.pages.findIndex((page) => page.id === at) + by;
  go(shown.pages[Math.max(0, Math.min(shown.pages.length - 1, place))]?.id);
}

function toggle(name) {
  if (name === "grid") grid = !grid;
  else boxes = !boxes;
  $(name).setAttribute("aria-pressed", name === "grid" ? grid : boxes);
  large();
}

$("list").addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link) { event.preventDefault(); go(link.dataset.id); }
});
$("large").addEventListener("click", (event) => {
  const slide = event.target.closest(".slide");
  if (!slide || grid) return;
  const text = event.target.closest("h2, h3, li > p, p, td, th");
  const words = text ? [...text.querySelectorAll(".l")].map((line) => line.textContent).join(" ") : event.target.closest("[aria-label]")?.getAttribute("aria-label") || "";
  edit("/place", { page: at, words: words.replace(/\s+/g, " ").trim() });
});
for (const name of ["grid", "boxes"]) $(name).addEventListener("click", () => toggle(name));
for (const name of ["variant", "theme"]) $(name).addEventListener("change", () => { $("present").href = `/present?${query()}`; refresh(); });
document.querySelectorAll("[data-to]").forEach((button) => button.addEventListener("click", async () => {
  const answer = await fetch(`/build?${query({ to: button.dataset.to })}`, { method: "POST", headers: { "X-Deckmotor": "1" } });
  if (!answer.ok) { $("status").textContent = await answer.text(); return; }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition"))[1];
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}));
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, input")) return;
  const acts = { ArrowDown: () => step(1), ArrowRight: () => step(1), PageDown: () => step(1), ArrowUp: () => step(-1), ArrowLeft: () => step(-1), PageUp: () => step(-1), Home: () => go(shown.pages[0]?.id), End: () => go(shown.pages.at(-1)?.id), g: () => toggle("grid"), b: () => toggle("boxes"), p: () => $("present").click() };
  const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (act && shown) { event.preventDefault(); act(); }
});
addEventListener("resize", outline);

const events = new EventSource("/events");
events.onmessage = () => refresh();
events.onerror = () => { $("status").textContent = "The preview has ended; start it again with `deckmotor preview`."; $("status").className = "stale"; };
