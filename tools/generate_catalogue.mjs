// Turns the company's catalogue into C++ constants: `node tools/generate_catalogue.mjs assets/catalogue.json HEADER`
// If anything is missing, unknown or out of range, reports it with its path and writes nothing.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const most_cents = 10 ** 8;

const is_text = (value) => typeof value === "string" && /^[^\x00-\x1f]+$/.test(value);
const is_whole = (least, most) => (value) => Number.isInteger(value) && value >= least && value <= most;
const is_flag = (value) => typeof value === "boolean";
const is_host_name = (value) => is_text(value) && /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+$/.test(value);
const is_day = (value) => {
    const time = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : NaN;
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
};

// The types of the members, each as words and a test.
const text = ["a text", is_text];
const days = ["a whole number from 0 to 3650", is_whole(0, 3650)];
const years = ["a whole number from 1 to 100", is_whole(1, 100)];
const flag = ["true or false", is_flag];
const seller = { name: text, address: text, postal_code: text, city: text, country: ["two capital letters", (value) => /^[A-Z]{2}$/.test(value)], siren: text, vat_number: text, email: text };
const policy = { grace_days: days, redemption_days: days, pending_delete_days: days, max_years: years, year: "cents", restore: "cents", gives_code: flag, validates: flag, hold_days: days, offered: flag, letters: ["letters beyond ASCII, or an empty text", (value) => typeof value === "string" && /^[^\x00-\x7f]*$/.test(value)] };
const hosting = { kept_days: days, max_years: years, year: "cents" };
const outermost = ["seller", "nameservers", "years_ahead", "vat", "hosting", "endings"];

const is_object = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

// Amounts by the day from which they apply.
function faults_of_amounts(at, value, most) {
    if (!is_object(value) || Object.keys(value).length === 0) return [`${at}: amounts by day are expected`];
    return Object.entries(value).flatMap(([day, amount]) => [
        ...(is_day(day) ? [] : [`${at}: “${day}” is no day`]),
        ...(is_whole(0, most)(amount) ? [] : [`${at}.${day}: a whole number from 0 to ${most} is expected`]),
    ]);
}

function faults_of_object(at, value, members) {
    if (!is_object(value)) return [`${at}: an object is expected`];
    const faults = Object.keys(value).filter((name) => !(name in members)).map((name) => `${at}.${name}: not known`);
    for (const [name, wanted] of Object.entries(members)) {
        if (!(name in value)) faults.push(`${at}.${name}: missing`);
        else if (wanted === "cents") faults.push(...faults_of_amounts(`${at}.${name}`, value[name], most_cents));
        else if (!wanted[1](value[name])) faults.push(`${at}.${name}: ${wanted[0]} is expected`);
    }
    return faults;
}

// A TLD inherits from "*" what it does not set itself, except `offered`.
const whole_policy = (endings, tld) => ({ ...endings["*"], ...(tld === "*" ? {} : { offered: false }), ...endings[tld] });

export function faults_of(catalogue) {
    if (!is_object(catalogue)) return ["$: an object is expected"];
    const faults = [
        ...Object.keys(catalogue).filter((name) => !outermost.includes(name)).map((name) => `$.${name}: not known`),
        ...outermost.filter((name) => !(name in catalogue)).map((name) => `$.${name}: missing`),
    ];
    if (faults.length) return faults;
    faults.push(...faults_of_object("$.seller", catalogue.seller, seller));
    if (!Array.isArray(catalogue.nameservers) || catalogue.nameservers.length < 2 || !catalogue.nameservers.every(is_host_name)) faults.push("$.nameservers: two host names or more are expected");
    if (!years[1](catalogue.years_ahead)) faults.push(`$.years_ahead: ${years[0]} is expected`);
    if (!is_object(catalogue.vat)) faults.push("$.vat: an object is expected");
    else {
        if (!(catalogue.seller?.country in catalogue.vat)) faults.push(`$.vat.${catalogue.seller?.country}: missing, the seller is there`);
        for (const [country, rates] of Object.entries(catalogue.vat)) faults.push(...faults_of_amounts(`$.vat.${country}`, rates, 1000));
    }
    faults.push(...faults_of_object("$.hosting", catalogue.hosting, hosting));
    if (!is_object(catalogue.endings) || !is_object(catalogue.endings["*"])) return [...faults, "$.endings.*: missing"];
    for (const [tld, said] of Object.entries(catalogue.endings)) {
        if (tld !== "*" && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(tld)) faults.push(`$.endings.${tld}: an ending in ASCII, without a dot before it, is expected`);
        faults.push(...(is_object(said) ? faults_of_object(`$.endings.${tld}`, whole_policy(catalogue.endings, tld), policy) : [`$.endings.${tld}: an object is expected`]));
    }
    return faults;
}

const quoted = (value) => JSON.stringify(value);

export function header_of(catalogue, file) {
    const lists = new Map();
    // Equal lists share one array.
    const since = (amounts) => {
        const entries = Object.entries(amounts).sort(([a], [b]) => (a < b ? -1 : 1));
        const text = entries.map(([day, amount]) => `{base::Date{${Date.parse(`${day}T00:00:00Z`) / 86_400_000}}, ${amount}}`).join(", ");
        if (!lists.has(text)) lists.set(text, `since_${lists.size}`);
        return lists.get(text);
    };
    const policy_text = (tld) => {
        const said = whole_policy(catalogue.endings, tld);
        const members = Object.keys(policy).map((name) => `.${name} = ${policy[name] === "cents" ? since(said[name]) : JSON.stringify(said[name])}`);
        return `{.tld = ${quoted(tld === "*" ? "" : tld)}, ${members.join(", ")}}`;
    };
    const named = Object.keys(catalogue.endings).filter((tld) => tld !== "*");
    const policies = named.map((tld) => `    ${policy_text(tld)},`).join("\n");
    const other = policy_text("*");
    const year = since(catalogue.hosting.year);
    const vat = Object.entries(catalogue.vat).map(([country, rates]) => `{${quoted(country)}, ${since(rates)}}`).join(", ");
    return `// Made by tools/generate_catalogue.mjs from ${file}.
#pragma once
#include "model/billing/catalogue.hpp"

namespace demo::catalogue_data {

${[...lists].map(([text, name]) => `inline constexpr model::From ${name}[] = {${text}};`).join("\n")}
inline constexpr std::string_view nameservers[] = {${catalogue.nameservers.map(quoted).join(", ")}};
inline constexpr model::VatRate vat[] = {${vat}};
inline constexpr model::TldPolicy policies[] = {
${policies}
};
inline constexpr model::TldPolicy other = ${other};
inline constexpr model::HostingPlan hosting = {.kept_days = ${catalogue.hosting.kept_days}, .max_years = ${catalogue.hosting.max_years}, .year = ${year}};
inline constexpr int years_ahead = ${catalogue.years_ahead};
inline model::Party seller() { return {${["name", "contact", ...Object.keys(seller).slice(1)].map((name) => `.${name} = ${quoted(catalogue.seller[name] ?? "")}`).join(", ")}}; }

}  // namespace demo::catalogue_data
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const [from, to] = process.argv.slice(2);
    let catalogue;
    try {
        catalogue = JSON.parse(readFileSync(from, "utf8"));
    } catch (error) {
        console.error(`${from}: ${error.message}`);
        process.exit(1);
    }
    const faults = faults_of(catalogue);
    for (const fault of faults) console.error(`${from}: ${fault}`);
    if (faults.length) process.exit(1);
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, header_of(catalogue, path.basename(from)));
}
