/** The WebAssembly files that parsers need. They lie beside the bundle; in a checkout they are in their packages. */
export type WasmFile = 'web-tree-sitter.wasm' | 'tree-sitter-terraform.wasm';

/** Gives the bytes of a file: from disk on Node, by `fetch` in a browser worker. */
export type WasmReader = (file: WasmFile) => Promise<Uint8Array>;

let reader: WasmReader | undefined;

/** Called once by each main, before the first file is read: only a main knows where its files lie. */
export function setWasmReader(readFile: WasmReader): void {
  reader = readFile;
}

/**
 * The bytes of `file`.
 * @throws Error when no main has called `setWasmReader`: a programming mistake, never input.
 */
export async function readWasm(file: WasmFile): Promise<Uint8Array> {
  if (!reader) throw new Error(`setWasmReader must be called before ${file} can be read`);
  return reader(file);
}
