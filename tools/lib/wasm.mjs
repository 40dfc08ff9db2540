// Reads and writes those parts of a WebAssembly module that tools need: sections, names and sizes of functions, data. Format:
// WebAssembly core specification, https://webassembly.github.io/spec/core/binary/.

export const section = { custom: 0, import: 2, code: 10, data: 11, data_count: 12 };

// Reads the numbers and texts of a module in sequence.
export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  byte() { return this.bytes[this.at++]; }
  number() {  // LEB128, unsigned
    let value = 0, weight = 1, byte;
    do {
      byte = this.byte();
      value += (byte & 127) * weight;
      weight *= 128;
    } while (byte & 128);
    return value;
  }
  signed() {  // LEB128, at most 32 bits
    let value = 0, shift = 0, byte;
    do {
      byte = this.byte();
      value |= (byte & 127) << shift;
      shift += 7;
    } while (byte & 128);
    return shift < 32 && byte & 64 ? value | (-1 << shift) : value;
  }
  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
  text() { return Buffer.from(this.take(this.number())).toString('utf8'); }
}

export function number(value) {
  const bytes = [];
  do {
    const low = value & 127;
    value >>>= 7;
    bytes.push(value ? low | 128 : low);
  } while (value);
  return Buffer.from(bytes);
}

export function signed(value) {
  const bytes = [];
  for (;;) {
    const low = value & 127;
    value >>= 7;
    if (value === (low & 64 ? -1 : 0)) return Buffer.from([...bytes, low]);
    bytes.push(low | 128);
  }
}

export const text = (words) => Buffer.concat([number(Buffer.byteLength(words)), Buffer.from(words)]);
const packed = (id, body) => Buffer.concat([Buffer.from([id]), number(body.length), body]);

// [{ id, body }], in the module's order.
export function sections_of(module) {
  const reader = new Reader(module, 8);
  const found = [];
  while (reader.at < module.length) {
    const id = reader.byte();
    found.push({ id, body: reader.take(reader.number()) });
  }
  return found;
}

export function module_of(sections) {
  return Buffer.concat([Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]), ...sections.map(({ id, body }) => packed(id, body))]);
}

export const custom_section = (name, body) => ({ id: section.custom, body: Buffer.concat([text(name), body]) });

// The functions defined in a module, in order: [{ name, size }], sizes in bytes of code. A function without a name is named by
// its index, as in Binaryen.
export function functions_of(module) {
  let imported = 0;
  const sizes = [];
  const names = new Map();
  for (const { id, body } of sections_of(module)) {
    const reader = new Reader(body);
    if (id === section.import) imported = imported_functions(reader);
    if (id === section.code) for (let left = reader.number(); left > 0; --left) {
      sizes.push(reader.number());
      reader.take(sizes.at(-1));
    }
    if (id === section.custom && reader.text() === 'name') while (reader.at < body.length) {
      const kind = reader.byte();
      const part = new Reader(reader.take(reader.number()));
      if (kind === 1) for (let left = part.number(); left > 0; --left) names.set(part.number(), part.text());
    }
  }
  return sizes.map((size, at) => ({ name: names.get(at + imported) ?? String(at), size }));
}

function imported_functions(reader) {
  let functions = 0;
  for (let left = reader.number(); left > 0; --left) {
    reader.text();
    reader.text();
    const kind = reader.byte();
    if (kind === 0) {
      ++functions;
      reader.number();
    } else if (kind === 3) reader.take(2);
    else if (kind === 1 || kind === 2) {
      if (kind === 1) reader.byte();
      const limits = reader.number();
      reader.number();
      if (limits & 1) reader.number();
    } else throw new Error(`an import of kind ${kind} is not known here`);
  }
  return functions;
}

// The initial content of memory: [{ address, bytes }]. Passive segments do not occur.
export function data_of(body) {
  const reader = new Reader(body);
  const segments = [];
  for (let left = reader.number(); left > 0; --left) {
    if (reader.number() !== 0 || reader.byte() !== 0x41) throw new Error('a data segment without a constant address is not known here');
    const address = reader.signed();
    if (reader.byte() !== 0x0b) throw new Error('an address of a data segment is more than a constant');
    segments.push({ address, bytes: reader.take(reader.number()) });
  }
  return segments;
}

export function data_section(segments) {
  return { id: section.data, body: Buffer.concat([number(segments.length), ...segments.flatMap(({ address, bytes }) =>
    [Buffer.from([0, 0x41]), signed(address), Buffer.from([0x0b]), number(bytes.length), bytes])]) };
}
