import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Where the WebAssembly files are in a checkout, as module specifiers. */
const PACKAGE_FILES: Readonly<Record<string, string>> = {
  'web-tree-sitter.wasm': 'web-tree-sitter/web-tree-sitter.wasm',
  'tree-sitter-terraform.wasm': '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
};

/**
 * The bytes of a WebAssembly file that a parser needs. It lies in the folder of the bundle, which this code is in
 * or one below, and in a checkout in its package.
 */
export function readWasmFile(file: string): Promise<Uint8Array> {
  const beside = [`./${file}`, `../${file}`].map(path => new URL(path, import.meta.url));
  return readFile(
    beside.find(url => existsSync(url)) ??
      createRequire(import.meta.url).resolve(PACKAGE_FILES[file] ?? file),
  );
}
