// The order of texts: the browser's answers about single characters are enough to sort whole names as the browser does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, with_browser } from './stand.mjs';

with_browser();

const letters = [...'aàâäbcçdeéèêëfghiîïjklmnñoôöøœpqrsßtuùûüvwxyÿzæłĳABCÇDEÉÈZÆŒÔ0123456789-._ \'’&()+/@', 'e\u0301'];
const ligatures = { œ: 'oe', Œ: 'oe', æ: 'ae', Æ: 'ae', ß: 'ss', ĳ: 'ij' };
const plain = { ø: 'o', ł: 'l', '’': "'" };
const folded = (letter) => ligatures[letter] || plain[letter] || letter.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();

// The algorithm of src/query/collation.cpp: three levels, ligatures as their letters. Names are arrays of characters.
function comparing(answer) {
  const numbers = answer.split(' ').map(Number);
  const weights = new Map();
  for (const [at, letter] of letters.entries()) {
    const [primary, secondary, tertiary, is_folded] = numbers.slice(at * 4, at * 4 + 4);
    if (!is_folded) weights.set(letter, [[primary, secondary, tertiary]]);
    else {
      const [first, second] = [...folded(letter)].map((one) => numbers[letters.indexOf(one) * 4]);
      weights.set(letter, [is_folded === 2 ? [first, 0x4000 + primary + secondary, tertiary] : [first, 0, tertiary + 1], [second, 0, 0]]);
    }
  }
  // A run of digits: how many there are without leading zeros, then these.
  const with_numbers = (name) => name.join('\0').replace(/\d(?:\0\d)*/g, (run) => {
    const digits = run.replaceAll('\0', '').replace(/^0+(?=\d)/, '');
    return [...'9'.repeat(Math.ceil(digits.length / 8) - 1), String((digits.length - 1) % 8 + 1), ...digits].join('\0');
  }).split('\0');
  return (a, b) => {
    const [left, right] = [a, b].map((name) => with_numbers(name).flatMap((letter) => weights.get(letter)));
    for (const level of [0, 1, 2])
      for (let at = 0; at < Math.max(left.length, right.length); ++at) {
        const [one, other] = [left, right].map((list) => at < list.length ? list[at][level] : -1);
        if (one !== other) return one < other ? -1 : 1;
      }
    return 0;
  };
}

for (const language of ['fr', 'en'])
  test(`names sorted by what the browser says of their characters stand as its collator sorts them, in ${language}`, async (t) => {
    const page = await open(t);
    const seed = Number(process.env.SEED) || Date.now() % 1e6;
    t.diagnostic(`SEED=${seed}`);
    let state = seed + 1;
    const below = (end) => (state = (state * 48271) % 2147483647) % end;

    const asked = letters.map((letter) => `${letter}\x1f${folded(letter)}\x1e`).join('');
    const answer = await page.evaluate(([language, asked]) => {
      js_set_language(...put(language));
      const at = js_collate(...put(asked));
      return new TextDecoder().decode(HEAPU8.slice(at, HEAPU8.indexOf(0, at)));
    }, [language, asked]);
    const compare = comparing(answer);

    // Names that differ little: a few letters and their variants.
    const digits = [...'0123456789'];
    const names = Array.from({ length: 4000 }, () => {
      // Numbers of any length, with and without zeros before them.
      if (below(4) === 0) return [letters[below(letters.length)], ...Array.from({ length: 1 + below(12) }, () => digits[below(3) ? below(10) : 0]), letters[below(letters.length)]];
      const few = Array.from({ length: 3 }, () => letters[below(letters.length)]);
      return Array.from({ length: 1 + below(6) }, () => below(3) ? few[below(3)] : letters[below(letters.length)]);
    });
    const pairs = Array.from({ length: 20000 }, () => {
      const one = names[below(names.length)];
      if (below(2)) return [one, names[below(names.length)]];
      // The same letters with other accents and case.
      return [one, one.map((letter) => {
        const same = letters.filter((other) => folded(other) === folded(letter));
        return same[below(same.length)];
      })];
    });
    const expected = await page.evaluate(([language, pairs]) => {
      const { compare } = new Intl.Collator(language, { numeric: true });
      return pairs.map(([a, b]) => Math.sign(compare(a, b)));
    }, [language, pairs.map((pair) => pair.map((name) => name.join('')))]);
    const wrong = pairs.filter(([a, b], at) => Math.sign(compare(a, b)) !== expected[at]);
    assert.deepEqual(wrong.slice(0, 5).map((pair) => pair.map((name) => name.join(''))), []);
  });
