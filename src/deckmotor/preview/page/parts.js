/* What the server has drawn, by its hashes, and pages made of it. */
const parts = new Map(), MOST_SPARE = 3e6;  // Characters.

/* Commands are told apart from what a foreign page may send by this header. */
export const OWN = { "X-Deckmotor": "1" };

export const keysOf = (view) => [view.style, view.kept, ...(view.pages || []).map((page) => page.key)];

export function keep(told) {
  for (const [key, part] of Object.entries(told)) parts.set(key, part);
}

/* Ask for all parts that have not been seen, at once. */
export async function fetched(keys) {
  const missing = [...new Set(keys)].filter((key) => key && !parts.has(key));
  if (!missing.length) return;
  const answer = await fetch("/parts", { method: "POST", headers: OWN, body: JSON.stringify(missing) });
  if (answer.ok) keep(await answer.json());
}

/* What is not shown any more, where it has become much: it can be asked for again. */
export function forget(view) {
  const needed = new Set(keysOf(view)), spare = [...parts.keys()].filter((key) => !needed.has(key));
  if (spare.reduce((sum, key) => sum + parts.get(key).length, 0) > MOST_SPARE) spare.forEach((key) => parts.delete(key));
}

/* The style sheets and pictures of what is shown. The same name means the same in all of them. */
export function dress(views) {
  for (const [place, kind] of [["deck", "style"], ["kept", "kept"]]) {
    const element = document.getElementById(place), keys = [...new Set(views.map((view) => view[kind]))], text = keys.join(" ");
    if (element.dataset.keys === text) continue;
    element.dataset.keys = text;
    element.innerHTML = keys.map((key) => (parts.get(key) || "").replace(/@page\{[^}]*\}/, "")).join("\n");
  }
}

/* A page from its part, and its notes. Ids and headings stand once in a document: in the large picture. */
export function drawn(key, small) {
  const holder = document.createElement("template");
  holder.innerHTML = parts.get(key) || "";
  const slide = holder.content.querySelector(".slide");
  if (!slide) return { slide: holder.content, notes: [] };
  slide.removeAttribute("id");
  slide.removeAttribute("tabindex");
  const notes = [...slide.querySelectorAll(":scope > aside")];
  notes.forEach((one) => one.remove());
  slide.querySelectorAll("a").forEach((link) => link.replaceWith(...link.childNodes));
  if (small) {
    slide.inert = true;
    slide.setAttribute("aria-hidden", "true");
  }
  return { slide, notes: notes.flatMap((one) => [...one.children]) };
}
