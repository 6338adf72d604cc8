import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cachedDataVersionTag, getHeapCodeStatistics } from 'node:v8';
import { Script } from 'node:vm';
import * as zlib from 'node:zlib';
import { type CacheFolders, cacheFolder } from './cache-folder.ts';

/** What of the process environment says where compiled code is kept, and whether. */
export interface CodeCacheVariables extends CacheFolders {
  /** Node's own variable for its own such cache. */
  readonly NODE_DISABLE_COMPILE_CACHE?: string | undefined;
}

/**
 * Runs a program with what V8 made of its functions at an earlier run: compiling them is
 * most of what a short run costs. As it exits, the process writes that down if it had to compile a good deal more. The
 * program behaves the same without: a copy that is missing, damaged, of another program or of another V8 is passed over.
 *
 * https://nodejs.org/api/vm.html#scriptcreatecacheddata
 *
 * @param program the absolute path of the program's file: a CommonJS module in its wrapper, which put around it here would
 *   cost a second copy of the text (https://nodejs.org/api/modules.html#the-module-wrapper), all of ASCII
 */
export function runWithCodeCache(program: string, variables: CodeCacheVariables): void {
  const source = readFileSync(program);
  const file = cacheFile(source, variables);
  const kept = file === undefined ? undefined : readKept(file);
  const script = new Script(source.toString('latin1'), {
    filename: program,
    ...(kept ? { cachedData: kept.code } : {}),
  });
  if (file !== undefined) {
    const known = kept && !script.cachedDataRejected ? kept.bytecodeSize : 0;
    process.once('exit', () => {
      const { bytecode_and_metadata_size: bytecodeSize } = getHeapCodeStatistics();
      if (bytecodeSize > known * WORTH_WRITING) keep(file, bytecodeSize, script.createCachedData());
    });
  }
  const module = { exports: {} };
  script
    .runInThisContext()
    .call(module.exports, module.exports, createRequire(program), module, program, dirname(program));
}

/** How many times as much must be compiled as was known. */
const WORTH_WRITING = 1.05;

/** One file for each program and each V8 with its settings; `undefined` where none can be kept. */
function cacheFile(source: Buffer, variables: CodeCacheVariables): string | undefined {
  if (variables.NODE_DISABLE_COMPILE_CACHE || !CAN_CHECK) return undefined;
  const folder = cacheFolder(variables, 'code');
  return folder && join(folder, `${hex(cachedDataVersionTag())}-${hex(zlib.crc32(source))}.bin`);
}

/** Node has checksums from 20.15 and 22.2 on. V8 itself trusts what it is given, so nothing is given unchecked. */
const CAN_CHECK = 'crc32' in zlib;

function hex(number: number): string {
  return number.toString(16).padStart(8, '0');
}

interface Kept {
  readonly code: Buffer;
  /** Of all functions in memory when the copy was made, in bytes. */
  readonly bytecodeSize: number;
}

/** A checksum of the rest, and the size of the bytecode: four bytes each. */
const HEADER_LENGTH = 8;

function readKept(file: string): Kept | undefined {
  try {
    if (!isOwn(file)) return undefined;
    const content = readFileSync(file);
    if (content.length < HEADER_LENGTH || content.readUInt32LE(0) !== zlib.crc32(content.subarray(4)))
      return undefined;
    return { code: content.subarray(HEADER_LENGTH), bytecodeSize: content.readUInt32LE(4) };
  } catch {
    return undefined;
  }
}

/** What others could have written is not run. Windows gives every user a folder of their own. */
function isOwn(file: string): boolean {
  const { uid, mode } = statSync(file);
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

function keep(file: string, bytecodeSize: number, code: Buffer): void {
  const content = Buffer.alloc(HEADER_LENGTH + code.length);
  content.writeUInt32LE(bytecodeSize, 4);
  code.copy(content, HEADER_LENGTH);
  content.writeUInt32LE(zlib.crc32(content.subarray(4)), 0);
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // Others may read at the same time: they see the old copy or the new one, never a half.
    const unfinished = `${file}.${process.pid}.tmp`;
    writeFileSync(unfinished, content, { mode: 0o600 });
    renameSync(unfinished, file);
    removeOld(dirname(file));
  } catch {
    // The next run compiles again.
  }
}

/** Copies of programs and of V8s that are no longer in use would remain for ever. */
function removeOld(folder: string): void {
  const files = readdirSync(folder).map(name => join(folder, name));
  const written = new Map(files.map(file => [file, statSync(file).mtimeMs]));
  const byAge = [...written].sort(([, a], [, b]) => b - a);
  for (const [file] of byAge.slice(MOST_COPIES)) rmSync(file, { force: true });
}

const MOST_COPIES = 6;
