import { createHclParser } from '../../parsers/hcl/parse.ts';
import { codeOf } from '../../parsers/hcl/structure.ts';
import type { HclBlock, HclFile } from '../../parsers/hcl/tree.ts';
import { dirname } from '../../text/path.ts';
import { makeSource, type Source } from '../../text/source.ts';

/** A file of a module in the native syntax. */
export interface ModuleFile {
  readonly path: string;
  readonly text: string;
  readonly tree: HclFile;
  /** The text with blanks for comments and for what is written in quotes: names in it are names. */
  readonly code: string;
}

/** A top-level block and its file. */
export interface PlacedBlock {
  readonly file: ModuleFile;
  readonly block: HclBlock;
}

/** The files of one folder that Terraform reads as one (https://developer.hashicorp.com/terraform/language/files). */
export interface ModuleFiles {
  readonly folder: string;
  readonly files: readonly ModuleFile[];
  /** Files of values for its variables, in the folder and below it. */
  readonly values: readonly ModuleFile[];
  /** Files in the JSON syntax. */
  readonly json: readonly Source[];
}

/** Reads a module from the texts that a finding was made from. */
export function readModule(folder: string, sources: ReadonlyMap<string, Source>): ModuleFiles {
  const all = [...sources.values()];
  const own = all.filter(({ path }) => dirname(path) === folder);
  const below = folder === '' ? '' : `${folder}/`;
  return {
    folder,
    files: own.filter(({ path }) => NATIVE.test(path)).map(readFile),
    values: all.filter(({ path }) => path.startsWith(below) && path.endsWith('.tfvars')).map(readFile),
    json: own.filter(({ path }) => /\.(?:tf|tofu)\.json$/.test(path)),
  };
}

/** Terraform's and OpenTofu's own syntax. */
export const NATIVE = /\.(?:tf|tofu)$/;

/** Another reading of a text of the module: what a fix would make of it. */
export function readText(path: string, text: string): ModuleFile {
  return readFile(makeSource(path, text));
}

/** The top-level blocks of all files. */
export function blocksIn({ files }: ModuleFiles): PlacedBlock[] {
  return files.flatMap(file => file.tree.body.blocks.map(block => ({ file, block })));
}

/** Names need no meaning here: only where they stand counts. */
const PARSER = createHclParser((_root, _steps, span) => ({
  type: 'unknown',
  reason: 'unsupported-expression',
  span,
}));

function readFile(source: Source): ModuleFile {
  const { path, text } = source;
  return { path, text, tree: PARSER.parse(source), code: codeOf(text) };
}
