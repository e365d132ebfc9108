/* One slide in all variants, as they come from the server; those that differ from the deck without one are marked. A picture is drawn
   when it comes near the window: there may be hundreds. */
import { dress, drawn, fetched } from "/parts.js";

const NEAR = "600px", MANY = 12;
let stop = null, onlyDiffering = false;

async function* lines(answer) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const whole = (rest + next.value).split("\n");
    rest = whole.pop();
    for (const line of whole) yield JSON.parse(line);
  }
}

/* `choose` is called with what a figure shows. */
export async function grid(holder, view, address, choose) {
  leave();
  stop = new AbortController();
  const mine = stop, seen = new Map(), rows = [];
  const before = new Map([...holder.querySelectorAll("figure")].map((one) => [one.dataset.edition, one]));
  const head = holder.querySelector(".counted") || counted(holder);
  const watch = new IntersectionObserver((found) => fill(found.filter((one) => one.isIntersecting).map((one) => one.target)), { root: null, rootMargin: NEAR });
  const fill = async (figures) => {
    for (const figure of figures) watch.unobserve(figure);
    await fetched(figures.flatMap((figure) => [figure.dataset.key, seen.get(figure).style, seen.get(figure).kept]));
    if (mine !== stop) return;
    dress([view, ...seen.values()]);
    for (const figure of figures) {
      const { slide } = drawn(figure.dataset.key);
      slide.setAttribute?.("aria-label", figure.textContent);
      slide.inert = true;
      figure.querySelector(".picture").replaceChildren(slide);
    }
  };
  mine.signal.addEventListener("abort", () => watch.disconnect());
  try {
    const answer = await fetch(address, { signal: mine.signal });
    if (!answer.ok) throw new Error(await answer.text());
    for await (const row of lines(answer)) {
      rows.push(row);
      const known = before.get(row.edition), figure = known || made(row, choose);
      if (figure.dataset.key !== (row.key || "")) figure.dataset.key = row.key || "";
      before.delete(row.edition);
      named(figure, row);
      seen.set(figure, row);
      if (!known) holder.append(figure);
      if (row.key) watch.observe(figure);
      else figure.querySelector(".picture").replaceChildren();
      say(head, rows, false);
    }
    for (const gone of before.values()) gone.remove();
    say(head, rows, true);
  } catch (error) {
    if (!mine.signal.aborted) head.querySelector("span").textContent = "The variants can't be shown now.";
  }
}

export function leave() {
  stop?.abort();
  stop = null;
}

function counted(holder) {
  const head = document.createElement("p"), count = document.createElement("span"), label = document.createElement("label"), box = document.createElement("input");
  head.className = "counted";
  box.type = "checkbox";
  box.checked = onlyDiffering;
  box.addEventListener("change", () => { onlyDiffering = box.checked; holder.classList.toggle("only", onlyDiffering); });
  label.append(box, " Show only these");
  head.append(count, label);
  holder.replaceChildren(head);
  holder.classList.toggle("only", onlyDiffering);
  holder.dataset.key = "";
  return head;
}

function say(head, rows, whole) {
  const others = rows.slice(1), differ = others.filter((row) => row.differs).length;
  head.querySelector("span").textContent = whole ? (differ ? `${differ} of ${others.length} differ from the deck itself.` : `All ${others.length} are as in the deck itself.`) : `${others.length} so far, ${differ} differ …`;
  head.querySelector("label").hidden = others.length < MANY || !differ;
}

function made(row, choose) {
  const figure = document.createElement("figure"), picture = document.createElement("div"), name = document.createElement("figcaption"), button = document.createElement("button");
  figure.dataset.edition = row.edition;
  picture.className = "picture";
  button.type = "button";
  name.append(button);
  figure.append(picture, name);
  figure.addEventListener("click", () => choose(row));
  return figure;
}

function named(figure, row) {
  figure.classList.toggle("differs", row.differs);
  figure.classList.toggle("without", !row.key);
  figure.querySelector("button").textContent = `${row.name}${row.key ? (row.differs ? " – differs" : "") : " – without this slide"}`;
}
