/* The speaker's window: the page that is shown and the next, notes, clock and timer. It is this file once more, as `?speaker`, and
   the two speak by messages, which a file may send too, and which go on when either is loaded again. */
const SPEAKS = "?speaker";
const isSpeaker = location.search === SPEAKS && window.opener !== null;
let other = isSpeaker ? window.opener : null;

function speak() {
  if (other && !other.closed) return other.focus();
  other = window.open(location.pathname + SPEAKS, "deckmotor-speaker", "popup,width=1180,height=760");
  if (!other) say("The browser kept the speaker's window shut. Allow pop-ups for this page, and press S again.");
}

/* A file has no origin that could be named. What is said leads through the pages, and no further. */
function send(what) {
  if (other && !other.closed) other.postMessage({ deckmotor: what }, location.protocol === "file:" ? "*" : location.origin);
}

function tell() {
  const left = clicks(slides[at]) - step;
  send({ at, step, next: left > 0 ? step + 1 : 0, place: where.textContent, blank: body.dataset.blank ?? "" });
}

addEventListener("message", (event) => {
  const what = event.data?.deckmotor;
  if (!what || (event.origin !== origin && location.protocol !== "file:") || (isSpeaker && event.source !== other)) return;
  if (isSpeaker) return shown(what);
  other = event.source;
  if (what.go !== undefined) go(what.go);
  if (what.key) key({ ...what, target: body, view: window, preventDefault() {} });
  tell();
});

if (!isSpeaker) addEventListener("pagehide", () => send({ gone: true }));

const jump = (index) => (isSpeaker ? send({ go: index }) : go(index));

/* From here on all is of the speaker's window. */
const shows = { at: -1, step: -1 };
let heard = Date.now();

function desk() {
  document.title += " – speaker";
  body.className = "speaker";
  document.querySelector("main").hidden = true;
  const made = document.createElement("div");
  made.className = "desk";
  made.lang = "en";
  made.setAttribute("role", "main");
  made.innerHTML =
    '<h1 class="kept">Speaker view</h1><div><section class="now"><h2>Now <output class="place"></output></h2><div></div></section>' +
    '<div class="leads"><div><b class="since" role="timer" aria-label="Time gone"></b><span class="times"></span></div><span class="ways"></span><b class="clock"></b></div></div>' +
    '<div><section class="next"><h2>Next</h2><div></div></section>' +
    '<section class="said"><h2>Notes</h2><div class="notes" tabindex="0" role="region" aria-label="Notes"></div></section></div>' +
    '<p class="alone" role="status"></p>';
  body.append(made);
  const put = (name, ...buttons) => made.querySelector(name).append(...buttons.map((one) => button(...one)));
  put(".times", ["Stop or start the timer", "M5 3v10M11 3v10", pause], ["Begin the timer anew", "M13 8a5 5 0 1 1-1.5-3.6M13 2v3h-3", restart]);
  put(".ways", ["Previous (←)", BACK, () => send({ key: "ArrowLeft" })], ["Next (→)", ON, () => send({ key: "ArrowRight" })]);
  put(".said h2", ["Smaller notes", "M3 8h10", () => enlarge(0.9)], ["Larger notes", "M3 8h10M8 3v10", () => enlarge(1.1)]);
  document.addEventListener("keydown", (event) => {
    if (!isLeading(event)) return;
    event.preventDefault();
    if (/^[?f]$/i.test(event.key)) ACTS[event.key.toLowerCase()]();
    else if (!number(event.key)) send({ key: event.key, shiftKey: event.shiftKey });
  });
  setInterval(tick, 500);
  tick();
}

function shown({ gone, at, step, next, place, blank }) {
  heard = gone ? 0 : Date.now();
  if (gone) return tick();
  find(".place").textContent = place + (blank && ` · the screen is ${blank}`);
  document.documentElement.style.setProperty("--way", (at + 1) / slides.length);
  if (at === shows.at && step === shows.step) return;
  const slide = slides[at], turned = at !== shows.at;
  Object.assign(shows, { at, step });
  find(".now > div").replaceChildren(copy(slide, step));
  find(".next > div").replaceChildren(...(next ? [copy(slide, next)] : at + 1 < slides.length ? [copy(slides[at + 1], 0)] : []));
  find(".next > h2").textContent = next ? `Next: click ${next} of ${slide.dataset.clicks}` : at + 1 < slides.length ? "Next" : "The last slide";
  const said = slide.querySelector("aside"), notes = find(".notes");
  notes.lang = said ? slide.lang || document.documentElement.lang : "en";
  notes.classList.toggle("none", !said);
  notes.replaceChildren(...(said ? [...said.children].map((part) => part.cloneNode(true)) : ["No notes."]));
  if (turned) notes.scrollTop = 0;
}

const find = (name) => document.querySelector(name);

/* A page as it is, or will be; nothing on it can be reached. */
function copy(slide, reached) {
  const made = slide.cloneNode(true);
  made.removeAttribute("id");
  made.lang ||= document.documentElement.lang;
  made.inert = true;
  build(made, reached);
  return made;
}

function enlarge(times) {
  const style = document.documentElement.style;
  style.setProperty("--notes", Math.min(3, Math.max(0.7, times * (style.getPropertyValue("--notes") || 1))));
}

/* The timer goes on where it was when this window is loaded again. */
let timer = { begun: Date.now(), gone: 0 };
try { timer = JSON.parse(sessionStorage.getItem(SPEAKS)) ?? timer; } catch { /* Nothing is kept here. */ }

const gone = () => timer.gone + (timer.begun ? Date.now() - timer.begun : 0);
const pause = () => set(timer.begun ? { begun: 0, gone: gone() } : { begun: Date.now(), gone: timer.gone });
const restart = () => set({ begun: Date.now(), gone: 0 });

function set(to) {
  timer = to;
  try { sessionStorage.setItem(SPEAKS, JSON.stringify(timer)); } catch { /* Nothing is kept here. */ }
  tick();
}

function tick() {
  send({ hello: true });
  const seconds = Math.floor(gone() / 1000), two = (value) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600), rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  find(".since").textContent = hours ? `${hours}:${rest}` : rest;
  find(".since").classList.toggle("rests", !timer.begun);
  find(".clock").textContent = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  find(".alone").textContent = other.closed || Date.now() - heard > 4000 ? "The window with the slides is closed, or elsewhere." : "";
}
