// Turns the public suffix list (Debian's package "publicsuffix") into the compact form that
// src/base/public_suffix.cpp reads: the labels as a tree, from the right, sorted.
//     fr(gouv,prd),uk(co,police/2)
//   node tools/generate_public_suffixes.mjs LIST.dat OUTPUT
// The number after a name is a sum of flags: 1 the name is a suffix, 2 every label before it makes a suffix ("*."), 4 it is an
// exception ("!"); times 8 for the rules of companies instead of registries. No number: 1.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { domainToASCII, pathToFileURL } from "node:url";

export function tree_of(list) {
    const root = { flags: 0, below: new Map() };
    let by_company = false;
    for (const line of list.split("\n")) {
        if (line.includes("===BEGIN PRIVATE DOMAINS===")) by_company = true;
        const rule = line.trim().split(/\s/)[0];
        if (!rule || rule.startsWith("//")) continue;
        const flag = rule.startsWith("!") ? 4 : rule.startsWith("*.") ? 2 : 1;
        const name = domainToASCII(rule.replace(/^(!|\*\.)/, ""));
        if (!name || !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(name)) throw new Error(`cannot read the rule ${rule}`);
        let node = root;
        for (const label of name.split(".").reverse()) {
            if (!node.below.has(label)) node.below.set(label, { flags: 0, below: new Map() });
            node = node.below.get(label);
        }
        node.flags |= by_company ? flag * 8 : flag;
    }
    return root;
}

export function text_of(node) {
    return [...node.below.keys()].sort().map((label) => {
        const child = node.below.get(label);
        return label + (child.flags === 1 ? "" : `/${child.flags}`) + (child.below.size ? `(${text_of(child)})` : "");
    }).join(",");
}

function main([list, output]) {
    if (!output) {
        console.error("usage: generate_public_suffixes.mjs LIST.dat OUTPUT");
        return 2;
    }
    const text = text_of(tree_of(readFileSync(list, "utf8")));
    if (text.length < 10000) throw new Error(`${list} holds too little to be the list`);
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(output, text);
    return 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = main(process.argv.slice(2));
