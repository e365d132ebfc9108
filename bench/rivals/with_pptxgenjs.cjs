// PptxGenJS with masters and placeholders, and its own default: no compression. `with_pptxgenjs.cjs OUT DECK.json…`; without
// decks it only starts. `--compress` before OUT asks for compressed files; in Node only its stream heeds that, not `writeFile`.
const fs = require("fs");
const path = require("path");
const PptxGenJS = require("pptxgenjs");

const box = (name, type, y, h) => ({ placeholder: { options: { name, type, x: 0.6, y, w: 8.8, h }, text: "" } });
const masters = [
  { title: "COVER", objects: [box("title", "title", 1.6, 1.2), box("subtitle", "body", 3.0, 0.8)] },
  { title: "CONTENT", objects: [box("title", "title", 0.3, 0.9), box("body", "body", 1.4, 3.8)] },
];

async function build(deck, place, compress) {
  const presentation = new PptxGenJS();
  presentation.title = deck.title;
  masters.forEach((master) => presentation.defineSlideMaster(master));
  const cover = presentation.addSlide({ masterName: "COVER" });
  cover.addText(deck.title, { placeholder: "title" });
  cover.addText(deck.subtitle, { placeholder: "subtitle" });
  for (const content of deck.slides) {
    const slide = presentation.addSlide({ masterName: "CONTENT" });
    slide.addText(content.title, { placeholder: "title" });
    const bullets = content.bullets.map((text) => ({ text, options: { bullet: true, breakLine: true } }));
    slide.addText(bullets, { placeholder: "body" });
  }
  if (compress) {
    fs.writeFileSync(place, await presentation.stream({ compression: true }));
  } else {
    await presentation.writeFile({ fileName: place });
  }
}

(async () => {
  const compress = process.argv[2] === "--compress";
  const [out, ...names] = process.argv.slice(compress ? 3 : 2);
  for (const name of names) {
    const place = path.join(out, path.basename(name, ".json") + ".pptx");
    await build(JSON.parse(fs.readFileSync(name, "utf8")), place, compress);
  }
})();
