import { findNodeAtLocation, type Node } from 'jsonc-parser';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { Source } from '../../text/source.ts';
import { rangeOf } from '../documents/ranges.ts';

/** Rules, exceptions and tests of a ruleset, each by what it is called. */
export function rulesetSymbols(source: Source, root: Node | undefined): DocumentSymbol[] {
  return (root?.children ?? []).flatMap(property => {
    const [name, value] = property.children ?? [];
    if (!name || !value) return [];
    const label = String(name.value);
    const symbol = symbolOf(source, label || '""', SymbolKind.Property, property, name);
    const kind = Object.hasOwn(ENTRIES, label) ? ENTRIES[label] : undefined;
    return [kind ? { ...symbol, children: entrySymbols(source, value, kind) } : symbol];
  });
}

interface Entry {
  readonly kind: SymbolKind;
  /** Properties that name an entry; the first that is there does. */
  readonly names: readonly string[];
  /** What is told beside the name. */
  readonly detail: string;
}

const ENTRIES: Readonly<Record<string, Entry>> = {
  rules: { kind: SymbolKind.Function, names: ['id'], detail: 'severity' },
  exceptions: { kind: SymbolKind.Event, names: ['match'], detail: 'expires' },
  replacements: { kind: SymbolKind.Operator, names: ['from'], detail: 'to' },
  vendors: { kind: SymbolKind.Class, names: ['id', 'name'], detail: 'name' },
  tests: { kind: SymbolKind.Method, names: ['name', 'rule', 'file'], detail: 'file' },
};

function entrySymbols(source: Source, list: Node, { kind, names, detail }: Entry): DocumentSymbol[] {
  if (list.type !== 'array') return [];
  return (list.children ?? []).flatMap(entry => {
    const name = names.map(each => textIn(entry, each)).find(each => each !== undefined);
    if (!name) return [];
    const told = textIn(entry, detail)?.value;
    return [
      {
        ...symbolOf(source, name.value, kind, entry, name.node),
        ...(told === undefined ? {} : { detail: told }),
      },
    ];
  });
}

function textIn(object: Node, name: string): { readonly value: string; readonly node: Node } | undefined {
  const node = object.type === 'object' ? findNodeAtLocation(object, [name]) : undefined;
  return node?.type === 'string' && node.value !== '' ? { value: String(node.value), node } : undefined;
}

function symbolOf(source: Source, name: string, kind: SymbolKind, whole: Node, part: Node): DocumentSymbol {
  const rangeAt = ({ offset, length }: Node) => rangeOf(source, { start: offset, end: offset + length });
  return { name, kind, range: rangeAt(whole), selectionRange: rangeAt(part) };
}
