// What the shipped fonts lack is measured and drawn by the browser's own text engine, with the fonts of the device.
addToLibrary({
  $lettering__deps: ['$guichet', 'malloc'],
  $lettering: {
    // Of this colour no emoji is, so what has it is text, whose colour is the ink's.
    INK: [255, 0, 255],
    MOST: 4096,          // pixels in a row or column
    pen: null,
    style: '',           // of the pen: setting it costs more than most texts

    pen_for: (size, strong) => {
      const pen = lettering.pen ||= document.createElement('canvas').getContext('2d', { 'willReadFrequently': true });
      const style = (strong ? 600 : 400) + ' ' + size + 'px Guichet, Inter, system-ui, sans-serif';
      if (lettering.style === style) return pen;
      // As the mirror's text fields: see shell/style.css.
      pen.font = lettering.style = style;
      pen['fontKerning'] = 'none';
      pen['textRendering'] = 'geometricPrecision';
      return pen;
    },

    // The pixels, and of them [width, height, left, up, whether they are coloured]; null if there is nothing to see.
    picture: (text, size, strong, density) => {
      let pen = lettering.pen_for(size, strong);
      const box = pen.measureText(text);
      const room = (length) => Math.max(0, Math.ceil(length * density)) + 2;
      const left = room(box.actualBoundingBoxLeft), up = room(box.actualBoundingBoxAscent);
      const width = Math.min(left + room(box.actualBoundingBoxRight), lettering.MOST);
      const height = Math.min(up + room(box.actualBoundingBoxDescent), lettering.MOST);
      const canvas = pen.canvas;
      if (canvas.width < width || canvas.height < height) {
        canvas.width = Math.max(canvas.width, width);
        canvas.height = Math.max(canvas.height, height);
        lettering.style = '';  // another size forgets it
        pen = lettering.pen_for(size, strong);
      }
      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.clearRect(0, 0, width, height);
      pen.setTransform(density, 0, 0, density, left, up);
      pen.fillStyle = 'rgb(' + lettering.INK + ')';
      pen.fillText(text, 0, 0);
      const pixels = pen.getImageData(0, 0, width, height).data;
      const seen = lettering.seen(pixels);
      if (seen === 0) return null;
      return { pixels, facts: [width, height, left, up, seen === 2 ? 1 : 0] };
    },

    // 0: all is transparent, 1: text, which becomes white, 2: colours.
    seen: (pixels) => {
      const [red, green, blue] = lettering.INK;
      let seen = 0;
      for (let at = 0; at < pixels.length; at += 4) {
        if (!pixels[at + 3]) continue;
        seen = 1;
        // A pixel that is hardly there has lost its colour.
        if (pixels[at + 3] > 127 &&
            Math.abs(pixels[at] - red) + Math.abs(pixels[at + 1] - green) + Math.abs(pixels[at + 2] - blue) > 24) return 2;
      }
      for (let at = 0; at < pixels.length; at += 4) pixels[at] = pixels[at + 1] = pixels[at + 2] = 255;
      return seen;
    },
  },

  js_text_width__deps: ['$lettering'],
  js_text_width: (at, length, size, strong) =>
    lettering.pen_for(size, strong).measureText(guichet.text(at, length)).width,
  js_text_picture__deps: ['$lettering'],
  js_text_picture: (at, length, size, strong, density, facts) => {
    const made = lettering.picture(guichet.text(at, length), size, strong, density);
    if (!made) return 0;
    const to = _malloc(made.pixels.length);
    HEAPU8.set(made.pixels, to);
    new Int32Array(HEAPU8.buffer, facts, 5).set(made.facts);
    return to;
  },
});
