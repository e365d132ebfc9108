/* What a deck is led with: a bar, the overview, a black screen, and words about the keys. They are English, whatever the deck is. */
/* Signs are drawn, for many machines have no font with them. */
function button(label, outline, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.innerHTML = `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${outline}"/></svg>`;
  made.title = label;
  made.setAttribute("aria-label", label.replace(/ \(.*/, ""));
  made.addEventListener("click", act);
  return made;
}

const BACK = "M10 3 5 8l5 5", ON = "M6 3l5 5-5 5";
const bar = document.createElement("nav");
bar.className = "bar";
bar.lang = "en";
bar.setAttribute("aria-label", "Slides");
const where = document.createElement("output");
bar.append(button("Previous (←)", BACK, back), where, button("Next (→)", ON, on));
bar.append(button("Overview (O)", "M2 2h5v5H2zM9 2h5v5H9zM2 9h5v5H2zM9 9h5v5H9z", () => arrange(!inOverview())));
bar.append(button("Speaker view (S)", "M1.5 2.5h13v8h-13zM8 10.5v3M5 13.5h6", speak));
if (document.fullscreenEnabled) bar.append(button("Full screen (F)", "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4", full));
bar.append(button("Keys (?)", "M5.7 6a2.3 2.3 0 1 1 3.4 2C8.4 8.4 8 8.9 8 9.8M8 12.2v.3", help));

const notice = document.createElement("p");
notice.className = "told";
notice.lang = "en";
notice.setAttribute("role", "status");
body.append(notice);

let hushed = 0;
function say(words) {
  notice.textContent = words;
  clearTimeout(hushed);
  hushed = setTimeout(() => { notice.textContent = ""; }, 6000);
}

function told() {
  where.textContent = `${at + 1} / ${slides.length}`;
  tell();
}

function full() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

/* Nothing is seen in the window but one colour, until it is asked for again or the deck goes on. */
function blank(colour) {
  const now = body.dataset.blank;
  if (colour && colour !== now) body.dataset.blank = colour;
  else delete body.dataset.blank;
  tell();
}

const KEYS = [
  ["→ ↓ Space Enter PageDown", "on, click by click"], ["← ↑ Backspace PageUp", "back"], ["Home End", "the first slide, the last"],
  ["12 Enter", "the slide with that number"], ["O Esc", "overview; arrows and Enter choose"], ["S", "speaker view in a window of its own"],
  ["F", "full screen; there a click goes on"], ["B W", "black screen, white screen"], ["?", "these keys"],
];

const keys = document.createElement("dialog");
keys.lang = "en";
keys.setAttribute("aria-labelledby", "keys");
keys.innerHTML =
  `<h2 id="keys">Keys</h2><dl>${KEYS.map(([list, does]) => `<dt>${list.split(" ").map((one) => `<kbd>${one}</kbd>`).join(" ")}</dt><dd>${does}</dd>`).join("")}</dl>` +
  '<p>Swipe or tap on a touch screen; the wheel works too.</p><form method="dialog"><button>Close</button></form>';
keys.addEventListener("click", (event) => { if (event.target === keys) keys.close(); });
body.append(keys);

function help() {
  if (keys.open) keys.close();
  else keys.showModal();
}

/* How many pages stand beside each other in the overview. */
function columns() {
  const first = slides.findIndex((slide) => slide.offsetTop > slides[0].offsetTop);
  return first < 0 ? slides.length : first;
}
