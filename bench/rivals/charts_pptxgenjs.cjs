// Charts by PptxGenJS as its own guide writes them, not compressed. `charts_pptxgenjs.cjs OUT DECK.json`.
const fs = require("fs");
const PptxGenJS = require("pptxgenjs");

const [out, name] = process.argv.slice(2);
const deck = JSON.parse(fs.readFileSync(name, "utf8"));
const presentation = new PptxGenJS();
const kinds = {
  bars: [presentation.charts.BAR, { barGrouping: "clustered" }],
  stacked: [presentation.charts.BAR, { barGrouping: "stacked" }],
  line: [presentation.charts.LINE, {}],
  area: [presentation.charts.AREA, { barGrouping: "stacked" }],
  pie: [presentation.charts.PIE, {}],
};
for (const content of deck.slides) {
  const slide = presentation.addSlide();
  slide.addText(content.title, { x: 0.6, y: 0.3, w: 8.8, h: 0.9 });
  const data = content.series.map((one) => ({ name: one.name, labels: content.names, values: one.values }));
  const [kind, options] = kinds[content.kind];
  slide.addChart(kind, data, { x: 0.6, y: 1.3, w: 8.8, h: 4.0, ...options });
}
presentation.writeFile({ fileName: out });
