/* What is drawn over the large picture: boxes in reading order, room left, or contrast. */

/* A box at a place of a slide, in any unit of length, with a word on it. */
function box(slide, [left, top, width, height], unit, word, kind = "", tag = "b") {
  const made = document.createElement("div"), label = document.createElement(tag);
  made.className = `box ${kind}`;
  label.textContent = word;
  made.style.cssText = `left:${left}${unit};top:${top}${unit};width:${width}${unit};height:${height}${unit}`;
  made.append(label);
  slide.append(made);
  return made;
}

/* Boxes around what is read, numbered in the order in which it is read. What a picture holds is read as the picture. Their numbers open
   the editor. */
export function boxes(slide, page, open) {
  const edge = slide.getBoundingClientRect(), read = "h2, h3, p, li, dt, dd, th, td, pre, video, audio, [role=img]";
  let place = 0;
  for (const element of slide.querySelectorAll(read)) {
    if (element.parentElement.closest("[role=img], [aria-hidden=true], pre") || element.querySelector(read)) continue;
    const inside = [...element.querySelectorAll(".l span, path, use, math")];
    const rects = (inside.length ? inside : [element]).map((one) => one.getBoundingClientRect()).filter((rect) => rect.width || rect.height);
    if (!rects.length) continue;
    const left = Math.min(...rects.map((rect) => rect.left)), top = Math.min(...rects.map((rect) => rect.top));
    const right = Math.max(...rects.map((rect) => rect.right)), bottom = Math.max(...rects.map((rect) => rect.bottom));
    const label = box(slide, [left - edge.left, top - edge.top, right - left, bottom - top], "px", ++place, "", "button").firstChild;
    label.type = "button";
    label.title = `Edit ${place}`;
    label.addEventListener("click", (event) => { event.stopPropagation(); open(element); });
  }
}

/* How full each place is: what is taken is shaded, and the words stand where room is left. */
export function room(slide, page) {
  for (const place of page.places) {
    const made = box(slide, place.box.map((share) => share * 100), "%", place.words, place.share > 0.97 ? "bad" : "");
    made.style.setProperty("--from", `${place.above * 100}%`);
    made.style.setProperty("--to", `${Math.min(1, place.above + place.share) * 100}%`);
    made.classList.add("filled");
    made.classList.toggle("hangs", place.above > 0);
    made.classList.toggle("small", made.firstChild.offsetHeight > made.offsetHeight * (1 - place.share));
  }
}

/* The contrast of each text with what is painted below it (WCAG 2.2, 1.4.3: 3 for large text, else 4.5). */
export function contrast(slide) {
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
