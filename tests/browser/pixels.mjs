// What the customer sees: the pixels of the screen, for what neither the mirror nor axe can tell.
import { inflateSync } from 'node:zlib';

// A picture of the screen, or of a part of it in CSS pixels: { width, height, at(x, y) as [red, green, blue] }.
export async function picture_of(customer, clip) {
  return decoded(await customer.page.screenshot({ ...(clip ? { clip } : {}), animations: 'allow', caret: 'initial' }));
}

// PNG as Chromium writes it: 8 bits a channel, not interlaced.
function decoded(png) {
  const width = png.readUInt32BE(16), height = png.readUInt32BE(20), channels = { 2: 3, 6: 4 }[png[25]];
  if (png[24] !== 8 || !channels || png[28]) throw new Error('another kind of PNG than Chromium writes');
  const parts = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const raw = inflateSync(Buffer.concat(parts)), stride = width * channels, bytes = Buffer.alloc(height * stride);
  for (let y = 0; y < height; ++y) {
    const filter = raw[y * (stride + 1)], from = y * (stride + 1) + 1, to = y * stride;
    for (let i = 0; i < stride; ++i) {
      const left = i >= channels ? bytes[to + i - channels] : 0, up = y ? bytes[to + i - stride] : 0;
      const corner = i >= channels && y ? bytes[to + i - stride - channels] : 0;
      bytes[to + i] = raw[from + i] + [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter];
    }
  }
  return { width, height, at: (x, y) => [0, 1, 2].map((channel) => bytes[y * stride + x * channels + channel]) };
}
function nearest(left, up, corner) {
  const guess = left + up - corner, [a, b, c] = [left, up, corner].map((one) => Math.abs(guess - one));
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

// The contrast of two colours by WCAG, 1 to 21.
export function contrast(one, other) {
  const luminance = (color) => color.map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0);
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

// Every pixel of a picture, or of a part of it in its own pixels.
export function* pixels_of(picture, { x = 0, y = 0, width = picture.width, height = picture.height } = {}) {
  for (let row = Math.max(0, y); row < Math.min(picture.height, y + height); ++row)
    for (let column = Math.max(0, x); column < Math.min(picture.width, x + width); ++column) yield [column, row];
}

// The colours of a part of a picture, the most frequent first: [[color, count]…].
export function colors_of(picture, part) {
  const counts = new Map();
  for (const [x, y] of pixels_of(picture, part)) {
    const key = picture.at(x, y).join();
    counts.set(key, (counts.get(key) || 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([key, count]) => [key.split(',').map(Number), count]);
}
