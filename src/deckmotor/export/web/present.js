/* Presents the pages of this file: one in the window, all beside each other, and a window for the speaker. Without it they can be read
   one below the other. Nothing here asks the network for anything. */
"use strict";
(() => {
  const slides = [...document.querySelectorAll(".slide")];
  const body = document.body;
  if (!slides.length) return;
  const narrow = matchMedia("(max-width: 600px) and (orientation: portrait)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let at = 0, step = 0, speaker = null, started = 0;

  /* What the address names; by hand one can write what is no name. */
  const hash = () => {
    try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; }
  };

  const bar = document.createElement("nav");
  bar.className = "bar";
  bar.setAttribute("aria-label", "Slides");
  /* Signs are drawn, for many machines have no font with them. */
  const button = (label, outline, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.innerHTML = `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${outline}"/></svg>`;
    made.title = label;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    bar.append(made);
  };
  button("Previous slide (left arrow)", "M10 3 5 8l5 5", () => back());
  const place = document.createElement("output");
  bar.append(place);
  button("Next slide (right arrow)", "M6 3l5 5-5 5", () => on());
  button("Overview (O)", "M2 2h5v5H2zM9 2h5v5H9zM2 9h5v5H2zM9 9h5v5H9z", () => overview(!body.classList.contains("all")));
  button("Speaker view (S)", "M1.5 2.5h13v8h-13zM8 10.5v3M5 13.5h6", speak);
  button("Full screen (F)", "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4", full);
  body.append(bar);

  /* What comes at a click is there at once where no page is alone in the window, and for whoever asked for less motion. */
  const clicks = (slide) => (still.matches || !body.classList.contains("one") ? 0 : Number(slide.dataset.clicks ?? 0));
  const build = (slide, reached) => {
    for (const part of slide.querySelectorAll("[data-click]")) part.classList.toggle("off", Number(part.dataset.click) > reached);
  };

  function show(index, focus, reached = 0) {
    settle();
    slides[at].classList.remove("on");
    at = Math.max(0, Math.min(slides.length - 1, index));
    step = Math.min(reached, clicks(slides[at]));
    build(slides[at], step);
    slides[at].classList.add("on");
    place.textContent = `${at + 1} / ${slides.length}`;
    if (hash() !== slides[at].id) history.replaceState(null, "", `#${slides[at].id}`);
    if (focus) slides[at].focus({ preventScroll: body.classList.contains("one") });
    tell();
  }

  function go(index, reached) {
    show(index, true, reached);
    if (!body.classList.contains("one")) slides[at].scrollIntoView({ block: "nearest" });
  }

  function on() {
    if (step < clicks(slides[at])) built(step + 1);
    else if (at + 1 < slides.length) {
      const before = slides[at];
      go(at + 1);
      come(slides[at], before);
    }
  }

  /* The page before stays below one that comes with a transition, until that is there. */
  function come(slide, before) {
    if (!slide.dataset.transition || still.matches || !body.classList.contains("one")) return;
    before.classList.add("was");
    slide.classList.add("comes");
    slide.addEventListener("animationend", settle, { once: true });
  }

  function settle() {
    for (const slide of slides) slide.classList.remove("was", "comes");
  }

  function back() {
    if (step > 0) built(step - 1);
    else if (at > 0) go(at - 1, Infinity);
  }

  function built(reached) {
    step = reached;
    build(slides[at], step);
    tell();
  }

  function overview(on) {
    body.classList.toggle("all", on);
    body.classList.toggle("one", !on && !narrow.matches);
    slides[at].scrollIntoView({ block: "nearest" });
  }

  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.();
  }

  /* The speaker's window is this one's own, and both speak only to each other. */
  function speak() {
    if (speaker && !speaker.closed) return speaker.focus();
    speaker = window.open("", "deckmotor-speaker", "width=1100,height=700");
    if (!speaker) return;
    started = started || Date.now();
    const page = speaker.document;
    page.title = `${document.title} – speaker`;
    page.documentElement.lang = document.documentElement.lang;
    page.head.replaceChildren(...[...document.querySelectorAll("style")].map((style) => page.importNode(style, true)));
    page.body.className = "speaker";
    page.body.innerHTML =
      '<header><b class="clock"></b><span class="since"></span><span class="place"></span></header>' +
      '<div class="pages"><div><h2>Now</h2><div class="now"></div></div><div><h2>Next</h2><div class="next"></div></div></div>' +
      '<div class="notes" tabindex="0" role="region" aria-label="Notes"></div>';
    page.body.prepend(page.importNode(document.querySelector("svg.kept"), true));
    page.addEventListener("keydown", key);
    tell();
  }

  function tell() {
    if (!speaker || speaker.closed) return;
    const page = speaker.document;
    const copy = (slide, reached) => {
      if (!slide) return [];
      const made = page.importNode(slide, true);
      made.removeAttribute("id");
      build(made, reached);
      return [made];
    };
    page.querySelector(".now").replaceChildren(...copy(slides[at], step));
    page.querySelector(".next").replaceChildren(...(step < clicks(slides[at]) ? copy(slides[at], step + 1) : copy(slides[at + 1], 0)));
    const notes = slides[at].querySelector("aside");
    page.querySelector(".notes").replaceChildren(...(notes ? [...notes.children].map((part) => page.importNode(part, true)) : []));
    page.querySelector(".place").textContent = place.textContent;
    tick();
  }

  function tick() {
    if (!speaker || speaker.closed) return;
    const page = speaker.document, since = Math.floor((Date.now() - started) / 1000), two = (value) => String(value).padStart(2, "0");
    page.querySelector(".clock").textContent = new Date().toLocaleTimeString(page.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    page.querySelector(".since").textContent = `${two(Math.floor(since / 60))}:${two(since % 60)}`;
  }
  setInterval(tick, 1000);

  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select")) return;
    const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const is = event.target.closest?.("button, a") && (pressed === " " || pressed === "Enter");
    if (is) return;
    const acts = {
      ArrowRight: on, ArrowDown: on, PageDown: on, " ": () => (event.shiftKey ? back() : on()), n: on,
      ArrowLeft: back, ArrowUp: back, PageUp: back, Backspace: back, p: back,
      Home: () => go(0), End: () => go(slides.length - 1),
      o: () => overview(!body.classList.contains("all")), Escape: () => overview(!body.classList.contains("all")),
      Enter: () => overview(false), s: speak, f: full,
    };
    if (!acts[pressed]) return;
    if (narrow.matches && !body.classList.contains("one") && !body.classList.contains("all") && /^(Arrow(Up|Down)|Page| $|Home|End)/.test(pressed)) return;
    event.preventDefault();
    acts[pressed]();
  }
  document.addEventListener("keydown", key);

  let begun = null;
  document.addEventListener("touchstart", (event) => { begun = event.touches.length === 1 ? event.touches[0] : null; }, { passive: true });
  document.addEventListener("touchend", (event) => {
    if (!begun || !body.classList.contains("one")) return;
    const across = event.changedTouches[0].clientX - begun.clientX, down = event.changedTouches[0].clientY - begun.clientY;
    if (Math.abs(across) > 40 && Math.abs(across) > 2 * Math.abs(down)) (across < 0 ? on : back)();
  }, { passive: true });

  document.addEventListener("click", (event) => {
    const slide = event.target.closest(".slide");
    if (slide && body.classList.contains("all")) {
      event.preventDefault();
      show(slides.indexOf(slide), true);
      overview(false);
    }
  });

  let quiet = 0;
  for (const kind of ["pointermove", "pointerdown"]) document.addEventListener(kind, () => {
    body.classList.add("near");
    clearTimeout(quiet);
    quiet = setTimeout(() => body.classList.remove("near"), 1500);
  });

  /* A slide, or something on it: a footnote. */
  const wanted = () => document.getElementById(hash());
  const named = () => slides.indexOf(wanted()?.closest(".slide"));
  addEventListener("hashchange", () => { if (named() >= 0 && (named() !== at || wanted() === slides[at])) show(named(), true); });
  narrow.addEventListener("change", () => overview(body.classList.contains("all")));
  body.classList.toggle("one", !narrow.matches);
  show(Math.max(0, named()), false);
})();
