import { findNodeAtLocation, type Node } from 'jsonc-parser';
import { parseDataTree } from '../model/data-tree.ts';
import type { Exception } from '../model/ruleset.ts';
import type { TextEdit } from '../text/edit.ts';
import { span } from '../text/span.ts';

/**
 * What adds an exception to the text of a ruleset file, at the end of its list; without a text, a whole new one. In the
 * file's own indentation and line ends, with everything else as it is: `jsonc-parser`'s own edits would lay out
 * the neighbours anew. `undefined` when the file is no object, or its exceptions are no list.
 */
export function exceptionEdits(text: string | undefined, exception: Exception): TextEdit[] | undefined {
  if (text === undefined || text.trim() === '') {
    return [
      {
        span: span(0, text?.length ?? 0),
        newText: `${JSON.stringify({ exceptions: [exception] }, null, 2)}\n`,
      },
    ];
  }
  const root = parseDataTree(text);
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
