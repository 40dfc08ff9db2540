// Writes what base/written.cpp knows about Unicode: which signs combine with the letter before them, in which order, and what
// letters with accents are made of: `node tools/generate_letters.mjs HEADER`. The source is Node's own Unicode data.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const sign = String.fromCodePoint;
const points = (text) => [...text].map((one) => one.codePointAt(0));
const is_mark = (point) => /\p{M}/u.test(sign(point)) || (point >= 0x1f3fb && point <= 0x1f3ff);  // skin tones too
const last_point = 0xe01ef;

// Marks of another class change places in the canonical order; those of class 0 never do.
const moves = (first, second) => `a${sign(first, second)}`.normalize("NFD") !== `a${sign(first, second)}`;
const has_class = (point) => moves(point, 0x334) || moves(0x345, point);

// Numbers the classes in their order.
function classes_of(marks) {
    const one_of_each = [];
    for (const mark of marks.filter(has_class)) {
        if (one_of_each.every((known) => moves(mark, known) || moves(known, mark))) one_of_each.push(mark);
    }
    one_of_each.sort((a, b) => (moves(a, b) ? 1 : -1));
    const class_of = (mark) => (has_class(mark) ? 1 + one_of_each.findIndex((known) => !moves(mark, known) && !moves(known, mark)) : 0);
    return new Map(marks.map((mark) => [mark, class_of(mark)]));
}

// Seven bits a byte, the lowest first; all but the last have the highest bit set.
const number = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...number(value >>> 7)]);
const zigzag = (value) => (value >= 0 ? 2 * value : -2 * value - 1);

// For each range of marks of one class: the gap before it, its length, the class.
function ranges_of(classes) {
    const bytes = [];
    let end = 0;
    for (const [mark, its_class] of classes) {
        if (mark < end) continue;
        let after = mark + 1;
        while (classes.get(after) === its_class) ++after;
        bytes.push(...number(mark - end), ...number(after - mark), its_class);
        end = after;
    }
    return bytes;
}

// Letters made of another letter and a mark, by mark: the mark, how many, and of each how far letter and whole are from those before.
function letters_of() {
    const by_mark = new Map();
    for (let whole = 0xc0; whole < 0xffff; ++whole) {
        const text = sign(whole);
        if ((whole >= 0xd800 && whole < 0xe000) || (whole >= 0xac00 && whole < 0xd7a4)) continue;
        const parts = text.normalize("NFD");
        if (parts === text || text.normalize("NFC") !== text) continue;
        const mark = points(parts).at(-1);
        const letter = sign(...points(parts).slice(0, -1)).normalize("NFC");
        if (points(letter).length !== 1 || (letter + sign(mark)).normalize("NFC") !== text) continue;
        if (!by_mark.has(mark)) by_mark.set(mark, []);
        by_mark.get(mark).push([letter.codePointAt(0), whole]);
    }
    const bytes = [];
    for (const [mark, pairs] of [...by_mark].sort(([a], [b]) => a - b)) {
        bytes.push(...number(mark), ...number(pairs.length));
        let letter_before = 0, whole_before = 0;
        for (const [letter, whole] of pairs.sort(([a], [b]) => a - b)) {
            bytes.push(...number(letter - letter_before), ...number(zigzag(whole - whole_before)));
            [letter_before, whole_before] = [letter, whole];
        }
    }
    return bytes;
}

const array = (name, bytes) => `inline constexpr unsigned char ${name}[] = {${bytes.join(",")}};\n`;
const marks = Array.from({ length: last_point + 1 }, (_, point) => point).filter((point) => (point < 0xd800 || point > 0xdfff) && is_mark(point));
const to = process.argv[2];
mkdirSync(path.dirname(to), { recursive: true });
writeFileSync(to, `// Made by tools/generate_letters.mjs from Unicode ${process.versions.unicode}.
#pragma once

namespace base::letters_data {

${array("marks", ranges_of(classes_of(marks)))}${array("letters", letters_of())}
}  // namespace base::letters_data
`);
