import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';

/**
 * What an HCL text consists of in the eyes of tree-sitter and its grammar of HCL, one line each: statements, names,
 * calls, collections and literals with their places. Loops are not looked into.
 */
export interface HclOracle {
  /** `undefined` when the grammar does not take the text. */
  outline(text: string): Outline | undefined;
}

export interface Outline {
  readonly lines: readonly string[];
  /** The first words of all names, with their places. */
  readonly names: readonly string[];
  /** The names of loop variables. */
  readonly bound: ReadonlySet<string>;
}

export async function loadHclOracle(): Promise<HclOracle> {
  await Parser.init();
  const { resolve } = createRequire(import.meta.url);
  const grammar = await Language.load(
    resolve('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm'),
  );
  const parser = new Parser().setLanguage(grammar);
  return {
    outline: text => {
      // The grammar wants a line break behind the end of a heredoc, also at the end of the file.
      const tree = parser.parse(`${text}\n`);
      if (!tree || tree.rootNode.hasError) return undefined;
      const outline = { lines: [], names: [], bound: new Set<string>() };
      readBody(tree.rootNode, outline);
      tree.delete();
      return outline;
    },
  };
}

interface OpenOutline {
  readonly lines: string[];
  readonly names: string[];
  readonly bound: Set<string>;
}

function readBody(node: Node, outline: OpenOutline): void {
  for (const child of node.namedChildren) {
    if (child.type === 'attribute') {
      outline.lines.push(`attribute ${firstOf(child, 'identifier')?.text} ${place(child)}`);
      for (const value of expressionsIn(child)) readExpression(value, outline);
      collectNames(child, outline);
    } else if (child.type === 'block') {
      const labels = child.namedChildren.filter(
        each => each.type === 'identifier' || each.type === 'string_lit',
      );
      outline.lines.push(
        `block ${labels.map(each => each.text.replace(/^"|"$/g, '')).join(' ')} ${place(child)}`,
      );
      readBody(child, outline);
    } else if (child.type === 'body') readBody(child, outline);
  }
}

function readExpression(node: Node, outline: OpenOutline): void {
  switch (node.type) {
    case 'literal_value':
      readLiteral(node, outline);
      return;
    case 'conditional': {
      const [condition, ...options] = expressionsIn(node);
      // The grammar takes `a ? b : c ? d : e` for `(a ? b : c) ? d : e`.
      const earlier = condition?.namedChildren.find(each => each.type === 'conditional');
      if (earlier && condition?.childCount === 1) readEarlier(earlier, outline);
      for (const option of options) readExpression(option, outline);
      return;
    }
    case 'function_call':
      outline.lines.push(`call ${firstOf(node, 'identifier')?.text} ${place(node)}`);
      break;
    case 'function_arguments':
      for (const input of node.namedChildren) readInput(input, outline);
      return;
    case 'collection_value':
    case 'for_expr':
      outline.lines.push(`collection ${place(node)}`);
      if (node.type === 'for_expr') return;
      break;
    case 'object_elem': {
      const [, value] = expressionsIn(node);
      if (value) readExpression(value, outline);
      return;
    }
    case 'template_directive':
      return;
  }
  for (const child of node.namedChildren) readExpression(child, outline);
}

/** Of a list of arguments, `list...`, what is in it. */
function readInput(input: Node, outline: OpenOutline): void {
  const only = input.childCount === 1 ? input.firstChild : null;
  const isSpread = input.nextNamedSibling?.type === 'ellipsis';
  if (isSpread && only?.type === 'collection_value')
    for (const item of only.namedChildren) readExpression(item, outline);
  else if (isSpread && only?.type === 'for_expr') {
    const value = only.firstNamedChild && expressionsIn(only.firstNamedChild).at(-1);
    if (value) readExpression(value, outline);
  } else readExpression(input, outline);
}

function readEarlier(conditional: Node, outline: OpenOutline): void {
  const [condition, option] = expressionsIn(conditional);
  const earlier = condition?.namedChildren.find(each => each.type === 'conditional');
  if (earlier && condition?.childCount === 1) readEarlier(earlier, outline);
  if (option) readExpression(option, outline);
}

function readLiteral(node: Node, outline: OpenOutline): void {
  if (node.text.startsWith('"')) outline.lines.push(`literal ${node.startIndex + 1}-${node.endIndex - 1}`);
  else if (node.text !== 'null') outline.lines.push(`literal ${place(node)}`);
}

function collectNames(node: Node, outline: OpenOutline): void {
  if (node.type === 'variable_expr') outline.names.push(`${node.text} ${node.startIndex}`);
  if (node.type === 'for_intro' || node.type === 'template_for_start')
    for (const name of node.namedChildren) if (name.type === 'identifier') outline.bound.add(name.text);
  const [key] = node.type === 'object_elem' ? expressionsIn(node) : [];
  for (const child of node.namedChildren)
    if (child.id !== key?.id || !isWord(child)) collectNames(child, outline);
}

/** A word alone is a key itself, no name. */
function isWord({ text }: Node): boolean {
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(text);
}

function expressionsIn(node: Node): Node[] {
  return node.namedChildren.filter(child => child.type === 'expression');
}

function firstOf(node: Node, type: string): Node | undefined {
  return node.namedChildren.find(child => child.type === type);
}

function place({ startIndex, endIndex }: Node): string {
  return `${startIndex}-${endIndex}`;
}
