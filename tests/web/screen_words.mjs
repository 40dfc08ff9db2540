// The names of roles, states, keys and sorts, read from the header that the program is compiled with.
import { readFileSync } from 'node:fs';

const header = readFileSync(new URL('../../src/base/screen_words.hpp', import.meta.url), 'utf8').replace(/\/\/.*/g, '');

function body(start) {
  const at = header.indexOf(start);
  if (at < 0) throw new Error(`screen_words.hpp has no ${start}`);
  return header.slice(header.indexOf('{', at + start.length) + 1, header.indexOf('}', at));
}

// In order; `switch_` has an underscore because `switch` is a keyword of C++.
function words(start) {
  return body(start).split(',').map((word) => word.trim().replace(/_$/, '')).filter((word) => word && word !== 'count');
}

// Each is the bit at its position.
function bits(start) {
  return body(start).split(',').map((line) => line.trim()).filter(Boolean).map((line, place) => {
    const [, name, bit] = line.match(/^(\w+)\s*=\s*1u << (\d+)$/) || [];
    if (+bit !== place) throw new Error(`not the bit of its place: ${line}`);
    return name;
  });
}

export const ROLES = words('enum class Role : std::uint8_t');
export const STATES = bits('namespace state {\nenum : std::uint32_t');
export const KEYS = bits('namespace keys {\nenum : std::uint32_t');
export const SORTS = words('enum class Sort : std::uint8_t');
export const EVENTS = words('enum class Kind : std::uint8_t');
