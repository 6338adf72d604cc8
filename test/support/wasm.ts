import { readWasmFile } from '../../src/node/wasm.ts';
import { setWasmReader } from '../../src/parsers/wasm.ts';

/** Imported for its effect: what the mains do before the first file is read. */
setWasmReader(readWasmFile);
