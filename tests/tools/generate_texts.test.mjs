// Which faults in the texts the build rejects, and the compact form of the public suffix list.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { unknown_keys } from "../../tools/check_texts.mjs";
import { check, faults_of_english, faults_of_french } from "../../tools/generate_texts.mjs";
import { text_of, tree_of } from "../../tools/generate_public_suffixes.mjs";

const faults = (fr, en) => check(JSON.stringify(fr), JSON.stringify(en)).faults;

test("sentences that are in both languages, with the same gaps, are taken", () => {
    assert.deepEqual(faults({ "a.b": "{0} {0:domaine|domaines}" }, { "a.b": "{0} {0:domain|domains}" }), []);
    assert.deepEqual(faults({ "a.b": "De {0} à {1}" }, { "a.b": "To {1} from {0}" }), []);
});

test("a sentence that is missing in one language is refused", () => {
    assert.deepEqual(faults({ "a.a": "Oui", "a.b": "Non" }, { "a.a": "Yes" }), ["a.b is in fr.json only"]);
    assert.deepEqual(faults({ "a.a": "Oui" }, { "a.a": "Yes", "a.b": "No" }), ["a.b is in en.json only"]);
});

test("gaps that differ between the languages, or make no sense, are refused", () => {
    assert.deepEqual(faults({ "a.a": "Le {0}" }, { "a.a": "The" }), ["a.a: the languages have different gaps"]);
    assert.equal(faults({ "a.a": "{name}" }, { "a.a": "{name}" }).length, 2);
    assert.equal(faults({ "a.a": "{0:un}" }, { "a.a": "{0:one}" }).length, 2);
    assert.equal(faults({ "a.a": "}" }, { "a.a": "a" }).length, 1);
});

test("a key that stands twice, is empty or oddly written is refused", () => {
    assert.deepEqual(check('{\n"a.a": "Un",\n"a.a": "Deux"\n}', '{"a.a": "One"}').faults, ["fr: a.a stands twice"]);
    assert.equal(faults({ "a.a": " " }, { "a.a": "b" }).length, 1);
    assert.equal(faults({ "A b": "Un" }, { "A b": "One" }).length, 2);
    assert.equal(faults({ word: "Un" }, { word: "One" }).length, 2);
});

test("French blanks that would break a line are refused", () => {
    const good = ["Vraiment\u202f?", "Non\u202f; oui\u202f!", "Deux\u00a0: un", "«\u00a0mot\u00a0»", "à 10:30", "Quoi\u202f?!", "voir https://example.fr/?a=1;b"];
    for (const sentence of good) assert.deepEqual(faults_of_french(sentence), [], sentence);
    const bad = ["Vraiment ?", "Vraiment?", "Non\u00a0;", "Deux : un", "Deux\u202f: un", "« mot »", "«mot»", "l'été", 'le "mot"'];
    for (const sentence of bad) assert.notDeepEqual(faults_of_french(sentence), [], sentence);
});

test("English sentences have English blanks and quotes", () => {
    const good = ["Really?", "No; yes!", "Two: one", "“word”", "the host’s", "to €10, 20%", "Loading…", "Hello,\nall is well."];
    for (const sentence of good) assert.deepEqual(faults_of_english(sentence), [], sentence);
    const bad = ["Really ?", "Two\u00a0: one", "«\u00a0word\u00a0»", "the host's", 'the "word"'];
    for (const sentence of bad) assert.notDeepEqual(faults_of_english(sentence), [], sentence);
    assert.deepEqual(faults({ "a.a": "Vraiment\u202f?" }, { "a.a": "Really\u202f?" }), ["en: a.a: no blank before ; : ! ? %"]);
});

test("no sentence has three dots, two blanks, or one where none belongs", () => {
    for (const sentence of ["Loading...", "two  blanks", "an end ", " a beginning", "a stop .", "( so )", "Hello, \nyou"])
        for (const faults_of of [faults_of_english, faults_of_french]) assert.notDeepEqual(faults_of(sentence), [], sentence);
    assert.notDeepEqual(faults_of_french("un “mot”"), []);
});

test("the sentences of the demo, which stand in its source, are written as carefully", () => {
    const folder = new URL("../../src/demo/", import.meta.url);
    const sentences = readdirSync(folder).filter((name) => name.endsWith(".cpp"))
        .flatMap((name) => [...readFileSync(new URL(name, folder), "utf8").matchAll(/"((?:[^"\\\n]|\\.)*)"/g)])
        .map((match) => match[1].replace(/\\u([0-9a-f]{4})/g, (_, code) => String.fromCharCode(parseInt(code, 16))).replaceAll("\\n", "\n"))
        .filter((words) => /^\p{Lu}.*\p{L} \p{L}.*[.?!]$/su.test(words));
    assert.ok(sentences.length > 10, `only ${sentences.length} found`);
    for (const sentence of sentences) assert.deepEqual(faults_of_french(sentence), [], sentence);
});

test("a key that does not exist is found in code, with its line", () => {
    const found = (code, strict = true) => unknown_keys(code, new Set(["home.title", "home.all"]), strict).map(({ key, line }) => `${line} ${key}`);
    assert.deepEqual(found('ui::text("home.title");\nui::text("home.titel");\n\n  button("go.there");'), ["2 home.titel", "4 go.there"]);
    assert.deepEqual(found('say("home" ".none")'), ["1 home.none"]);
    assert.deepEqual(found('say("home."\n    "none")'), ["1 home.none"]);
    assert.deepEqual(found(`const char c = '"'; say("home.none"); const char d = '"';`), ["1 home.none"]);
    assert.deepEqual(found('const int million = 1\'000\'000; say("home.none");'), ["1 home.none"]);
    assert.deepEqual(found('say("a \\" quote"); say("home.none"); // "home.comment"\n/* "home.no" */ R"(home.raw "home.in")"'), ["1 home.none"]);
    assert.deepEqual(found('#include "home.hpp"\n#include "base/home.hpp"\nsay("Home.Title"); say("home"); say("icons.ttf");'), []);
});

test("in tests a name is taken for a key where it begins like one", () => {
    const found = (code) => unknown_keys(code, new Set(["home.title"]), false).map(({ key }) => key);
    assert.deepEqual(found('world.press("home.none"); host("example.fr"); find_key("no.such.key"); TextKey("example.fr"); TextKey{"a.b"}'),
        ["home.none", "example.fr", "a.b"]);
});

test("the public suffix list keeps its rules, wildcards, exceptions and who says so", () => {
    const list = "// a comment\n// ===BEGIN ICANN DOMAINS===\nfr\nasso.fr\n*.ck\n!www.ck\n公司.cn\n// ===BEGIN PRIVATE DOMAINS===\nblog.fr\n*.box.fr\n";
    assert.equal(text_of(tree_of(list)), "ck/2(www/4),cn/0(xn--55qx5d),fr(asso,blog/8,box/16)");
    assert.throws(() => tree_of("a b\n..\n"));
});
