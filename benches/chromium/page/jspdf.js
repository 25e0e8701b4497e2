// The report by jsPDF and its autotable. Left out, for want of it in the library: bold and coloured words within a
// table's cell (a cell is bold when its first words are), the Chinese rules for where a line may end, justified text, and
// all that is in our file beside its pages.
import { fonts } from "./measure.js";

// It takes no font whose character map is of the newer kind: the driver made the same fonts with an older one.
const [LEFT, RIGHT, TOP, BOTTOM] = [62, 595.28 - 62, 78, 841.89 - 72];
const WIDTH = RIGHT - LEFT;

export async function open({ content }) {
  const { regular, bold } = await fonts("/content/");
  const files = { "regular.ttf": binary(regular), "bold.ttf": binary(bold) };
  return { make: async () => new Writer(content, files).write() };
}

function binary(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return text;
}

class Writer {
  constructor(content, files) {
    Object.assign(this, content);
    this.doc = new jspdf.jsPDF({ unit: "pt", format: "a4", compress: true, putOnlyUsedFonts: true });
    for (const [name, file] of Object.entries(files)) this.doc.addFileToVFS(name, file);
    this.doc.addFont("regular.ttf", "Noto", "normal");
    this.doc.addFont("bold.ttf", "Noto", "bold");
    this.y = TOP;
    this.headings = [];
    this.widths = { normal: new Map(), bold: new Map() };
  }

  write() {
    this.doc.setProperties({ title: this.title, subject: this.subject, author: this.author });
    for (const block of this.blocks) this[block.kind](block);
    this.listContents();
    this.furnish();
    return new Uint8Array(this.doc.output("arraybuffer"));
  }

  cover({ maker, title, name, facts, notice }) {
    this.lines([{ text: maker, bold: true, ink: this.ink.accent }], 11, 17);
    this.y += 150;
    this.lines([{ text: title, bold: true }], 31, 42);
    this.lines([{ text: name }], 17, 25);
    this.y += 26;
    this.facts({ facts });
    this.y += 60;
    this.callout({ ink: this.ink.accent, title: "", paragraphs: [notice] });
    this.turn();
  }

  contents({ title }) {
    this.contentsTitle = title;
  }

  heading({ level, text }) {
    const [size, before] = { 1: [20, 34], 2: [13.5, 24] }[level] ?? [11, 16];
    if (this.y > TOP) this.y += before;
    this.room(size * 1.4 + 40);
    this.headings.push({ level, text, page: this.doc.getNumberOfPages() });
    this.lines([{ text, bold: true, ink: level === 1 ? this.ink.accent : this.ink.text }], size, size * 1.4);
    this.y += 6;
  }

  paragraph({ text, style }) {
    this.y += 7;
    const [size, leading, ink, indent] = {
      lead: [13, 21, this.ink.text, 0],
      small: [8.5, 13, this.ink.muted, 0],
      body: [10.5, 16.5, this.ink.text, 21],
    }[style];
    this.lines(text.map((span) => ({ ...span, ink: span.ink ?? ink })), size, leading, 0, WIDTH, indent);
  }

  list({ numbered, items }) {
    items.forEach((item, index) => {
      this.y += 5;
      this.room(16.5);
      this.set("bold", 10.5, this.ink.accent);
      this.doc.text(numbered ? String(index + 1) : "•", LEFT, this.y + 12);
      this.lines(item, 10.5, 16.5, 18, WIDTH - 18);
    });
  }

  table({ caption, columns, rows }) {
    this.y += 14;
    if (caption) this.lines([{ text: caption, ink: this.ink.muted }], 8.5, 13);
    const shares = columns.reduce((sum, { share }) => sum + share, 0);
    const body = rows.map(({ bold, tint, cells }) => cells.map((cell) => this.cell(cell, cells.length === 1 ? columns.length : 1, bold, tint)));
    this.autotable({
      head: [columns.map(({ head, end }) => ({ content: head, styles: { halign: end ? "right" : "left" } }))],
      body,
      showHead: "everyPage",
      rowPageBreak: "avoid",
      columnStyles: Object.fromEntries(
        columns.map(({ share, end }, index) => [index, { cellWidth: (share / shares) * WIDTH, halign: end ? "right" : "left" }]),
      ),
      didDrawCell: ({ cell, section }) => section === "body" && this.bar(cell),
    });
  }

  cell({ text, indent, dot, bar, ink, mark }, colSpan, bold, tint) {
    const styles = { fontStyle: bold || text?.[0]?.bold ? "bold" : "normal", ...(tint && { fillColor: this.ink.tint }) };
    if (bar !== undefined) return { content: "", bar: { share: bar, ink, mark }, styles };
    const content = text.map((span) => span.text).join("");
    styles.cellPadding = { top: 3, bottom: 3, left: 4 + indent * 10 + (dot ? 9 : 0), right: 4 };
    return { content, colSpan, dot, styles };
  }

  // A cell's bar or dot, drawn over it.
  bar(cell) {
    const { raw, x, y, width, height } = cell;
    if (raw?.bar) {
      const { share, ink, mark } = raw.bar;
      const [left, long, top] = [x + 4, width - 8, y + height / 2 - 3];
      this.doc.setFillColor(this.ink.tint).rect(left, top, long, 6, "F");
      this.doc.setFillColor(ink).rect(left, top, long * share, 6, "F");
      if (mark != null) {
        this.doc.setDrawColor(this.ink.gate).setLineWidth(1);
        this.doc.line(left + long * mark, top - 2, left + long * mark, top + 8);
      }
    } else if (raw?.dot) {
      this.doc.setFillColor(raw.dot).circle(x + cell.padding("left") - 6, y + 9, 2.5, "F");
    }
  }

  facts({ facts }) {
    this.y += 8;
    const body = facts.map(([name, value]) => [{ content: name, styles: { textColor: this.ink.muted } }, value.map((span) => span.text).join("")]);
    this.autotable({ body, columnStyles: { 0: { cellWidth: 110 } } });
  }

  autotable(options) {
    const styles = { font: "Noto", fontSize: 9, textColor: this.ink.text, lineColor: this.ink.grid, cellPadding: { vertical: 3, horizontal: 4 } };
    this.doc.autoTable({
      startY: this.y,
      margin: { left: LEFT, right: LEFT, top: TOP, bottom: 72 },
      theme: "plain",
      styles: { ...styles, lineWidth: { bottom: 0.5 } },
      headStyles: { fillColor: this.ink.tint, fontStyle: "bold" },
      ...options,
    });
    this.y = this.doc.lastAutoTable.finalY;
  }

  numbers({ numbers }) {
    this.room(70);
    const top = this.y + 14;
    const width = (WIDTH - 16 * (numbers.length - 1)) / numbers.length;
    let bottom = top;
    numbers.forEach(({ label, value, note, ink }, index) => {
      const left = index * (width + 16);
      this.doc.setDrawColor(ink).setLineWidth(1.5).line(LEFT + left, top, LEFT + left + width, top);
      this.y = top + 7;
      this.lines([{ text: label, ink: this.ink.muted }], 8.5, 13, left, width);
      this.lines([{ text: value, bold: true, ink }], 23, 33, left, width);
      this.lines([{ text: note, ink: this.ink.muted }], 8.5, 13, left, width);
      bottom = Math.max(bottom, this.y);
    });
    this.y = bottom + 6;
  }

  figure({ drawing, caption }) {
    const scale = Math.min(WIDTH / drawing.width, 550 / drawing.height, 1);
    this.y += 14;
    this.room(drawing.height * scale + 20);
    const left = LEFT + (WIDTH - drawing.width * scale) / 2;
    const at = ([x, y]) => [left + x * scale, this.y + y * scale];
    for (const shape of drawing.shapes) this.shape(shape, at, scale);
    this.y += drawing.height * scale + 5;
    this.set("normal", 8.5, this.ink.muted);
    this.doc.text(caption, LEFT + WIDTH / 2, this.y + 8, { align: "center" });
    this.y += 23;
  }

  shape({ kind, fill, stroke, ...shape }, at, scale) {
    const { doc } = this;
    if (kind === "text") {
      this.set(shape.bold ? "bold" : "normal", shape.size * scale, shape.ink);
      return doc.text(shape.text, ...at(shape.at), { align: ["left", "center", "right"][shape.anchor * 2] });
    }
    if (fill) doc.setFillColor(fill.ink);
    if (stroke) {
      doc.setDrawColor(stroke.ink).setLineWidth(stroke.width * scale);
      doc.setLineDashPattern(stroke.dashed ? [4, 3] : [], 0);
    }
    const pale = fill && fill.opacity < 1;
    if (pale) doc.saveGraphicsState().setGState(new doc.GState({ opacity: fill.opacity }));
    const style = fill && stroke ? "FD" : fill ? "F" : "S";
    if (kind === "line") doc.line(...at(shape.from), ...at(shape.to));
    if (kind === "rectangle") doc.rect(...at(shape.at), shape.width * scale, shape.height * scale, style);
    if (kind === "circle") doc.circle(...at(shape.at), shape.radius * scale, style);
    if (kind === "polygon") {
      const corners = shape.points.map(at);
      const steps = corners.slice(1).map(([x, y], index) => [x - corners[index][0], y - corners[index][1]]);
      doc.lines(steps, ...corners[0], [1, 1], style, true);
    }
    if (pale) doc.restoreGraphicsState();
    doc.setLineDashPattern([], 0);
  }

  callout({ ink, title, paragraphs }) {
    this.y += 12;
    const spans = [title && { text: `${title}\n`, bold: true, ink }, ...paragraphs.flatMap((one) => [...one, { text: "\n" }])].filter(Boolean);
    const height = this.broken(spans, 10.5, WIDTH - 32, 0).length * 16.5 + 18;
    this.room(height);
    this.doc.setFillColor(this.ink.tint).rect(LEFT, this.y, WIDTH, height, "F");
    this.doc.setFillColor(ink).rect(LEFT, this.y, 3, height, "F");
    this.y += 9;
    this.lines(spans, 10.5, 16.5, 16, WIDTH - 32);
    this.y += 9;
  }

  "page-break"() {
    if (this.y > TOP) this.turn();
  }

  // Lines of words in two weights, broken where they are full.
  lines(spans, size, leading, left = 0, width = WIDTH, indent = 0) {
    this.broken(spans, size, width, indent).forEach((line, index) => {
      this.room(leading);
      let x = LEFT + left + (index === 0 ? indent : 0);
      for (const { text, style, ink, width } of line) {
        this.set(style, size, ink);
        this.doc.text(text, x, this.y + 0.88 * size + (leading - size) / 2);
        x += width;
      }
      this.y += leading;
    });
  }

  broken(spans, size, width, indent) {
    const lines = [[]];
    let used = indent;
    for (const { text, bold, ink = this.ink.text } of spans) {
      const style = bold ? "bold" : "normal";
      for (const word of text.match(/\n|[\x21-\x7e]+|./gu) ?? []) {
        const wide = word === "\n" ? 0 : this.width(word, style) * size;
        if (word === "\n" || used + wide > width) {
          lines.push([]);
          used = 0;
        }
        if (word === "\n") continue;
        used += wide;
        const line = lines.at(-1);
        const last = line.at(-1);
        if (last?.style === style && last.ink === ink) {
          last.text += word;
          last.width += wide;
        } else {
          line.push({ text: word, style, ink, width: wide });
        }
      }
    }
    if (lines.at(-1).length === 0) lines.pop();
    return lines;
  }

  // In em; the library is asked once a word.
  width(word, style) {
    const known = this.widths[style];
    if (!known.has(word)) {
      this.doc.setFont("Noto", style).setFontSize(1);
      known.set(word, this.doc.getTextWidth(word));
    }
    return known.get(word);
  }

  set(style, size, ink) {
    this.doc.setFont("Noto", style).setFontSize(size).setTextColor(ink ?? this.ink.text);
  }

  room(height) {
    if (this.y + height > BOTTOM && this.y > TOP) this.turn();
  }

  turn() {
    this.doc.addPage();
    this.y = TOP;
  }

  // A page after the cover with links, once the other pages' numbers are known.
  listContents() {
    if (!this.contentsTitle) return;
    const shown = this.headings.filter(({ level }) => level < 3);
    const perPage = Math.floor((BOTTOM - TOP - 40) / 18);
    const pages = Math.ceil(shown.length / perPage);
    for (let page = 0; page < pages; page++) {
      this.doc.insertPage(2 + page);
      this.y = TOP;
      if (page === 0) this.lines([{ text: this.contentsTitle, bold: true }], 20, 36);
      for (const { level, text, page: target } of shown.slice(page * perPage, (page + 1) * perPage)) {
        this.set("normal", 10, this.ink.text);
        this.doc.textWithLink(text, LEFT + level * 12, this.y + 12, { pageNumber: target + pages });
        this.doc.text(String(target + pages), RIGHT, this.y + 12, { align: "right" });
        this.y += 18;
      }
    }
    const parents = [null];
    for (const { level, text, page } of this.headings) {
      parents[level] = this.doc.outline.add(parents[level - 1] ?? null, text, { pageNumber: page + pages });
    }
  }

  furnish() {
    const pages = this.doc.getNumberOfPages();
    for (let page = 2; page <= pages; page++) {
      this.doc.setPage(page);
      this.set("normal", 8, this.ink.muted);
      this.doc.text(this.header, LEFT, 46);
      this.doc.text(this.footer, LEFT, 841.89 - 40);
      this.doc.text(`第 ${page} 页，共 ${pages} 页`, RIGHT, 841.89 - 40, { align: "right" });
      this.doc.setDrawColor(this.ink.grid).setLineWidth(0.5).line(LEFT, 54, RIGHT, 54);
      if (this.watermark) {
        this.doc.saveGraphicsState().setGState(new this.doc.GState({ opacity: 0.1 }));
        this.set("bold", 90, this.ink.muted);
        this.doc.text(this.watermark, 595.28 / 2, 841.89 / 2, { align: "center", angle: 45 });
        this.doc.restoreGraphicsState();
      }
    }
  }
}
