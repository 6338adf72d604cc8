import type { Span } from '../../text/span.ts';
import { type CodeChain, type CodeItem, chainAt, itemsOf } from './call.ts';
import { type CodeGroup, type CodeNode, isMark } from './node.ts';

/** Something called by name, with or without parentheses. */
export interface CodeCall {
  /** With the names before it: `dependencies.implementation`. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly items: readonly CodeItem[];
  /** A block in braces right behind. */
  readonly block?: CodeGroup;
  /** The nodes that the call is part of, and the index behind its arguments. */
  readonly nodes: readonly CodeNode[];
  readonly end: number;
}

/** The calls whose blocks or arguments something stands in, from the inside out. */
export interface CallPath {
  readonly name: string;
  readonly parent?: CallPath;
}

export interface CodeVisitor {
  call?(call: CodeCall, path: CallPath | undefined): void;
  /** `name = value`; `ext['name'] = value` has the name `ext.name`. */
  assignment?(
    name: string,
    value: readonly CodeNode[],
    path: CallPath | undefined,
    /** The name as it is written, without an index behind it. */
    nameSpan: Span,
  ): void;
  /** What stands on a line, between two commas, or behind an assignment; `path` has the name that it is given. */
  statement?(nodes: readonly CodeNode[], path: CallPath | undefined): void;
  group?(group: CodeGroup, path: CallPath | undefined): void;
}

/** Visits what a program text declares, from the outside in and in its order. */
export function walkCode(nodes: readonly CodeNode[], visitor: CodeVisitor): void {
  walkLines(nodes, undefined, visitor);
}

/** Is something by this name around? The name's last part counts. */
export function isWithin(path: CallPath | undefined, ...names: readonly string[]): boolean {
  for (let step = path; step; step = step.parent) {
    if (names.includes(lastPart(step.name))) return true;
  }
  return false;
}

/** `b` of `a.b`. */
export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function walkLines(nodes: readonly CodeNode[], path: CallPath | undefined, visitor: CodeVisitor): void {
  for (const statement of statementsOf(nodes)) walkStatement(statement, path, visitor);
}

/** Lines that belong together: one that ends or begins with an operator goes on with the other. */
function statementsOf(nodes: readonly CodeNode[]): CodeNode[][] {
  const statements: CodeNode[][] = [];
  let statement: CodeNode[] = [];
  nodes.forEach((node, index) => {
    if (node.kind !== 'break') statement.push(node);
    else if (
      !goesOn(statement.at(-1)) &&
      !isMark(nextContent(nodes, index), '.', '%') &&
      statement.length > 0
    ) {
      statements.push(statement);
      statement = [];
    }
  });
  if (statement.length > 0) statements.push(statement);
  return statements;
}

function goesOn(last: CodeNode | undefined): boolean {
  return isMark(last, ',', '=', '+', '.', '%', '\\');
}

/** The next node on the lines below; a long run of empty lines is not searched. */
function nextContent(nodes: readonly CodeNode[], index: number): CodeNode | undefined {
  for (let at = index + 1; at < index + 20; at++) {
    if (nodes[at]?.kind !== 'break') return nodes[at];
  }
  return undefined;
}

function walkStatement(nodes: readonly CodeNode[], path: CallPath | undefined, visitor: CodeVisitor): void {
  const assigned = assignmentIn(nodes);
  if (!assigned) {
    visitor.statement?.(nodes, path);
    walkNodes(nodes, path, visitor, true);
    return;
  }
  const value = nodes.slice(assigned.valueStart);
  const inside = within(assigned.name, path);
  visitor.assignment?.(assigned.name, value, path, assigned.nameSpan);
  visitor.statement?.(value, inside);
  walkNodes(value, inside, visitor, true);
}

function within(name: string, parent: CallPath | undefined): CallPath {
  return parent ? { name, parent } : { name };
}

/** @param isHead may the first name be called without parentheses? */
function walkNodes(
  nodes: readonly CodeNode[],
  path: CallPath | undefined,
  visitor: CodeVisitor,
  isHead: boolean,
): void {
  for (let index = 0; index < nodes.length; ) {
    const node = nodes[index];
    const chain = chainAt(nodes, index);
    const call = chain && callAt(nodes, chain, isHead && index === 0);
    if (call) {
      visitor.call?.(call, path);
      const inside = within(call.name, path);
      for (const item of call.items) walkItem(item, inside, visitor);
      if (call.block) {
        visitor.group?.(call.block, inside);
        walkLines(call.block.nodes, inside, visitor);
      }
    } else if (node?.kind === 'group') walkGroup(node, path, visitor);
    index = Math.max(call?.end ?? chain?.end ?? 0, index + 1);
  }
}

function walkItem({ label, nodes }: CodeItem, path: CallPath, visitor: CodeVisitor): void {
  const inside = label === undefined ? path : within(label, path);
  visitor.statement?.(nodes, inside);
  walkNodes(nodes, inside, visitor, false);
}

function walkGroup(group: CodeGroup, path: CallPath | undefined, visitor: CodeVisitor): void {
  visitor.group?.(group, path);
  if (group.open === '{') {
    walkLines(group.nodes, path, visitor);
    return;
  }
  for (const item of itemsOf(group.nodes)) walkItem(item, path ?? { name: '' }, visitor);
}

function callAt(nodes: readonly CodeNode[], chain: CodeChain, isHead: boolean): CodeCall | undefined {
  const next = nodes[chain.end];
  const base = { name: chain.name, nameSpan: chain.span, nodes };
  if (next?.kind === 'group' && next.open === '(') {
    const block = blockAt(nodes, chain.end + 1);
    const end = chain.end + (block ? 2 : 1);
    return { items: itemsOf(next.nodes), end, ...base, ...(block ? { block } : {}) };
  }
  const block = blockAt(nodes, chain.end);
  if (block) return { items: [], block, end: chain.end + 1, ...base };
  return isHead && next && beginsArgument(nodes, chain) ? commandCall(nodes, chain) : undefined;
}

function blockAt(nodes: readonly CodeNode[], index: number): CodeGroup | undefined {
  const node = nodes[index];
  return node?.kind === 'group' && node.open === '{' ? node : undefined;
}

/** `name argument`, where an operator would make it an expression. */
function beginsArgument(nodes: readonly CodeNode[], { end }: CodeChain): boolean {
  const next = nodes[end];
  if (next?.kind === 'mark') return next.text === ':' && nodes[end + 1]?.kind === 'word';
  return next?.kind === 'string' || next?.kind === 'word';
}

/** Up to a block, or the word that begins one or makes the call conditional. */
function commandCall(nodes: readonly CodeNode[], chain: CodeChain): CodeCall {
  let end = chain.end;
  for (; end < nodes.length; end++) {
    const node = nodes[end];
    if (node?.kind === 'word' && END_OF_ARGUMENTS.has(node.text)) break;
    if (node?.kind === 'group' && node.open === '{' && !isMark(nodes[end - 1], ':', '=', '>', ',')) break;
  }
  const items = itemsOf(nodes, chain.end, end);
  const block = blockAt(nodes, end);
  const call = { name: chain.name, nameSpan: chain.span, nodes, items, end: block ? end + 1 : end };
  return block ? { ...call, block } : call;
}

const END_OF_ARGUMENTS = new Set(['do', 'if', 'unless']);

function assignmentIn(
  nodes: readonly CodeNode[],
): { readonly name: string; readonly nameSpan: Span; readonly valueStart: number } | undefined {
  let at = 0;
  for (let word = nodes[at]; word?.kind === 'word' && MODIFIERS.has(word.text); word = nodes[at]) at++;
  const chain = chainAt(nodes, at);
  if (!chain) return undefined;
  let end = chain.end;
  let { name } = chain;
  const index = nodes[end];
  if (index?.kind === 'group' && index.open === '[') {
    const [key] = index.nodes;
    const part = key?.kind === 'string' ? key.text.parts[0] : undefined;
    if (part?.type === 'text') name = `${name}.${part.text.text}`;
    end++;
  }
  // Kotlin and Scala: a type.
  if (at > 0 && isMark(nodes[end], ':'))
    while (end < chain.end + 8 && nodes[end] && !isMark(nodes[end], '=')) end++;
  while (isMark(nodes[end], '+', ':', '|')) end++;
  const isAssignment = isMark(nodes[end], '=') && !isMark(nodes[end + 1], '=', '>', '~');
  return isAssignment ? { name, nameSpan: chain.span, valueStart: end + 1 } : undefined;
}

const MODIFIERS = new Set(
  'val var def let const final lazy private public static implicit override ThisBuild String'.split(' '),
);
