/* What stands where one points: its words or those of its line, the outline of a drawing, what stands around it, and how many things
   before it say the same. The server looks for where that is written. */
const PARAGRAPHS = "h2, h3, p", CELLS = "td, th, dt, dd", FIGURE = "[role=img]";
const MOST_NEAR = 6, GROUND = 0.6, THIN = 4;

const tidy = (words) => (words || "").replace(/\s+/g, " ").trim();

/* Formulas are said in their words. */
const spoken = (node) => (node.nodeName === "math" ? node.getAttribute("alttext") : node.childNodes.length ? [...node.childNodes].map(spoken).join("") : node.textContent);

/* The lines of a text are one again: each ends with a blank where it has one. */
function said(unit) {
  if (unit.matches(".l")) return tidy(spoken(unit));
  const parts = new Map();
  for (const line of unit.querySelectorAll(".l:not([aria-hidden])")) {
    const part = line.closest(PARAGRAPHS) || unit;
    parts.set(part, (parts.get(part) || "") + spoken(line));
  }
  return tidy([...parts.values()].join(" "));
}

/* What a line is a part of; the mark of an item is its item's. Those of drawings and of code stand alone. */
function unitOf(line) {
  if (line.closest("pre")) return line;
  return line.closest(PARAGRAPHS) || line.closest("li")?.querySelector("p") || line.closest(CELLS) || line;
}

const units = (within) => [...new Set([...within.querySelectorAll(".l")].map(unitOf))];

function rectOf(unit) {
  const lines = unit.matches(".l") ? [unit] : [...unit.querySelectorAll(".l")], rects = lines.map((line) => line.getBoundingClientRect());
  return { left: Math.min(...rects.map((one) => one.left)), right: Math.max(...rects.map((one) => one.right)), top: Math.min(...rects.map((one) => one.top)), bottom: Math.max(...rects.map((one) => one.bottom)) };
}

/* Names of bars stand below or beside them: straight ahead counts for more than near. */
function nearest(found, x, y, straight) {
  const far = (unit) => {
    const rect = rectOf(unit), across = Math.max(rect.left - x, 0, x - rect.right), down = Math.max(rect.top - y, 0, y - rect.bottom);
    return straight ? 4 * Math.min(across, down) + Math.max(across, down) : Math.hypot(across, down);
  };
  return found.map((unit) => [far(unit), said(unit)]).filter(([, words]) => words).sort((one, other) => one[0] - other[0]).slice(0, MOST_NEAR).map(([, words]) => words);
}

function middle(element) {
  const rect = element.getBoundingClientRect();
  return [rect.left + rect.width / 2, rect.top + rect.height / 2];
}

/* A text, of a drawing with what is said of that. A number that nobody reads is written nowhere. */
function text(slide, line, [x, y]) {
  const unit = unitOf(line), words = said(unit), all = units(slide), figure = line.closest(`${FIGURE}, pre`);
  const nth = all.slice(0, all.indexOf(unit)).filter((other) => said(other) === words).length;
  const alone = unit === line && !figure;
  if (alone && /^\d*$/.test(words) && !line.closest(FIGURE)) return {};
  const near = nearest((figure?.matches(FIGURE) ? units(figure) : all).filter((other) => other !== unit), x, y, !!figure);
  return figure || alone ? { words: tidy(figure?.getAttribute("aria-label")), line: words, near, nth } : { words, near, nth };
}

/* An outline or a picture: what is said of it, and the texts in it, or in its drawing. */
function shape(slide, element, [x, y]) {
  const figure = element.closest(FIGURE), holder = figure || element.closest("svg").parentElement, box = element.getBoundingClientRect(), page = slide.getBoundingClientRect();
  const words = tidy(figure?.getAttribute("aria-label")), outlines = [...holder.querySelectorAll("path")];
  if (!figure && box.width * box.height > GROUND * page.width * page.height) return {};
  const inside = (unit) => {
    const rect = rectOf(unit), across = (rect.left + rect.right) / 2, down = (rect.top + rect.bottom) / 2;
    return box.left <= across && across <= box.right && box.top <= down && down <= box.bottom;
  };
  const within = figure ? [] : units(slide).filter(inside), around = within.length || holder === slide ? within : units(holder);
  const beside = within.length ? nearest(units(slide).filter((unit) => !within.includes(unit)), x, y) : [];
  return { words, shape: outlines.indexOf(element), near: [...nearest(around, x, y, !!figure), ...beside].slice(0, MOST_NEAR) };
}

/* What an element of a page says. */
export function pointed(slide, element, at = middle(element)) {
  const line = element.closest(".l") || element.querySelector(".l:not([aria-hidden])"), cell = element.closest("td, th");
  if (element.closest("video, audio")) return { words: tidy(element.closest("video, audio").getAttribute("aria-label")) };
  if (element.closest(".slide > svg:first-child")) return {};
  if (line && slide.contains(line) && element !== slide) return text(slide, line, at);
  if (cell) return { near: nearest(units(cell.parentElement), ...at) };
  if (element.closest(".f")) return { words: tidy(element.closest(".f").getAttribute("aria-label")) };
  return element.matches("path, image, use, svg") ? shape(slide, element, at) : {};
}

/* A line between the rows of a table, say. */
function isRule(element) {
  const box = element.getBoundingClientRect();
  return element.matches("path") && !element.closest(FIGURE) && Math.min(box.width, box.height) < THIN;
}

/* The same of a point of the window. Null where a film or a sound is to be played. */
export function pointedAt(slide, x, y) {
  slide.classList.add("probed");
  const found = document.elementsFromPoint(x, y).filter((one) => slide.contains(one) && one.matches(".l, .l *, td, th, path, image, use, video, audio, .f, .f *"));
  slide.classList.remove("probed");
  const under = found.find((one) => !isRule(one)) || found[0];
  if (under?.matches("video, audio")) return null;
  return under ? pointed(slide, under, [x, y]) : {};
}
