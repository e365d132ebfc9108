/* The preview's page: is told what has changed, and shows it where one was looking. */
import { grid as showGrid, leave } from "/grid.js";
import * as overlays from "/overlay.js";
import { dress, drawn, fetched, forget, keep, keysOf, OWN } from "/parts.js";
import { pointed, pointedAt } from "/pointed.js";
import { present } from "/stage.js";

const $ = (name) => document.getElementById(name);
let shown = null, at = "", wanted = named(location.hash), grid = false, overlay = "", told = 0, events = null;
const VIEW = ["variant", "audience", "language", "theme"], OVERLAYS = ["boxes", "room", "contrast"], AGAIN = 1000;
const FIRST = "slides:\n  - title: Hello\n    text: The first words of it.";

/* The slide that an address names; by hand one can write what is none. */
function named(hash) {
  try { return decodeURIComponent(hash.slice(1)); } catch { return ""; }
}

/* What a switch says; before it knows its words, what the address does. */
const begin = new URLSearchParams(location.search);
const chosen = (select) => (select.length ? select.value : begin.get(select.id)) || "";

function query(more = {}) {
  const made = new URLSearchParams(VIEW.map((name) => [name, chosen($(name))]));
  for (const [name, value] of Object.entries(more)) [value].flat().forEach((one) => made.append(name, one));
  return made;
}

async function get(path, more) {
  const answer = await fetch(`${path}?${query(more)}`);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

/* What is said above the slide. */
function say(kind, ...words) {
  $("status").className = kind;
  $("status").replaceChildren(...words);
}

const strong = (words) => Object.assign(document.createElement("strong"), { textContent: words });

function lost() {
  say("stale", strong("The preview has ended, or can't be reached. "), "Start it again with `deckmotor preview`.");
}

/* Follow the view that is chosen; where the server is gone, until it is there again. */
function follow() {
  events?.close();
  const mine = events = new EventSource(`/events?${query()}`);
  mine.onmessage = (event) => refresh(JSON.parse(event.data)).catch(lost);
  mine.onerror = () => {
    lost();
    if (mine.readyState === EventSource.CLOSED) setTimeout(() => { if (mine === events) follow(); }, AGAIN);
  };
}

/* What one looks at comes first, and is painted before the small pictures are made. */
async function refresh(next) {
  const mine = ++told;
  if (next.bug) {
    say("stale", `deckmotor itself has made a mistake (${next.bug}); this is how the deck looked before.`);
    return;
  }
  keep(next.parts);
  await fetched(keysOf(next.shown));
  if (mine !== told) return;
  const before = shown;
  shown = next.shown;
  document.title = shown.title || "deckmotor preview";
  $("title").textContent = shown.title || "deckmotor preview";
  document.documentElement.style.setProperty("--ratio", shown.ratio);
  dress([shown]);
  switches();
  if (shown.pages.length) at = looked(before);  // Where nothing can be drawn, one stays where one was looking.
  await large();
  problems();
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  if (mine !== told) return;
  list();
  document.documentElement.dataset.version = shown.version;
  forget(shown);
}

function switches() {
  options($("variant"), [["", "the deck itself"], ...shown.variants]);
  options($("audience"), [["", "everybody"], ...shown.audiences]);
  options($("language"), [["", "its own"], ...shown.languages.map((tag) => [tag, tag])]);
  for (const name of ["variant", "audience", "language"]) $(name).parentElement.hidden = $(name).length < 2;
  options($("theme"), [["", shown.theme ? `its own (${shown.theme})` : "its own"], ...shown.themes.map((name) => [name, name])]);
  const several = shown.variants.length || shown.audiences.length;
  $("grid").hidden = !several;
  $("grid").textContent = shown.variants.length ? "All variants" : "All audiences";
  document.querySelector("[data-to=all]").hidden = !several;
  document.querySelector("[data-to=all]").textContent = `PowerPoint of all ${shown.variants.length ? "variants" : "audiences"}`;
  if (!several) grid = false;
}

/* Where one was looking; while that slide is gone, as in a file that is half written, what stands in its place. */
function looked(before) {
  for (const id of [wanted, at]) if (shown.pages.some((page) => page.id === id)) return id;
  const place = before ? before.pages.findIndex((page) => page.id === at) : 0;
  return shown.pages[Math.max(0, Math.min(place, shown.pages.length - 1))].id;
}

/* What a switch offers. What is chosen stays so while it is gone, as where its file is half written: that is what is shown. */
function options(select, known) {
  const wanted = chosen(select), gone = known.every(([value]) => value !== wanted);
  const pairs = gone ? [...known, [wanted, `${wanted} (not there)`]] : known, text = JSON.stringify(pairs);
  if (select.dataset.pairs === text) return;
  select.dataset.pairs = text;
  select.replaceChildren(...pairs.map(([value, name]) => new Option(name, value)));
  select.value = wanted;
}

function list() {
  const links = new Map([...$("list").children].map((link) => [link.dataset.id, link]));
  const wanted = shown.pages.map((page) => {
    const link = links.get(page.id) || document.createElement("a");
    if (link.dataset.key !== page.key) {
      const frame = document.createElement("div");
      frame.className = "frame";
      frame.append(drawn(page.key, true).slide);
      link.replaceChildren(frame, document.createElement("span"));
      link.dataset.key = page.key;
    }
    const found = page.problems.map((number) => shown.problems[number].severity);
    link.dataset.id = page.id;
    link.href = `#${encodeURIComponent(page.id)}`;
    link.lastChild.textContent = `${page.title}${page.hidden ? " (hidden)" : ""}`;
    link.classList.toggle("wrong", found.includes("error"));
    link.classList.toggle("doubtful", found.includes("warning"));
    link.classList.toggle("hides", page.hidden);
    return link;
  });
  if (wanted.length) {
    $("list").querySelector(".empty")?.remove();
    wanted.forEach((link, place) => { if ($("list").children[place] !== link) $("list").insertBefore(link, $("list").children[place] || null); });
    while ($("list").children.length > wanted.length) $("list").lastChild.remove();
  } else {
    $("list").replaceChildren(Object.assign(document.createElement("p"), { className: "empty", textContent: "No slides yet" }));
  }
  mark();
}

/* Which of the small pictures is the large one, and where presenting begins. */
function mark() {
  $("present").href = `/present?${query()}#${encodeURIComponent(at)}`;
  for (const link of $("list").children) {
    link.tabIndex = link.dataset.id === at ? 0 : -1;  // Arrows lead from one to the next.
    if (link.dataset.id === at) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

/* A place in a file, which opens the editor. */
function place({ file, line }) {
  const link = Object.assign(document.createElement("a"), { href: "#", textContent: `${file}:${line}` });
  link.addEventListener("click", (event) => { event.preventDefault(); edit("/line", { file, line }); });
  return link;
}

async function large() {
  const page = shown.pages.find((one) => one.id === at);
  if (shown.stale || shown.lacking) {
    const first = shown.problems.find((one) => one.severity === "error");
    say("stale", strong(`The deck has a mistake; ${shown.stale ? "this is how it looked before" : "what is wrong is left out"}. `), ...(first ? [document.createElement("br"), place(first), ` ${first.message}`] : []));
  } else say("", ...(page ? [place(page), ` · ${page.layout}${page.room && ` · ${page.room}`}`] : []));
  $("large").classList.toggle("grid", grid);
  document.body.classList.toggle("bare", !page);
  if (!page) {
    $("large").replaceChildren(nothing());
    $("large").dataset.key = "";
    return $("notes").replaceChildren();
  }
  if (grid) {
    note(drawn(page.key).notes);
    return showGrid($("large"), shown, `/grid?${query({ slide: page.id })}`, choose);
  }
  leave();
  if ($("large").dataset.key !== page.key) {
    const made = drawn(page.key);
    $("large").replaceChildren(made.slide);
    $("large").dataset.key = page.key;
    note(made.notes);
  }
  outline();
}

/* What stands in place of a slide: what is wrong first, and of a deck without slides how one is written. */
function nothing() {
  const made = Object.assign(document.createElement("div"), { className: "empty" }), first = shown.problems[0];
  const element = (tag, textContent) => Object.assign(document.createElement(tag), { textContent }), words = element("p", "");
  if (!first || first.code === "no-slides") {
    words.textContent = "Write the first one, and it is shown here as soon as it is saved:";
    made.append(element("h2", "No slides yet"), words, element("pre", FIRST));
  } else {
    words.append(place(first), ` ${first.message}`);
    made.append(element("h2", "Nothing can be drawn yet"), words, ...first.hints.map((hint) => element("p", hint)));
  }
  return made;
}

function note(parts) {
  $("notes").replaceChildren(...(parts.length ? parts : [Object.assign(document.createElement("p"), { className: "none", textContent: "This slide has none." })]));
}

function outline() {
  document.querySelectorAll(".box").forEach((box) => box.remove());
  const slide = $("large").querySelector(".slide"), page = shown?.pages.find((one) => one.id === at);
  if (overlay && !grid && slide && page) overlays[overlay](slide, page, (element) => edit("/place", { page: at, ...pointed(slide, element) }));
}

function problems() {
  const here = new Set(shown.pages.find((page) => page.id === at)?.problems || []), count = shown.problems.length;
  $("count").textContent = count ? `${count} ${count === 1 ? "problem" : "problems"}` : "No problems";
  $("problems").replaceChildren(...shown.problems.map((problem, number) => {
    const item = document.createElement("li"), kind = document.createElement("b");
    item.className = problem.severity;
    item.classList.toggle("here", here.has(number));
    kind.textContent = `${problem.severity}: `;
    item.append(kind, problem.message, document.createElement("br"), place(problem), ...problem.hints.map((hint) => Object.assign(document.createElement("small"), { textContent: hint })));
    return item;
  }));
}

async function edit(path, more) {
  try {
    const found = await get(path, more);
    if (found?.file && !shown.stale) say("", `${found.file}:${found.line}`);
    if (found?.url) location.href = found.url;
  } catch { lost(); }
}

function go(id) {
  if (!id || id === at || !shown?.pages.some((page) => page.id === id)) return;
  at = wanted = id;
  history.replaceState(null, "", `#${encodeURIComponent(at)}`);
  mark();
  large().then(problems);
  const link = [...$("list").children].find((one) => one.dataset.id === at);
  link?.scrollIntoView({ block: "nearest", inline: "nearest" });
  if ($("list").contains(document.activeElement)) link?.focus({ preventScroll: true });
}

function step(by) {
  const place = shown.pages.findIndex((page) => page.id === at) + by;
  go(shown.pages[Math.max(0, Math.min(shown.pages.length - 1, place))]?.id);
}

function toggle(name) {
  if ($(name).hidden) return;
  if (name === "grid") grid = !grid;
  else {
    overlay = overlay === name && !grid ? "" : name;
    grid = false;
  }
  $("grid").setAttribute("aria-pressed", grid);
  for (const one of OVERLAYS) $(one).setAttribute("aria-pressed", one === overlay && !grid);
  if (shown) large();
}

/* A variant, or an audience, of the grid is looked at alone. */
function choose(row) {
  for (const name of ["variant", "audience"]) $(name).value = row[name];
  toggle("grid");
  turned();
}

function turned() {
  history.replaceState(null, "", `?${query()}${location.hash}`);
  follow();
}

async function download(button) {
  const to = button.dataset.to, name = button.textContent;
  $("download").open = false;
  say("", `${name} is being made …`);
  const answer = await fetch(`/build?${query({ to })}`, { method: "POST", headers: OWN }).catch(() => null);
  if (!answer) return lost();
  if (!answer.ok) return say("stale", `${name} can't be made: ${await answer.text()}.`);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("content-disposition"))[1]);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  say("", `${link.download} is downloaded.`);
}

$("list").addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link && !event.ctrlKey && !event.metaKey) { event.preventDefault(); go(link.dataset.id); }
});
$("large").addEventListener("click", (event) => {
  const slide = event.target.closest(".slide"), drag = getSelection()?.toString();
  const found = slide && !grid && !drag && pointedAt(slide, event.clientX, event.clientY);
  if (found) edit("/place", { page: at, ...found });
});
$("notes").addEventListener("click", (event) => {
  const part = event.target.closest("li, p:not(.none)"), words = [...(part?.childNodes || [])].filter((node) => !/^[UO]L$/.test(node.nodeName)).map((node) => node.textContent).join("");
  if (words.trim() && !getSelection()?.toString()) edit("/place", { page: at, words });
});
$("edit").addEventListener("click", () => { if (at) edit("/place", { page: at }); });
$("present").addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  present($("present").href, (id) => { go(id); $("present").focus(); });
});
for (const name of ["grid", ...OVERLAYS]) $(name).addEventListener("click", () => toggle(name));
for (const name of VIEW) $(name).addEventListener("change", turned);
document.querySelectorAll("[data-to]").forEach((button) => button.addEventListener("click", () => download(button)));
document.addEventListener("click", (event) => { if (!$("download").contains(event.target)) $("download").open = false; });
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && $("download").open) { $("download").open = false; $("download").querySelector("summary").focus(); }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, input, video, audio, .menu[open]")) return;
  const acts = { ArrowDown: () => step(1), ArrowRight: () => step(1), PageDown: () => step(1), ArrowUp: () => step(-1), ArrowLeft: () => step(-1), PageUp: () => step(-1), Home: () => go(shown.pages[0]?.id), End: () => go(shown.pages.at(-1)?.id), g: () => toggle("grid"), b: () => toggle("boxes"), r: () => toggle("room"), c: () => toggle("contrast"), e: () => $("edit").click(), p: () => $("present").click() };
  const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (act && shown) { event.preventDefault(); act(); }
});
new ResizeObserver(outline).observe($("large"));
addEventListener("hashchange", () => { wanted = named(location.hash); go(wanted); });

follow();
