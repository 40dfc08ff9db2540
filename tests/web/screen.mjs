// Screens for tests: encodes nodes given as plain objects in the format of src/platform/mirror.hpp.
import { KEYS, ROLES, SORTS, STATES } from './screen_words.mjs';

export { KEYS, ROLES, STATES };

const bits = (words, names) => (names || '').split(' ').filter(Boolean).reduce((sum, name) => {
  if (!words.includes(name)) throw new Error(`no such bit: ${name}`);
  return sum + 2 ** words.indexOf(name);
}, 0);

// A node: { id, role, name, rect: [x, y, w, h], clip, state: 'disabled modal', keys: 'escape', children: [...], ... }
export function screen(...roots) {
  const out = [];
  const u32 = (value) => out.push(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255);
  const f32 = (value) => out.push(...new Uint8Array(new Float32Array([value]).buffer));
  const string = (text) => {
    const bytes = new TextEncoder().encode(text || '');
    u32(bytes.length);
    for (const byte of bytes) out.push(byte);
  };
  let count = 0;
  const write = (node, parent) => {
    const index = count++;
    const role = ROLES.indexOf(node.role || 'group');
    if (role < 0) throw new Error(`no such role: ${node.role}`);
    const rect = node.rect || [0, 0, 100, 20];
    u32(node.id);
    u32(parent);
    out.push(role, node.level || 0, SORTS.indexOf(node.sort || 'none'), node.strong ? 1 : 0);
    u32(bits(STATES, node.state));
    u32(bits(KEYS, node.keys));
    rect.forEach(f32);
    (node.clip || rect).forEach(f32);
    f32(node.text_px || 0);
    f32(node.text_x || 0);
    f32(node.text_y === undefined ? -1 : node.text_y);
    u32(node.row || 0);
    u32(node.column || 0);
    u32(node.row_count || 0);
    u32(node.column_count || 0);
    for (const field of ['name', 'value', 'description', 'href', 'hint']) string(node[field]);
    u32(node.controls || 0);
    u32(node.active || 0);
    for (const child of node.children || []) write(child, index);
  };
  for (const root of roots) write(root, 0xffffffff);
  const header = new Uint8Array(8);
  new DataView(header.buffer).setUint32(0, 0x31524d47, true);
  new DataView(header.buffer).setUint32(4, count, true);
  return new Uint8Array([...header, ...out]);
}
