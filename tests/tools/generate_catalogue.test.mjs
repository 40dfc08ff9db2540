// Which faults in the company's catalogue the build rejects, and what it generates.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { faults_of, header_of } from "../../tools/generate_catalogue.mjs";

const shipped = () => JSON.parse(readFileSync(new URL("../../assets/catalogue.json", import.meta.url), "utf8"));
const faults_with = (change) => {
    const catalogue = shipped();
    change(catalogue);
    return faults_of(catalogue);
};

test("the catalogue that is shipped is taken", () => {
    assert.deepEqual(faults_of(shipped()), []);
});

test("what is missing is named with its place", () => {
    for (const name of Object.keys(shipped())) assert.deepEqual(faults_with((catalogue) => delete catalogue[name]), [`$.${name}: missing`]);
    for (const name of Object.keys(shipped().seller)) assert.ok(faults_with((catalogue) => delete catalogue.seller[name]).includes(`$.seller.${name}: missing`), name);
    assert.deepEqual(faults_with((catalogue) => delete catalogue.hosting.kept_days), ["$.hosting.kept_days: missing"]);
    assert.deepEqual(faults_with((catalogue) => delete catalogue.endings["*"]), ["$.endings.*: missing"]);
    assert.deepEqual(faults_with((catalogue) => delete catalogue.vat.FR), ["$.vat.FR: missing, the seller is there"]);
});

test("a word that is not known is refused: it would say nothing", () => {
    assert.deepEqual(faults_with((catalogue) => (catalogue.prices = {})), ["$.prices: not known"]);
    assert.deepEqual(faults_with((catalogue) => (catalogue.endings.fr.graceful_days = 3)), ["$.endings.fr.graceful_days: not known"]);
});

test("amounts are whole cents by the day from which on they hold", () => {
    for (const bad of [850, [], {}, { "2026-02-30": 850 }, { "2026-1-1": 850 }, { "2026-01-01": 8.5 }, { "2026-01-01": -1 }, { "2026-01-01": "850" }, { "2026-01-01": 10 ** 9 }])
        assert.equal(faults_with((catalogue) => (catalogue.endings.fr.year = bad)).length, 1, JSON.stringify(bad));
    assert.deepEqual(faults_with((catalogue) => (catalogue.endings.fr.year = { "2026-01-01": 850, "2027-01-01": 900 })), []);
});

test("days, years, servers and endings are what they are called", () => {
    const bad = [
        (catalogue) => (catalogue.endings.fr.grace_days = -1),
        (catalogue) => (catalogue.endings.fr.max_years = 0),
        (catalogue) => (catalogue.endings.fr.offered = "yes"),
        (catalogue) => (catalogue.endings.FR = {}),
        (catalogue) => (catalogue.endings[".fr"] = {}),
        (catalogue) => (catalogue.nameservers = ["ns1.host.example"]),
        (catalogue) => (catalogue.nameservers = ["ns1.host.example", "ns2 host"]),
        (catalogue) => (catalogue.vat.FR = { "2014-01-01": 1001 }),
        (catalogue) => (catalogue.seller.name = 'a "\n'),
        (catalogue) => (catalogue.years_ahead = 1.5),
    ];
    for (const change of bad) assert.equal(faults_with(change).length, 1, String(change));
    for (const nothing of [null, [], 3, "text"]) assert.deepEqual(faults_of(nothing), ["$: an object is expected"]);
});

test("prices are written by day, whatever their order in the file, and an ending is like the others but for what it says", () => {
    const catalogue = shipped();
    catalogue.hosting.year = { "2027-01-01": 7000, "2014-01-01": 6000 };
    const header = header_of(catalogue, "catalogue.json");
    assert.match(header, /\{\{base::Date\{16071\}, 6000\}, \{base::Date\{20819\}, 7000\}\}/);
    assert.match(header, /\{\.tld = "info", \.grace_days = 45, [^}]*\.offered = false, \.letters = ""\}/);
});
