import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setWasmReader, type WasmFile } from '../../src/parsers/wasm.ts';

/** Imported for its effect: lets tests read the WebAssembly files from the packages that they come in. */
const PACKAGES: Readonly<Record<WasmFile, string>> = {
  'web-tree-sitter.wasm': 'web-tree-sitter/web-tree-sitter.wasm',
  'tree-sitter-terraform.wasm': '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
};

const { resolve } = createRequire(import.meta.url);

setWasmReader(file => readFile(resolve(PACKAGES[file])));
