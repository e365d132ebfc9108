/* What keys, fingers, the wheel and clicks do, in both windows. */
let typed = "";

const LEADS = {
  ArrowRight: on, ArrowDown: on, PageDown: on, n: on, ArrowLeft: back, ArrowUp: back, PageUp: back, Backspace: back, p: back,
  " ": (event) => (event.shiftKey ? back() : on()), Home: () => go(0), End: () => go(slides.length - 1),
};
const CHOOSES = {
  ...LEADS, " ": () => arrange(false), ArrowDown: () => go(at + columns()), ArrowUp: () => go(Math.max(at - columns(), at % columns())),
};
const ACTS = {
  o: () => arrange(!inOverview()), s: speak, f: full, "?": help,
  b: () => blank("black"), ".": () => blank("black"), w: () => blank("white"), ",": () => blank("white"),
  Enter: () => { if (inOverview()) arrange(false); else on(); },
  Escape: () => { if (body.dataset.blank) blank(); else arrange(!inOverview()); },
};

/* Digits lead nowhere until Enter comes. */
function number(pressed) {
  if (/^\d$/.test(pressed)) {
    typed = (typed + pressed).slice(-4);
    say(`Slide ${typed}: press Enter`);
    return true;
  }
  const wanted = typed;
  typed = "";
  if (!wanted) return false;
  say("");
  if (pressed !== "Enter") return pressed === "Escape";
  const index = slides.findIndex((slide) => numberOf(slide) === Number(wanted));
  if (index < 0) say(`There is no slide ${Number(wanted)}.`);
  else jump(index);
  return true;
}

/* Where a key belongs to what it was pressed in, and no page is led by it. */
const KEPT = [
  ["input, textarea, select", /./], ["dialog", /[^?]/], ["button, a, video, audio", /^( |Enter)$/], ["video, audio", /^Arrow/],
  [".notes", /^(Arrow(Up|Down)|Page|Home|End| $)/],
];

const signOf = (event) => (event.key.length === 1 ? event.key.toLowerCase() : event.key);

/* Whether a key is for the deck: known, and not of what it was pressed in. */
function isLeading(event) {
  const pressed = signOf(event);
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  if (typed && pressed === "Enter") return true;
  if (KEPT.some(([place, keys]) => keys.test(pressed) && event.target.closest?.(place))) return false;
  return pressed in LEADS || pressed in ACTS || /^\d$/.test(pressed);
}

function key(event) {
  const pressed = signOf(event);
  if (!isLeading(event)) return;
  if (number(pressed)) return event.preventDefault();
  const leads = inOverview() ? CHOOSES[pressed] : LEADS[pressed];
  /* Pages below each other scroll. */
  if (leads && !presenting() && !inOverview() && /^(Arrow(Up|Down)|Page| $|Home|End)/.test(pressed)) return;
  event.preventDefault();
  if (leads && body.dataset.blank) blank();
  else (leads ?? ACTS[pressed])(event);
}

/* A page that is enlarged with two fingers is moved by one, and not left. */
const enlarged = () => (window.visualViewport?.scale ?? 1) > 1.05;
const isFree = (event) => presenting() && !enlarged() && !event.target.closest?.("a, button, video, audio, dialog, .bar");

let begun = null;
document.addEventListener("touchstart", (event) => { begun = event.touches.length === 1 ? event.touches[0] : null; }, { passive: true });
document.addEventListener("touchend", (event) => {
  if (!begun || !presenting() || enlarged()) return;
  const across = event.changedTouches[0].clientX - begun.clientX, down = event.changedTouches[0].clientY - begun.clientY;
  if (Math.abs(across) > 40 && Math.abs(across) > 2 * Math.abs(down)) (across < 0 ? on : back)();
}, { passive: true });

document.addEventListener("click", (event) => {
  const slide = event.target.closest(".slide");
  if (slide && inOverview()) {
    event.preventDefault();
    show(slides.indexOf(slide), true);
    arrange(false);
  } else if (body.dataset.blank) {
    blank();
  } else if (isFree(event) && getSelection().isCollapsed) {
    /* A tap leads, at the left edge back. A mouse marks text, and leads where nothing else fills the screen. */
    if (event.pointerType === "touch") (event.clientX < innerWidth / 4 ? back : on)();
    else if (document.fullscreenElement || matchMedia("(display-mode: fullscreen)").matches) on();
  }
});

/* A turn of the wheel leads once: what comes by itself after a push on a pad grows less and less. */
let turned = -Infinity, pushed = 0, led = -Infinity;
document.addEventListener("wheel", (event) => {
  const push = Math.abs(event.deltaY), pause = event.timeStamp - turned;
  const anew = pause > 150 || (push >= pushed && event.timeStamp - led > 300);
  turned = event.timeStamp;
  pushed = push;
  if (!anew || push < 4 || event.ctrlKey || !isFree(event)) return;
  led = event.timeStamp;
  (event.deltaY > 0 ? on : back)();
}, { passive: true });

let quiet = 0;
for (const kind of ["pointermove", "pointerdown"]) document.addEventListener(kind, () => {
  body.classList.add("near");
  clearTimeout(quiet);
  quiet = setTimeout(() => body.classList.remove("near"), 1500);
});

if (isSpeaker) desk();
else begin();
