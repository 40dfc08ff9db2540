// The text engine, with a pen that draws pixels of our choice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './library.mjs';

// A picture is `pixels`, in rows of two; the text is 6.2 by 3.
function world(pixels) {
  const asked = [];
  const pen = {
    canvas: { width: 0, height: 0 },
    measureText: (text) => ({ width: 10 * text.length, actualBoundingBoxLeft: -1, actualBoundingBoxRight: 6.2,
      actualBoundingBoxAscent: 3, actualBoundingBoxDescent: 0 }),
    setTransform() {}, clearRect() {},
    fillText: (text) => asked.push(`${pen.font}: ${text}`),
    getImageData: (x, y, width, height) => (asked.push(`${width} × ${height}`), { data: Uint8ClampedArray.from(pixels) }),
  };
  const context = load({ document: { createElement: () => ({ getContext: () => pen }) }, Uint8ClampedArray, Int32Array, guichet: {
    text: (at, length) => context.take_text(at, length) } }, 'lettering.js');
  const draws = (text, density = 2) => {
    const facts = context._malloc(20);
    const at = context.js_text_picture(...context.put(text), 14, 1, density, facts);
    return at && { pixels: [...context.take(at, pixels.length)], facts: [...new Int32Array(context.HEAPU8.buffer, facts, 5)] };
  };
  return { context, asked, draws };
}

test('text becomes white, as opaque as it was drawn, in a picture as large as its ink at the density of the screen', () => {
  const { draws, asked } = world([255, 0, 255, 200, 250, 3, 255, 40, 0, 0, 0, 0]);
  const { pixels, facts } = draws('и');
  assert.deepEqual(pixels, [255, 255, 255, 200, 255, 255, 255, 40, 255, 255, 255, 0]);
  assert.deepEqual(facts, [17, 10, 2, 8, 0]);
  assert.deepEqual(asked, ['600 14px Guichet, Inter, system-ui, sans-serif: и', '17 × 10']);
});

test('an emoji keeps its colours', () => {
  const colours = [255, 200, 0, 255, 255, 0, 255, 255];
  const { pixels, facts } = world(colours).draws('😀');
  assert.deepEqual(pixels, colours);
  assert.equal(facts[4], 1);
});

test('an invisible sign is no picture', () => {
  assert.equal(world([0, 0, 0, 0]).draws('\u200b'), 0);
});

test('a width is that of the page’s own fields, whatever the density', () => {
  const { context } = world([]);
  assert.equal(context.js_text_width(...context.put('три'), 14, 0), 30);
});
