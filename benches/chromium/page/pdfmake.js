// The report by pdfmake: every block, with the contents page, bookmarks, and figures as SVG. Left out, for want of it in
// the library: rows that keep with the next one, justified Chinese, and all that is in our file beside its pages.
import { fonts } from "./measure.js";

const WIDTH = 595.28 - 2 * 62;

export async function open({ content }) {
  const { regular, bold } = await fonts("/fonts/noto-sans-sc-common-");
  pdfMake.virtualfs.writeFileSync("regular.ttf", regular);
  pdfMake.virtualfs.writeFileSync("bold.ttf", bold);
  pdfMake.addFonts({ Noto: { normal: "regular.ttf", bold: "bold.ttf", italics: "regular.ttf", bolditalics: "bold.ttf" } });
  // pdfmake writes into the definition it is given, so each report gets its own.
  return { make: async () => new Uint8Array(await pdfMake.createPdf(definition(content)).getBuffer()) };
}

function definition({ title, subject, author, header, footer, watermark, ink, blocks }) {
  const furniture = { fontSize: 8, color: ink.muted };
  return {
    pageSize: "A4",
    pageMargins: [62, 78, 62, 72],
    info: { title, subject, author },
    language: "zh-CN",
    watermark: watermark ? { text: watermark, opacity: 0.05 } : undefined,
    header: (page) => (page === 1 ? null : { text: header, margin: [62, 38, 62, 0], ...furniture }),
    footer: (page, pages) =>
      page === 1
        ? null
        : {
            columns: [
              { text: footer, width: "*" },
              { text: `第 ${page} 页，共 ${pages} 页`, width: "auto" },
            ],
            margin: [62, 24, 62, 0],
            ...furniture,
          },
    defaultStyle: { font: "Noto", fontSize: 10.5, lineHeight: 1.15, color: ink.text },
    content: blocks.map((block) => MAKE[block.kind](block, ink)).flat(),
  };
}

const MAKE = {
  cover: ({ maker, title, name, facts, notice }, ink) => [
    { text: maker, bold: true, fontSize: 11, color: ink.accent, margin: [0, 12, 0, 150] },
    { text: title, bold: true, fontSize: 31 },
    { text: name, fontSize: 17, margin: [0, 14, 0, 26] },
    MAKE.facts({ facts }, ink),
    { ...MAKE.callout({ ink: ink.accent, title: "", paragraphs: [notice] }, ink), margin: [0, 60, 0, 0] },
    { text: "", pageBreak: "after" },
  ],
  contents: ({ title }) => ({ toc: { title: { text: title, bold: true, fontSize: 20 } } }),
  heading: ({ level, text }, ink) => {
    const [fontSize, before] = { 1: [20, 34], 2: [13.5, 24] }[level] ?? [11, 16];
    const color = level === 1 ? ink.accent : ink.text;
    return { text, bold: true, fontSize, color, margin: [0, before, 0, 6], headlineLevel: level, tocItem: level < 3, outline: true };
  },
  paragraph: ({ text, style }, ink) => {
    const kind = { lead: { fontSize: 13 }, small: { fontSize: 8.5, color: ink.muted }, body: { leadingIndent: 21 } }[style];
    return { text: spans(text), margin: [0, 7, 0, 0], ...kind };
  },
  list: ({ numbered, items }) => ({
    [numbered ? "ol" : "ul"]: items.map((item) => ({ text: spans(item), margin: [0, 5, 0, 0] })),
  }),
  table: ({ caption, columns, rows }, ink) => {
    const shares = columns.reduce((sum, { share }) => sum + share, 0);
    const widths = columns.map(({ share }) => (share / shares) * WIDTH - 8);
    const body = rows.map(({ bold, tint, cells }) => {
      const made = cells.slice(0, columns.length).map((one, index) => cell(one, columns[index], widths[index], bold, tint ? ink.tint : undefined, ink));
      if (made.length === 1 && columns.length > 1) made[0].colSpan = columns.length;
      while (made.length < columns.length) made.push({ text: "" });
      return made;
    });
    const head = columns.map(({ head, end }) => ({ text: head, bold: true, fillColor: ink.tint, alignment: end ? "right" : "left" }));
    const table = { headerRows: 1, dontBreakRows: true, widths, body: [head, ...body] };
    const layout = { hLineColor: () => ink.grid, hLineWidth: () => 0.5, vLineWidth: () => 0 };
    return [caption ? { text: caption, fontSize: 8.5, color: ink.muted, margin: [0, 14, 0, 4] } : [], { table, layout, fontSize: 9 }].flat();
  },
  facts: ({ facts }, ink) => ({
    table: {
      widths: [110, "*"],
      dontBreakRows: true,
      body: facts.map(([name, value]) => [{ text: name, color: ink.muted }, { text: spans(value) }]),
    },
    layout: { hLineColor: () => ink.grid, hLineWidth: () => 0.5, vLineWidth: () => 0 },
    fontSize: 9.5,
    margin: [0, 8, 0, 0],
  }),
  numbers: ({ numbers }, ink) => ({
    columns: numbers.map(({ label, value, note, ink: color }) => ({
      stack: [
        { canvas: [{ type: "line", x1: 0, y1: 0, x2: WIDTH / numbers.length - 16, y2: 0, lineWidth: 1.5, lineColor: color }] },
        { text: label, fontSize: 8.5, color: ink.muted },
        { text: value, fontSize: 23, bold: true, color },
        { text: note, fontSize: 8.5, color: ink.muted },
      ],
    })),
    columnGap: 16,
    margin: [0, 14, 0, 6],
  }),
  figure: ({ drawing, caption }, ink) => {
    const scale = Math.min(WIDTH / drawing.width, 550 / drawing.height, 1);
    return {
      stack: [
        { svg: svg(drawing), width: drawing.width * scale, alignment: "center" },
        { text: caption, fontSize: 8.5, color: ink.muted, alignment: "center", margin: [0, 5, 0, 10] },
      ],
      unbreakable: true,
      margin: [0, 14, 0, 0],
    };
  },
  callout: ({ ink: edge, title, paragraphs }, ink) => ({
    table: {
      widths: ["*"],
      body: [[{ stack: [...(title ? [{ text: title, bold: true, color: edge }] : []), ...paragraphs.map((one) => ({ text: spans(one) }))] }]],
    },
    layout: {
      fillColor: () => ink.tint,
      hLineWidth: () => 0,
      vLineWidth: (column) => (column === 0 ? 3 : 0),
      vLineColor: () => edge,
      paddingLeft: () => 13,
      paddingTop: () => 9,
      paddingBottom: () => 9,
    },
    margin: [0, 12, 0, 0],
  }),
  "page-break": () => ({ text: "", pageBreak: "after" }),
};

function cell({ text, indent, dot, bar, ink: color, mark }, column, width, bold, fillColor, ink) {
  if (bar !== undefined) {
    const canvas = [
      { type: "rect", x: 0, y: 3, w: width, h: 6, color: ink.tint },
      { type: "rect", x: 0, y: 3, w: width * bar, h: 6, color },
    ];
    if (mark != null) canvas.push({ type: "line", x1: width * mark, y1: 1, x2: width * mark, y2: 11, lineColor: ink.gate });
    return { canvas, fillColor };
  }
  const mine = dot ? [{ text: "● ", color: dot }, ...spans(text)] : spans(text);
  return { text: mine, bold, fillColor, margin: [indent * 10, 0, 0, 0], alignment: column?.end ? "right" : "left" };
}

function spans(text) {
  return text.map(({ text, bold, ink }) => ({ text, ...(bold && { bold }), ...(ink && { color: ink }) }));
}

function svg({ width, height, shapes }) {
  const paint = (fill, stroke) =>
    ` fill="${fill?.ink ?? "none"}"${fill && fill.opacity < 1 ? ` fill-opacity="${fill.opacity}"` : ""}` +
    (stroke ? ` stroke="${stroke.ink}" stroke-width="${stroke.width}"${stroke.dashed ? ' stroke-dasharray="4 3"' : ""}` : "");
  const escape = (text) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt()};`);
  const one = {
    line: ({ from, to, stroke }) => `<line x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}"${paint(null, stroke)}/>`,
    rectangle: ({ at, width, height, fill, stroke }) =>
      `<rect x="${at[0]}" y="${at[1]}" width="${width}" height="${height}"${paint(fill, stroke)}/>`,
    polygon: ({ points, fill, stroke }) => `<polygon points="${points.map((point) => point.join()).join(" ")}"${paint(fill, stroke)}/>`,
    circle: ({ at, radius, fill, stroke }) => `<circle cx="${at[0]}" cy="${at[1]}" r="${radius}"${paint(fill, stroke)}/>`,
    text: ({ at, anchor, size, bold, ink, text }) =>
      `<text x="${at[0]}" y="${at[1]}" font-family="Noto" font-size="${size}" fill="${ink}" text-anchor="${["start", "middle", "end"][anchor * 2]}"` +
      `${bold ? ' font-weight="bold"' : ""}>${escape(text)}</text>`,
  };
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${shapes.map((shape) => one[shape.kind](shape)).join("")}</svg>`;
}
