// Checks that every text key in the C++ code is in assets/texts. The compiler does so only in builds for the browser; this is a
// quick check of all code (src/base/texts.hpp says why).
//   node tools/check_texts.mjs assets/texts/fr.json STAMP src tests
// In src each literal that has the form of a key must be one. In tests, which are full of domain names, only literals that
// begin like a key or are in a TextKey. Literals in any other form cannot become a TextKey.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { key_form } from "./generate_texts.mjs";

// Literals in src that look like keys but are not: files, host names, names in the browser's storage, columns of a table.
const others = [/\.(ttf|txt)$/, /\.(example|invalid)$/, /^services\.(columns|filters)$/, /^detail\./];

// Splits code into comments, raw literals, characters and sequences of adjacent literals; skips the rest.
const pieces = /\/\/[^\n]*|\/\*[^]*?\*\/|R"([^()\\\s]*)\([^]*?\)\1"|(?<![0-9a-zA-Z])'(?:[^'\\\n]|\\.)+'|"(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*/g;

// Returns [{ key, line }]. With `strict` everything that looks like a key must be one.
export function unknown_keys(code, keys, strict) {
    const beginnings = new Set([...keys].map((key) => key.split(".")[0]));
    const unknown = [];
    for (const { 0: piece, index } of code.matchAll(pieces)) {
        if (piece[0] !== '"') continue;
        const literal = [...piece.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map((part) => part[1]).join("");
        if (!key_form.test(literal) || keys.has(literal)) continue;
        const before = code.slice(0, index);
        if (/#\s*include\s*$/.test(before)) continue;
        const named = /\bTextKey\s*[({]\s*$/.test(before);
        if (named || (strict ? !others.some((other) => other.test(literal)) : beginnings.has(literal.split(".")[0])))
            unknown.push({ key: literal, line: before.split("\n").length });
    }
    return unknown;
}

function* files_of(folder) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) yield* files_of(path);
        else if (/\.[ch]pp$/.test(path)) yield path;
    }
}

function main([texts, stamp, ...folders]) {
    if (!folders.length) {
        console.error("usage: check_texts.mjs FR.json STAMP FOLDER…");
        return 2;
    }
    const keys = new Set(Object.keys(JSON.parse(readFileSync(texts, "utf8"))));
    let faults = 0;
    for (const folder of folders)
        for (const file of files_of(folder))
            for (const { key, line } of unknown_keys(readFileSync(file, "utf8"), keys, folder === "src")) {
                console.error(`${file}:${line}: error: there is no sentence "${key}" in ${texts}`);
                ++faults;
            }
    if (faults) return 1;
    writeFileSync(stamp, "");
    return 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = main(process.argv.slice(2));
