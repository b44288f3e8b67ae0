// Two ways to draw the same: on a canvas, and as SVG text. Both know lines,
// marks and labels; many of one look are passed together, as a canvas draws
// them faster that way.

const family =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";
export const font = (size, bold) => `${bold ? "600 " : ""}${size}px ${family}`;

// Marks tell types apart by shape as well.
const shapes = { org: "square", place: "diamond" };
export const shapeOf = (type) => shapes[type] || "circle";

function trace(context, shape, x, y, r) {
  if (shape === "circle") {
    context.moveTo(x + r, y);
    context.arc(x, y, r, 0, 2 * Math.PI);
  } else if (shape === "square") {
    context.rect(x - r * 0.89, y - r * 0.89, r * 1.78, r * 1.78);
  } else {
    context.moveTo(x, y - r * 1.25);
    context.lineTo(x + r * 1.25, y);
    context.lineTo(x, y + r * 1.25);
    context.lineTo(x - r * 1.25, y);
    context.closePath();
  }
}

export function canvasPen(context) {
  return {
    // ends: x1, y1, x2, y2, ... in pixels
    lines(ends, { colour, width, alpha }) {
      context.beginPath();
      for (let i = 0; i < ends.length; i += 4) {
        context.moveTo(ends[i], ends[i + 1]);
        context.lineTo(ends[i + 2], ends[i + 3]);
      }
      context.globalAlpha = alpha;
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.stroke();
      context.globalAlpha = 1;
    },
    // places: x, y, radius, ...
    marks(places, { shape, fill, stroke, width }) {
      context.beginPath();
      for (let i = 0; i < places.length; i += 3)
        trace(context, shape, places[i], places[i + 1], places[i + 2]);
      context.lineWidth = width;
      context.strokeStyle = stroke;
      context.stroke();
      context.fillStyle = fill;
      context.fill();
    },
    label({ x, y, text, size, bold, align }, { fill, halo }) {
      context.font = font(size, bold);
      context.textAlign = align;
      context.textBaseline = "middle";
      context.lineJoin = "round";
      context.lineWidth = 3.5;
      context.strokeStyle = halo;
      context.strokeText(text, x, y);
      context.fillStyle = fill;
      context.fillText(text, x, y);
    },
  };
}

const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// XML has no control characters, not even as references.
const xml = (text) =>
  String(text)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (c) => escapes[c]);
const short = (x) => Math.round(x * 100) / 100;

const marksAs = {
  circle: (x, y, r) =>
    `<circle cx="${short(x)}" cy="${short(y)}" r="${short(r)}"/>`,
  square: (x, y, r) =>
    `<rect x="${short(x - r * 0.89)}" y="${short(y - r * 0.89)}" ` +
    `width="${short(r * 1.78)}" height="${short(r * 1.78)}"/>`,
  diamond: (x, y, r) => {
    const d = r * 1.25;
    const corners = [
      [x, y - d],
      [x + d, y],
      [x, y + d],
      [x - d, y],
    ];
    return `<polygon points="${corners.map((c) => c.map(short).join()).join(" ")}"/>`;
  },
};

export function svgPen(width, height, paper, title) {
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
      `viewBox="0 0 ${width} ${height}" role="img" lang="en">`,
    `<title>${xml(title)}</title>`,
    `<rect width="100%" height="100%" fill="${paper}"/>`,
  ];
  const anchors = { left: "start", right: "end", center: "middle" };
  return {
    lines(ends, { colour, width: w, alpha }) {
      let path = "";
      for (let i = 0; i < ends.length; i += 4)
        path += `M${short(ends[i])} ${short(ends[i + 1])}L${short(ends[i + 2])} ${short(ends[i + 3])}`;
      parts.push(
        `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${w}" opacity="${alpha}"/>`,
      );
    },
    marks(places, { shape, fill, stroke, width: w }) {
      parts.push(`<g fill="${fill}" stroke="${stroke}" stroke-width="${w}">`);
      for (let i = 0; i < places.length; i += 3)
        parts.push(marksAs[shape](places[i], places[i + 1], places[i + 2]));
      parts.push("</g>");
    },
    label({ x, y, text, size, bold, align }, { fill, halo }) {
      parts.push(
        `<text x="${short(x)}" y="${short(y)}" font-family="${xml(family)}" ` +
          `font-size="${size}"${bold ? ' font-weight="600"' : ""} text-anchor="${anchors[align]}" ` +
          `dominant-baseline="central" fill="${fill}" stroke="${halo}" stroke-width="3.5" ` +
          `stroke-linejoin="round" paint-order="stroke">${xml(text)}</text>`,
      );
    },
    // What is drawn between the two shines through.
    fade(opacity) {
      parts.push(`<g opacity="${opacity}">`);
    },
    unfade() {
      parts.push("</g>");
    },
    text: () => `${parts.join("\n")}\n</svg>\n`,
  };
}
