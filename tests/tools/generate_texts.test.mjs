// What the build refuses in the sentences on screen, and how the public suffix list is made small.
import assert from "node:assert/strict";
import test from "node:test";
import { check, faults_of_french } from "../../tools/generate_texts.mjs";
import { text_of, tree_of } from "../../tools/generate_public_suffixes.mjs";

const faults = (fr, en) => check(JSON.stringify(fr), JSON.stringify(en)).faults;

test("sentences that are in both languages, with the same gaps, are taken", () => {
    assert.deepEqual(faults({ "a.b": "{0} {0:domaine|domaines}" }, { "a.b": "{0} {0:domain|domains}" }), []);
    assert.deepEqual(faults({ "a.b": "De {0} à {1}" }, { "a.b": "To {1} from {0}" }), []);
});

test("a sentence that is missing in one language is refused", () => {
    assert.deepEqual(faults({ a: "Oui", b: "Non" }, { a: "Yes" }), ["b is in fr.json only"]);
    assert.deepEqual(faults({ a: "Oui" }, { a: "Yes", b: "No" }), ["b is in en.json only"]);
});

test("gaps that differ between the languages, or make no sense, are refused", () => {
    assert.deepEqual(faults({ a: "Le {0}" }, { a: "The" }), ["a: the languages have different gaps"]);
    assert.equal(faults({ a: "{name}" }, { a: "{name}" }).length, 2);
    assert.equal(faults({ a: "{0:un}" }, { a: "{0:one}" }).length, 2);
    assert.equal(faults({ a: "}" }, { a: "a" }).length, 1);
});

test("a key that stands twice, is empty or oddly written is refused", () => {
    assert.deepEqual(check('{\n"a": "Un",\n"a": "Deux"\n}', '{"a": "One"}').faults, ["fr: a stands twice"]);
    assert.equal(faults({ a: " " }, { a: "b" }).length, 1);
    assert.equal(faults({ "A b": "Un" }, { "A b": "One" }).length, 2);
});

test("French blanks that would break a line are refused", () => {
    const good = ["Vraiment\u202f?", "Non\u202f; oui\u202f!", "Deux\u00a0: un", "«\u00a0mot\u00a0»", "à 10:30", "Quoi\u202f?!", "voir https://example.fr/?a=1;b"];
    for (const sentence of good) assert.deepEqual(faults_of_french(sentence), [], sentence);
    const bad = ["Vraiment ?", "Vraiment?", "Non\u00a0;", "Deux : un", "Deux\u202f: un", "« mot »", "«mot»", "l'été", 'le "mot"'];
    for (const sentence of bad) assert.notDeepEqual(faults_of_french(sentence), [], sentence);
});

test("the public suffix list keeps its rules, wildcards, exceptions and who says so", () => {
    const list = "// a comment\n// ===BEGIN ICANN DOMAINS===\nfr\nasso.fr\n*.ck\n!www.ck\n公司.cn\n// ===BEGIN PRIVATE DOMAINS===\nblog.fr\n*.box.fr\n";
    assert.equal(text_of(tree_of(list)), "ck/2(www/4),cn/0(xn--55qx5d),fr(asso,blog/8,box/16)");
    assert.throws(() => tree_of("a b\n..\n"));
});
