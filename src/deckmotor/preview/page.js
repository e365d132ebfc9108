/* The preview's page: is told what has changed, and shows it where one was looking. */
"use strict";
const $ = (name) => document.getElementById(name);
const parts = new Map();
let shown = null, at = "", wanted = named(location.hash), grid = false, overlay = "", told = 0, events = null;
const VIEW = ["variant", "audience", "language", "theme"], OVERLAYS = ["boxes", "room", "contrast"];

/* The slide that an address names; by hand one can write what is none. */
function named(hash) {
  try { return decodeURIComponent(hash.slice(1)); } catch { return ""; }
}

/* What a switch says; before it knows its words, what the address does. */
const begin = new URLSearchParams(location.search);
const chosen = (select) => (select.length ? select.value : begin.get(select.id)) || "";

const query = (more = {}) => new URLSearchParams({ ...Object.fromEntries(VIEW.map((name) => [name, chosen($(name))])), ...more });

async function get(path, more) {
  const answer = await fetch(`${path}?${query(more)}`);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

const MOST_SPARE = 200;
const keysOf = (view) => [view.style, view.kept, ...view.pages.map((page) => page.key)];

/* Ask for all parts that have not been seen, at once. */
async function fetched(keys) {
  const missing = [...new Set(keys)].filter((key) => key && !parts.has(key));
  if (missing.length) {
    const answer = await fetch("/parts", { method: "POST", headers: { "X-Deckmotor": "1" }, body: JSON.stringify(missing) });
    for (const [key, part] of Object.entries(await answer.json())) parts.set(key, part);
  }
}

/* Follow the view that is chosen. */
function follow() {
  events?.close();
  events = new EventSource(`/events?${query()}`);
  events.onmessage = (event) => refresh(JSON.parse(event.data));
  events.onerror = () => { $("status").textContent = "The preview has ended; start it again with `deckmotor preview`."; $("status").className = "stale"; };
}

/* What one looks at comes first, and is painted before the small pictures are made. */
async function refresh(next) {
  const mine = ++told;
  if (next.bug) {
    $("status").textContent = `deckmotor itself has made a mistake (${next.bug}); this is how the deck looked before.`;
    $("status").className = "stale";
    return;
  }
  for (const [key, part] of Object.entries(next.parts)) parts.set(key, part);
  await fetched(keysOf(next.shown));
  if (mine !== told) return;
  const before = shown;
  shown = next.shown;
  document.title = shown.title || "deckmotor preview";
  $("title").textContent = shown.title || "deckmotor preview";
  document.documentElement.style.setProperty("--ratio", shown.ratio);
  dress([shown]);
  options($("variant"), [["", "the deck itself"], ...shown.variants]);
  options($("audience"), [["", "everybody"], ...shown.audiences]);
  options($("language"), [["", "its own"], ...shown.languages.map((tag) => [tag, tag])]);
  for (const name of ["variant", "audience", "language"]) $(name).parentElement.hidden = $(name).length < 2;
  $("grid").hidden = !shown.variants.length && !shown.audiences.length;
  if ($("grid").hidden) grid = false;
  options($("theme"), [["", shown.theme ? `its own (${shown.theme})` : "its own"], ...shown.themes.map((name) => [name, name])]);
  if (shown.pages.length) at = looked(before);  // Where nothing can be drawn, one stays where one was looking.
  await large();
  problems();
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  if (mine !== told) return;
  list();
  document.documentElement.dataset.version = shown.version;
  forget();
}

/* What is not shown any more, where it has become much: it can be asked for again. */
function forget() {
  const needed = new Set(keysOf(shown)), spare = [...parts.keys()].filter((key) => !needed.has(key));
  if (spare.length > MOST_SPARE) spare.forEach((key) => parts.delete(key));
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
  const wanted = shown.pages.map((page) => {
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
    link.lastChild.textContent = page.title;
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
  mark();
}

/* Which of the small pictures is the large one, and where presenting begins. */
function mark() {
  $("present").href = `/present?${query()}#${at}`;
  for (const link of $("list").children) {
    if (link.dataset.id === at) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

async function large() {
  const page = shown.pages.find((one) => one.id === at);
  $("status").className = shown.stale ? "stale" : "";
  $("status").textContent = shown.stale ? "The deck has a mistake; this is how it looked before." : page ? `${page.id} · ${page.layout} · ${page.room}` : "";
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
  $("large").dataset.key = "";
  $("large").replaceChildren(...rows.map((row) => {
    const figure = document.createElement("figure"), name = document.createElement("figcaption");
    figure.classList.toggle("differs", row.differs);
    name.textContent = `${row.name}${row.key ? (row.differs ? " – differs" : "") : " – without this slide"}`;
    const slide = row.key && drawn(row.key);
    slide?.setAttribute?.("aria-label", name.textContent);
    figure.append(...(slide ? [slide] : []), name);
    return figure;
  }));
}

/* What is drawn over the large picture: boxes, room left, or contrast. */
function outline() {
  document.querySelectorAll(".box").forEach((box) => box.remove());
  const slide = $("large").querySelector(".slide");
  if (!overlay || grid || !slide) return;
  ({ boxes: order, room: fill, contrast: read })[overlay](slide);
}

/* A box at a place of a slide, in any unit of length, with a word on it. */
function box(slide, [left, top, width, height], unit, word, kind = "") {
  const made = document.createElement("div"), label = document.createElement("b");
  made.className = `box ${kind}`;
  label.textContent = word;
  made.style.cssText = `left:${left}${unit};top:${top}${unit};width:${width}${unit};height:${height}${unit}`;
  made.append(label);
  slide.append(made);
  return made;
}

/* How full each place is: what is taken is shaded, and the words stand where room is left. */
function fill(slide) {
  for (const place of shown.pages.find((one) => one.id === at).places) {
    const made = box(slide, place.box.map((share) => share * 100), "%", place.words, place.share > 0.97 ? "bad" : "");
    made.style.setProperty("--from", `${place.above * 100}%`);
    made.style.setProperty("--to", `${Math.min(1, place.above + place.share) * 100}%`);
    made.classList.add("filled");
    made.classList.toggle("hangs", place.above > 0);
  }
}

/* The contrast of each text with what is painted below it (WCAG 2.2, 1.4.3: 3 for large text, else 4.5). */
function read(slide) {
  const edge = slide.getBoundingClientRect();
  slide.classList.add("probed");
  const found = [...slide.querySelectorAll(".l, .l span")].filter((part) => !part.querySelector("span")).flatMap((part) => {
    const rect = part.getBoundingClientRect(), ground = groundOf(slide, rect);
    if (!part.textContent.trim() || !rect.width) return [];
    const look = getComputedStyle(part), size = parseFloat(look.fontSize) / (edge.width / 960) * 0.75;
    const wanted = size >= 18 || (size >= 14 && Number(look.fontWeight) >= 700) ? 3 : 4.5;
    return [{ rect, wanted, ratio: ground && ratio(channels(look.color), ground) }];
  });
  slide.classList.remove("probed");
  for (const { rect, wanted, ratio: value } of found) {
    const word = value ? value.toFixed(1) : "on a picture";
    box(slide, [rect.left - edge.left, rect.top - edge.top, rect.width, rect.height], "px", word, !value ? "unsure" : value < wanted ? "bad" : "good");
  }
}

/* The colour of what is painted below the middle of a text; null where that is a picture. */
function groundOf(slide, rect) {
  for (const element of document.elementsFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2)) {
    if (!slide.contains(element) && element !== slide) continue;
    if (element.matches("image, img, use")) return null;
    const look = getComputedStyle(element);
    const colour = channels(element.matches("path, rect, circle, ellipse, polygon") ? look.fill : look.backgroundColor);
    if (colour && colour[3] * Number(look.fillOpacity || 1) > 0.95) return colour;
  }
  return null;
}

const channels = (text) => {
  const found = /^rgba?\(([^)]*)\)$/.exec(text)?.[1].split(/[ ,/]+/).map(Number);
  return found ? [found[0], found[1], found[2], found[3] ?? 1] : null;
};

function ratio(one, other) {
  const light = (colour) => [0.2126, 0.7152, 0.0722].reduce((sum, weight, place) => {
    const share = colour[place] / 255;
    return sum + weight * (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
  }, 0);
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/* Boxes around what is read, numbered in the order in which it is read. What a picture holds is read as the picture. */
function order(slide) {
  const edge = slide.getBoundingClientRect(), read = "h2, h3, p, li, dt, dd, th, td, pre, video, audio, [role=img]";
  let place = 0;
  for (const element of slide.querySelectorAll(read)) {
    if (element.parentElement.closest("[role=img], [aria-hidden=true], pre") || element.querySelector(read)) continue;
    const inside = [...element.querySelectorAll(".l span, path, use, math")];
    const rects = (inside.length ? inside : [element]).map((one) => one.getBoundingClientRect()).filter((rect) => rect.width || rect.height);
    if (!rects.length) continue;
    const left = Math.min(...rects.map((rect) => rect.left)), top = Math.min(...rects.map((rect) => rect.top));
    const right = Math.max(...rects.map((rect) => rect.right)), bottom = Math.max(...rects.map((rect) => rect.bottom));
    box(slide, [left - edge.left, top - edge.top, right - left, bottom - top], "px", ++place);
  }
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

/* What is said where one clicks: a text, an item's by its mark, or what a picture shows and the line on it; nothing between
   them. That a page has a number is written nowhere. */
function saidAt(target) {
  const tidy = (words) => (words || "").replace(/\s+/g, " ").trim();
  const text = target.closest("h2, h3, p, td, th, dt, dd") || target.closest("li")?.querySelector("p");
  if (text) return { words: tidy([...text.querySelectorAll(".l")].map((line) => line.textContent).join(" ")) };
  const words = tidy(target.closest("[role=img], pre, video, audio")?.getAttribute("aria-label"));
  const line = tidy(target.closest(".l")?.textContent);
  return { words, line: !words && /^\d*$/.test(line) ? "" : line };
}

async function edit(path, more) {
  const found = await get(path, more);
  if (found?.file) $("status").textContent = `${found.file}:${found.line}`;
  if (found?.url) location.href = found.url;
}

function go(id) {
  if (!id || id === at) return;
  at = wanted = id;
  history.replaceState(null, "", `#${at}`);
  mark();
  large().then(problems);
  [...$("list").children].find((link) => link.dataset.id === at)?.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const place = shown.pages.findIndex((page) => page.id === at) + by;
  go(shown.pages[Math.max(0, Math.min(shown.pages.length - 1, place))]?.id);
}

function toggle(name) {
  if ($(name).hidden) return;
  if (name === "grid") grid = !grid;
  else overlay = overlay === name ? "" : name;
  $("grid").setAttribute("aria-pressed", grid);
  for (const one of OVERLAYS) $(one).setAttribute("aria-pressed", one === overlay);
  large();
}

$("list").addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link) { event.preventDefault(); go(link.dataset.id); }
});
$("large").addEventListener("click", (event) => {
  const slide = event.target.closest(".slide");
  if (!slide || grid) return;
  edit("/place", { page: at, ...saidAt(event.target) });
});
$("edit").addEventListener("click", () => { if (at) edit("/place", { page: at }); });
for (const name of ["grid", ...OVERLAYS]) $(name).addEventListener("click", () => toggle(name));
for (const name of VIEW) $(name).addEventListener("change", () => { history.replaceState(null, "", `?${query()}${location.hash}`); follow(); });
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
  const acts = { ArrowDown: () => step(1), ArrowRight: () => step(1), PageDown: () => step(1), ArrowUp: () => step(-1), ArrowLeft: () => step(-1), PageUp: () => step(-1), Home: () => go(shown.pages[0]?.id), End: () => go(shown.pages.at(-1)?.id), g: () => toggle("grid"), b: () => toggle("boxes"), r: () => toggle("room"), c: () => toggle("contrast"), e: () => $("edit").click(), p: () => $("present").click() };
  const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (act && shown) { event.preventDefault(); act(); }
});
addEventListener("resize", outline);
addEventListener("hashchange", () => { wanted = named(location.hash); if (shown?.pages.some((page) => page.id === wanted)) go(wanted); });

follow();
