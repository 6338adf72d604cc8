import { Language, Parser, type Tree, type TreeCursor } from 'web-tree-sitter';
import { readWasm } from '../wasm.ts';

/** Tree-sitter with HCL's grammar (https://github.com/tree-sitter-grammars/tree-sitter-hcl), ready to parse. */
export interface HclLanguage {
  /**
   * The syntax tree of `text`, which the caller must delete; `undefined` when parsing it takes more steps than
   * any sensible text of its length. Node offsets are UTF-16 code units.
   * @param previous the tree of an earlier version of the text, already edited to fit.
   */
  parse(text: string, previous?: Tree): Tree | undefined;
  /** What the node is on which the cursor stands. */
  kindOf(cursor: TreeCursor): NodeKind;
}

/** The grammar's node types that are read; every other node is `other`, a missing or wrong piece is `error`. */
export type NodeKind = (typeof READ_KINDS)[number] | 'error' | 'other';

/** Loads the parser once; later calls give the same one. */
export function loadHclLanguage(): Promise<HclLanguage> {
  loading ??= load();
  return loading;
}

let loading: Promise<HclLanguage> | undefined;

async function load(): Promise<HclLanguage> {
  const [library, grammar] = await Promise.all([
    readWasm('web-tree-sitter.wasm'),
    readWasm('tree-sitter-terraform.wasm'),
  ]);
  // `locateFile` only keeps the library from asking where its own script lies, which a bundle cannot tell.
  await Parser.init({ wasmBinary: copyOf(library), locateFile: (file: string) => file });
  const language = await Language.load(grammar);
  const parser = new Parser().setLanguage(language);
  const kinds = language.types.map(kindOf);
  return {
    parse: (text, previous) => parseBounded(parser, text, previous),
    kindOf: cursor => kinds[cursor.nodeTypeId] ?? 'error',
  };
}

/** The library wants the buffer itself, and a reader may hand out a part of a larger one. */
function copyOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

function parseBounded(parser: Parser, text: string, previous: Tree | undefined): Tree | undefined {
  const limit = CALLS_FOR_ANY_TEXT + text.length * CALLS_PER_CHARACTER;
  let calls = 0;
  const tree = parser.parse(index => text.slice(index, index + CHUNK), previous ?? null, {
    progressCallback: () => ++calls > limit,
  });
  if (!tree) parser.reset();
  return tree ?? undefined;
}

/** The library copies at most this much at a time. */
const CHUNK = 4096;

/** The parser calls back every hundred steps. Counting steps, not time, gives the same answer on every machine. */
const CALLS_FOR_ANY_TEXT = 1000;
const CALLS_PER_CHARACTER = 0.5;

function kindOf(type: string): NodeKind {
  return READ_KINDS.find(kind => kind === type) ?? 'other';
}

const READ_KINDS = [
  'body',
  'attribute',
  'block',
  'block_start',
  'block_end',
  'identifier',
  'string_lit',
  'expression',
  'literal_value',
  'template_expr',
  'quoted_template',
  'heredoc_template',
  'heredoc_identifier',
  'template_interpolation',
  'template_directive',
  'template_if',
  'template_if_intro',
  'template_else_intro',
  'template_if_end',
  'template_for',
  'template_for_start',
  'template_for_end',
  'quoted_template_start',
  'quoted_template_end',
  'collection_value',
  'tuple',
  'object',
  'object_elem',
  'variable_expr',
  'get_attr',
  'index',
  'new_index',
  'legacy_index',
  'splat',
  'attr_splat',
  'full_splat',
  'function_call',
  'function_arguments',
  'ellipsis',
  'for_expr',
  'for_tuple_expr',
  'for_object_expr',
  'for_intro',
  'for_cond',
  'operation',
  'unary_operation',
  'binary_operation',
  'conditional',
  'comment',
  '(',
  ')',
] as const;
