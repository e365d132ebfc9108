/* How a page comes after the one before, which stays below it until it is there. */
function come(slide, before) {
  if (!slide.dataset.transition || still.matches || !presenting()) return;
  before.classList.add("was");
  slide.classList.add("comes");
  if (slide.dataset.transition === "morph") morph(slide, before);
  else slide.addEventListener("animationend", settle, { once: true });
}

function settle() {
  for (const slide of document.querySelectorAll(".was, .comes")) slide.classList.remove("was", "comes");
  for (const moving of morphing.splice(0)) moving.cancel();
}

const morphing = [];
const MORPH = { duration: 900, easing: "cubic-bezier(.4, 0, .2, 1)", fill: "both" };

/* What both pages have moves to its new place: the same words, the same picture. The rest of the one fades out and of the other in. */
function morph(slide, before) {
  const parts = leaves(slide), old = leaves(before), pairs = new Map();
  for (const part of parts) {
    const found = old.findIndex((one) => same(one) === same(part));
    if (found >= 0) pairs.set(part, old.splice(found, 1)[0]);
  }
  /* All is measured before anything moves. */
  const ways = [...pairs].map(([part, from]) => [part, way(part, place(from), place(part))]);
  for (const part of parts) if (!pairs.has(part)) play(part, [{ opacity: 0 }, {}]);
  for (const part of old) play(part, [{}, { opacity: 0 }]);
  for (const part of pairs.values()) play(part, [{ opacity: 0 }, { opacity: 0 }]);
  for (const [part, from] of ways) play(part, [{ transform: from, transformOrigin: "0 0" }, { transform: part.style.transform || "none", transformOrigin: "0 0" }]);
  play(slide, [{ backgroundColor: "transparent" }, {}]).finished.then(settle, () => {});
}

function play(part, frames) {
  const made = part.animate(frames, MORPH);
  morphing.push(made);
  return made;
}

/* Lines of text, formulas, pictures, and what else is drawn, where it is seen. */
function leaves(slide) {
  const parts = slide.querySelectorAll(".l, .f, video, svg > svg, svg > path, svg > image, svg > use");
  return [...parts].filter((part) => part.parentElement.closest(".slide svg svg") === null && getComputedStyle(part).visibility === "visible");
}

function same(part) {
  const drawn = part.querySelector("use") ?? part;
  return `${part.tagName} ${drawn.getAttribute("href") ?? drawn.getAttribute("d") ?? drawn.textContent.trim()}`;
}

/* Where something stands: in the window, or in the drawing that it is part of. */
function place(part) {
  if (part instanceof SVGSVGElement) return ["x", "y", "width", "height"].map((name) => part[name].baseVal.value);
  const { x, y, width, height } = part instanceof SVGElement ? part.getBBox() : part.getBoundingClientRect();
  return [x, y, width, height];
}

/* The transform that puts something at its new place where it was at its old one. */
function way(part, [oldX, oldY, oldWidth, oldHeight], [x, y, width, height]) {
  const high = height ? oldHeight / height : 1, wide = part.matches(".l") ? high : width ? oldWidth / width : 1;
  if (part instanceof SVGElement) return `translate(${oldX}px, ${oldY}px) scale(${wide}, ${high}) translate(${-x}px, ${-y}px)`;
  /* A line that is centred stands left of its own place by half of its width. */
  const left = (-parseFloat(part.style.transform.slice("translateX(".length)) || 0) * width / 100;
  return `translate(${oldX - x + (wide - 1) * left}px, ${oldY - y}px) scale(${wide}, ${high}) ${part.style.transform}`;
}
