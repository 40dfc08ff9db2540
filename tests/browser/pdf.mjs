// What a reader finds and copies in a PDF file of ours: the letters shown, by the table that each font has of them.
export function words_of(bytes) {
  const file = bytes.toString('latin1');
  const texts = new Map([...file.matchAll(/beginbfchar <([0-9A-F]{4})> <([0-9A-F]+)>/g)].map(([, glyph, units]) =>
    [glyph, String.fromCharCode(...units.match(/.{4}/g).map((unit) => parseInt(unit, 16)))]));
  // Parts of a line follow each other on one base line.
  let words = '', line;
  for (const [, y, glyphs] of file.matchAll(/Tf \S+ (\S+) Td <([0-9A-F]*)> Tj/g)) {
    if (line !== undefined && y !== line) words += '\n';
    line = y;
    words += glyphs.match(/.{4}/g).map((glyph) => texts.get(glyph) ?? '\ufffd').join('');
  }
  return words;
}
