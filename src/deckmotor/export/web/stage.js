/* Which page is shown, and how much of it. The pages can be read one below the other without any of this; nothing here asks the
   network for anything. */
const slides = [...document.querySelectorAll(".slide")];
const body = document.body;
const narrow = matchMedia("(max-width: 600px) and (orientation: portrait)");
const still = matchMedia("(prefers-reduced-motion: reduce)");
let at = 0, step = 0;

const presenting = () => body.classList.contains("one");
const inOverview = () => body.classList.contains("all");
const numberOf = (slide) => parseInt(slide.getAttribute("aria-label"), 10);

/* What comes at a click is there at once where no page is alone in the window. */
const clicks = (slide) => (presenting() ? Number(slide.dataset.clicks ?? 0) : 0);

function build(slide, reached) {
  for (const part of slide.querySelectorAll("[data-click]")) part.classList.toggle("off", Number(part.dataset.click) > reached);
}

/* A page that is not shown can be searched, in browsers that know how; who finds something there is led to it. */
function away(slide, is) {
  if (is) slide.setAttribute("hidden", "until-found");
  else slide.removeAttribute("hidden");
}

function show(index, focus, reached = 0) {
  settle();
  const before = slides[at];
  at = Math.max(0, Math.min(slides.length - 1, index));
  const slide = slides[at];
  if (before !== slide) for (const clip of before.querySelectorAll("video, audio")) clip.pause();
  before.classList.remove("on");
  slide.classList.add("on");
  away(before, presenting() && before !== slide);
  away(slide, false);
  if (focus) slide.focus({ preventScroll: presenting() });
  built(reached);
}

function built(reached) {
  step = Math.min(reached, clicks(slides[at]));
  build(slides[at], step);
  try {
    if (address() !== hash()) history.replaceState(null, "", `#${encodeURIComponent(slides[at].id)}${step ? `/${step}` : ""}`);
  } catch { /* Some browsers count how often, and throw. */ }
  told();
}

function go(index, reached) {
  show(index, true, reached);
  if (!presenting()) slides[at].scrollIntoView({ block: "nearest" });
}

function on() {
  if (step < clicks(slides[at])) built(step + 1);
  else if (at + 1 < slides.length) {
    const before = slides[at];
    go(at + 1);
    come(slides[at], before);
  }
}

function back() {
  if (step > 0) built(step - 1);
  else if (at > 0) go(at - 1, Infinity);
}

/* One page in the window, all beside each other, or on a telephone that is held upright all below each other. */
function arrange(all) {
  body.classList.toggle("all", all);
  body.classList.toggle("one", !all && !narrow.matches);
  slides.forEach((slide, index) => away(slide, presenting() && index !== at));
  built(Infinity);
  slides[at].scrollIntoView({ block: "nearest" });
}

/* The address names the page, and the click up to which it is built. By hand one can write the number of a page, the name of a
   slide that became several, or what is no name. */
function hash() {
  try { return decodeURIComponent(location.hash.slice(1)); } catch { return location.hash.slice(1); }
}

const address = () => slides[at].id + (step ? `/${step}` : "");

function named() {
  const text = hash();
  const [, id, click] = /^(.*?)(?:\/(\d+))?$/s.exec(text);
  const part = document.getElementById(text) ?? document.getElementById(id) ?? document.getElementById(`${id}-1`);
  const slide = part?.closest(".slide") ?? slides.find((one) => String(numberOf(one)) === id);
  return { text, part, index: slides.indexOf(slide), reached: Number(click ?? part?.closest("[data-click]")?.dataset.click ?? 0) };
}

/* Where the address now leads. */
function follow() {
  const { text, part, index, reached } = named();
  if (index < 0) {
    if (text) say(`There is no slide “${text}”.`);
    built(step);
  } else if (index !== at || part === slides[at]) {
    go(index, reached);
  } else if (reached > step) {
    built(reached);
  }
}

/* Something was found on a page that is not shown. Where an address leads is told to the one above. */
function found(event) {
  const index = slides.indexOf(event.target.closest(".slide"));
  if (index >= 0 && index !== at && index !== named().index) show(index, false, Infinity);
}

function begin() {
  const { text, index, reached } = named();
  body.append(bar);
  body.classList.toggle("one", !narrow.matches);
  slides.forEach((slide) => away(slide, presenting()));
  if (text && index < 0) say(`There is no slide “${text}”.`);
  show(Math.max(0, index), false, reached);
  addEventListener("hashchange", follow);
  document.addEventListener("beforematch", found);
  document.addEventListener("keydown", key);
  narrow.addEventListener("change", () => arrange(inOverview()));
}
