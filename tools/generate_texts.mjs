// Turns assets/texts/fr.json and en.json into C++ data for src/base/texts.hpp, and rejects texts that would be wrong on screen:
// a key in one language only, gaps that differ, blanks and quotes that are not those of the language.
//   node tools/generate_texts.mjs assets/texts BUILD/generated/base/texts_data.hpp
// texts_data.hpp gets the texts that assets/texts/first.txt names, texts_later_data.hpp all others, and texts_keys.hpp the
// keys, for use by the compiler only. A file that would not change is not written, so that a changed text does not recompile
// everything.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const narrow_blank = "\u202f";
const blank = "\u00a0";

export const key_form = /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$/;

const gaps = (sentence) => [...sentence.matchAll(/\{([^}]*)\}/g)].map((match) => match[1]);

// The numbers of the gaps, without the words that plurals choose from.
const slots = (sentence) => [...new Set(gaps(sentence).map((gap) => gap.split(":")[0]))].sort().join(",");

function faults_of_gaps(sentence) {
    const faults = [];
    for (const gap of gaps(sentence))
        if (!/^\d(:[^|]*\|[^|]*)?$/.test(gap)) faults.push(`the gap {${gap}} is neither {0} nor {0:one|many}`);
    if (/[{}]/.test(sentence.replace(/\{[^{}]*\}/g, ""))) faults.push("a brace stands alone");
    return faults;
}

export function faults_of_french(sentence) {
    const faults = [];
    const text = sentence.replace(/\{(\d):[^}]*\}/g, "{$1}").replace(/https?:\/\/\S+/g, "");
    for (const { index, 0: mark } of text.matchAll(/[;!?]/g))
        if (!`${narrow_blank};!?`.includes(text[index - 1])) faults.push(`U+202F must stand before "${mark}"`);
    for (const { index } of text.matchAll(/:/g))
        if (text[index - 1] !== blank && !/^\d:\d$/.test(text.slice(index - 1, index + 2))) faults.push('U+00A0 must stand before ":"');
    if (new RegExp(`«(?!${blank})`, "u").test(text)) faults.push("U+00A0 must stand after «");
    if (new RegExp(`(?<!${blank})»`, "u").test(text)) faults.push("U+00A0 must stand before »");
    if (/[‘“”]/.test(text)) faults.push("use « », not English quotes");
    return [...faults, ...faults_of_any(sentence)];
}

export function faults_of_english(sentence) {
    const faults = [];
    if (/\s[;:!?%]/u.test(sentence)) faults.push("no blank before ; : ! ? %");
    if (/[«»]/.test(sentence)) faults.push("use “ ”, not French quotes");
    return [...faults, ...faults_of_any(sentence)];
}

// Of both languages.
function faults_of_any(sentence) {
    if (!sentence.trim()) return [];
    const text = sentence.replace(/\{(\d):[^}]*\}/g, "{$1}");
    const faults = [];
    if (/['"]/.test(text)) faults.push("use ’ and curly quotes, not straight ones");
    if (/\.\.\.|…\./.test(text)) faults.push("use … alone");
    if (/\s\s|\s$|^\s|\s[.,)](?!\p{L})|\(\s/u.test(text)) faults.push("a blank too many");
    return faults;
}

// JSON.parse silently keeps the last of two equal keys.
function repeated_keys(source) {
    const seen = new Set();
    return [...source.matchAll(/^\s*"([^"]+)"\s*:/gm)].map((match) => match[1]).filter((key) => seen.has(key) || !seen.add(key));
}

export function check(fr_source, en_source) {
    const fr = JSON.parse(fr_source);
    const en = JSON.parse(en_source);
    const faults = [];
    for (const [name, source] of [["fr", fr_source], ["en", en_source]])
        for (const key of repeated_keys(source)) faults.push(`${name}: ${key} stands twice`);
    for (const [name, texts, other] of [["fr", fr, en], ["en", en, fr]])
        for (const [key, sentence] of Object.entries(texts)) {
            if (!key_form.test(key)) faults.push(`${name}: ${key}: a key is two words or more of a-z, 0-9 and _, with . between them`);
            if (typeof sentence !== "string" || sentence.trim() === "") { faults.push(`${name}: ${key}: a sentence is a text and not empty`); continue; }
            if (!(key in other)) { faults.push(`${key} is in ${name}.json only`); continue; }
            for (const fault of faults_of_gaps(sentence)) faults.push(`${name}: ${key}: ${fault}`);
        }
    for (const [key, sentence] of Object.entries(fr)) {
        if (typeof sentence !== "string") continue;
        if (typeof en[key] === "string" && slots(sentence) !== slots(en[key])) faults.push(`${key}: the languages have different gaps`);
        for (const fault of faults_of_french(sentence)) faults.push(`fr: ${key}: ${fault}`);
        for (const fault of faults_of_english(String(en[key] ?? ""))) faults.push(`en: ${key}: ${fault}`);
    }
    return { fr, en, faults };
}

const literal = (text) =>
    '"' + [...Buffer.from(text)].map((byte) =>
        byte === 34 || byte === 92 ? "\\" + String.fromCharCode(byte)
            : byte >= 32 && byte < 127 ? String.fromCharCode(byte)
            : "\\" + byte.toString(8).padStart(3, "0")).join("") + '"';

// All texts in sequence, each ending in NUL: an array of views would add an address and a length for each.
const lines_of = (values) => values.map((value) => `    ${literal(value)} "\\0"\n`).join("");
const joined = (name, values) => `inline constexpr char ${name}[] =\n${lines_of(values)};\n`;

// In parts, because compilers need not accept long literals. The NUL that ends a literal also ends its part's last text.
function later(values) {
    const parts = [[later_mark], [], [later_mark]];
    for (const value of values) {
        if (parts.at(-2).reduce((sum, one) => sum + Buffer.byteLength(one) + 1, 0) > 16384) parts.splice(-1, 0, []);
        parts.at(-2).push(value);
    }
    const size = (part) => part.reduce((sum, one) => sum + Buffer.byteLength(one) + 1, 0);
    const words = (part) => part.map(literal).join(' "\\0"\n    ');
    return `struct Later {\n${parts.map((part, at) => `    char part_${at}[${size(part)}];\n`).join("")}};\n` +
        `inline constexpr Later later_texts = {\n    ${parts.map(words).join(",\n    ")},\n};\n`;
}

// Marks both ends of the later texts; occurs nowhere else in the program.
export const later_mark = "\u0001later texts\u0001";

// The keys in the order of their positions, sorted by bytes as C++ compares. The first is the empty key, of a default TextKey.
export const places_of = (texts) => ["", ...Object.keys(texts).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))];

// The keys in a list file, one per line.
export const first_of = (list) => new Set(list.split("\n").filter((line) => line && !line.startsWith("#")));

const array = (name, values) => `inline constexpr std::array<std::string_view, ${values.length}> ${name}{\n${values.map((value) => `    ${literal(value)},\n`).join("")}};\n`;

const file = (content) => `// Generated by tools/generate_texts.mjs from assets/texts.\n#pragma once\n#include <array>\n#include <cstddef>\n#include <string_view>\n\nnamespace base {\n\n${content}\n}  // namespace base\n`;

function write_if_changed(path, content) {
    let there = null;
    try {
        there = readFileSync(path, "utf8");
    } catch {
        // The file does not exist yet.
    }
    if (there !== content) writeFileSync(path, content);
}

function main([texts, output]) {
    if (!output) {
        console.error("usage: generate_texts.mjs TEXTS_FOLDER OUTPUT/texts_data.hpp");
        return 2;
    }
    const { fr, en, faults } = check(readFileSync(join(texts, "fr.json"), "utf8"), readFileSync(join(texts, "en.json"), "utf8"));
    if (faults.length) {
        for (const fault of faults) console.error(`${texts}: ${fault}`);
        return 1;
    }
    const keys = places_of(fr).slice(1);
    mkdirSync(dirname(output), { recursive: true });
    write_if_changed(join(dirname(output), "texts_keys.hpp"), file(array("text_keys", ["", ...keys])));
    const first = first_of(readFileSync(join(texts, "first.txt"), "utf8"));
    const parted = (values, is_first) => ["", ...keys.map((key, at) => first.has(key) === is_first ? values[at] : "")];
    const of = (is_first) => [keys.map((key) => fr[key]), keys.map((key) => en[key]), keys].map((values) => parted(values, is_first));
    const count = `inline constexpr std::size_t number_of_texts = ${keys.length + 1};\n`;
    const names = ["first_fr", "first_en", "first_keys"];
    write_if_changed(output, file([count, ...of(true).map((values, at) => joined(names[at], values))].join("\n")));
    write_if_changed(join(dirname(output), "texts_later_data.hpp"), file([count, later(of(false).flat())].join("\n")));
    return 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = main(process.argv.slice(2));
