import { type HclParser, loadHclParser } from '../../parsers/hcl/parse.ts';
import { scanStructure } from '../../parsers/hcl/structure.ts';
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
export async function readModule(folder: string, sources: ReadonlyMap<string, Source>): Promise<ModuleFiles> {
  const parser = await loadParser();
  const all = [...sources.values()];
  const own = all.filter(({ path }) => dirname(path) === folder);
  const below = folder === '' ? '' : `${folder}/`;
  return {
    folder,
    files: own.filter(({ path }) => NATIVE.test(path)).map(source => readFile(source, parser)),
    values: all
      .filter(({ path }) => path.startsWith(below) && path.endsWith('.tfvars'))
      .map(source => readFile(source, parser)),
    json: own.filter(({ path }) => /\.(?:tf|tofu)\.json$/.test(path)),
  };
}

/** Terraform's and OpenTofu's own syntax. */
export const NATIVE = /\.(?:tf|tofu)$/;

/** Another reading of a text of the module: what a fix would make of it. */
export async function readText(path: string, text: string): Promise<ModuleFile> {
  return readFile(makeSource(path, text), await loadParser());
}

/** The top-level blocks of all files. */
export function blocksIn({ files }: ModuleFiles): PlacedBlock[] {
  return files.flatMap(file => file.tree.body.blocks.map(block => ({ file, block })));
}

let loading: Promise<HclParser> | undefined;

/** Names need no meaning here: only where they stand counts. */
function loadParser(): Promise<HclParser> {
  loading ??= loadHclParser((_root, _steps, span) => ({
    type: 'unknown',
    reason: 'unsupported-expression',
    span,
  }));
  return loading;
}

function readFile(source: Source, parser: HclParser): ModuleFile {
  const { path, text } = source;
  const pieces: string[] = [];
  const { skeleton, comments } = scanStructure(text);
  let position = 0;
  for (const { start, end } of comments) {
    pieces.push(skeleton.slice(position, start), skeleton.slice(start, end).replace(/[^\r\n]/g, ' '));
    position = end;
  }
  return { path, text, tree: parser.parse(source), code: pieces.join('') + skeleton.slice(position) };
}

/** What stands in each file, in the order given. */
export function byFile<Item extends { readonly file: ModuleFile }>(
  items: Iterable<Item>,
): Map<ModuleFile, Item[]> {
  const groups = new Map<ModuleFile, Item[]>();
  for (const item of items) {
    const group = groups.get(item.file);
    if (group) group.push(item);
    else groups.set(item.file, [item]);
  }
  return groups;
}
