// Runs a program that was built for the browser: node run_module.mjs NAME.mjs [ARGUMENT…]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [file, ...words] = process.argv.slice(2);
const { default: start } = await import(pathToFileURL(path.resolve(file)).href);
await start({ arguments: words, print: console.log, printErr: console.error, wasmBinary: readFileSync(file.replace(/mjs$/, 'wasm')) });
