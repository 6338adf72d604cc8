import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { type Finding, isNotice } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Source } from '../text/source.ts';
import { span } from '../text/span.ts';
import type { FixContext } from './context.ts';

/**
 * Adds an exception for the finding's rule and file to the repository's ruleset, or makes that file. Reason, approver and
 * day are left empty: until somebody writes them, the ruleset is refused and the last good one holds.
 */
export function addException(finding: Finding, { sources, rulesetPath }: FixContext): Fix[] {
  if (isNotice(finding)) return [];
  const exception = { match: finding.rule, paths: [finding.path], reason: '', approvedBy: '', expires: '' };
  const source = sources.get(rulesetPath);
  const edits = source ? insertion(source, exception) : [newFile(exception)];
  if (!edits) return [];
  return [
    {
      id: 'add-exception',
      title: `Except ${finding.rule} in this file by the ruleset`,
      grade: 'guided',
      preferred: false,
      edits: new Map([[rulesetPath, edits]]),
      reason: 'Write the reason, who approves it, and the last day on which it holds (YYYY-MM-DD).',
      silences: true,
    },
  ];
}

/**
 * In the file's own indentation and line ends, with everything else as it is: `jsonc-parser`'s own edits would lay out
 * the neighbours anew. `undefined` when the file is no object, or its exceptions are no list.
 */
function insertion({ text }: Source, exception: object): TextEdit[] | undefined {
  const root = parseTree(text, [], { allowTrailingComma: true });
  if (root?.type !== 'object') return undefined;
  const layout = layoutOf(text);
  const list = findNodeAtLocation(root, ['exceptions']);
  if (!list) {
    const property = `"exceptions": ${toJson([exception], layout, layout.unit)}`;
    return insertLast(text, root, layout.unit + property, layout);
  }
  if (list.type !== 'array') return undefined;
  const indentation = layout.unit.repeat(2);
  return insertLast(text, list, indentation + toJson(exception, layout, indentation), layout);
}

interface Layout {
  readonly unit: string;
  readonly lineBreak: string;
}

function layoutOf(text: string): Layout {
  return { unit: /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ', lineBreak: text.includes('\r\n') ? '\r\n' : '\n' };
}

/** Behind the last child, below whatever stands behind that on its line. */
function insertLast(text: string, parent: Node, written: string, { unit, lineBreak }: Layout): TextEdit[] {
  const last = parent.children?.at(-1);
  const closing = parent.offset + parent.length - 1;
  if (!last)
    return [
      insert(parent.offset + 1, lineBreak + written + lineBreak + (parent.type === 'array' ? unit : '')),
    ];
  const end = last.offset + last.length;
  const rest = /^(,?)([ \t]*(?:\/\/[^\r\n]*)?)(?=\r|\n)/.exec(text.slice(end, closing));
  const comma = text.slice(end, closing).trimStart().startsWith(',') ? [] : [insert(end, ',')];
  if (rest) return [...comma, insert(end + rest[0].length, lineBreak + written)];
  return [...comma, insert(closing, lineBreak + written + lineBreak + (parent.type === 'array' ? unit : ''))];
}

function insert(offset: number, newText: string): TextEdit {
  return { span: span(offset, offset), newText };
}

function toJson(value: object, { unit, lineBreak }: Layout, indentation: string): string {
  return JSON.stringify(value, null, unit).replaceAll('\n', lineBreak + indentation);
}

function newFile(exception: object): TextEdit {
  return { span: span(0, 0), newText: `${JSON.stringify({ exceptions: [exception] }, null, 2)}\n` };
}
