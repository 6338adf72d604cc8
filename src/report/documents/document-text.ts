import { neutralise } from '../../text/neutralise.ts';
import type { Style } from '../text/style.ts';
import { wrap } from '../text/wrap.ts';
import type { Block, Document, Inline, Line, ListItem } from './document.ts';
import { timelineRows } from './timeline-text.ts';

/** A document as lines for a terminal or a file. What comes from a repository cannot steer the terminal. */
export function* documentText(document: Document, style: Style): Generator<string> {
  let isFirst = true;
  for (const block of document) {
    const lines = blockLines(block, style);
    if (lines.length === 0) continue;
    if (!isFirst) yield '';
    isFirst = false;
    yield* lines;
  }
}

function blockLines(block: Block, style: Style): string[] {
  switch (block.block) {
    case 'heading': {
      const text = lineText(block.text, style);
      return [block.level < 3 ? style.bold(style.underline(text)) : style.bold(text)];
    }
    case 'paragraph': {
      const lines = wrapped(lineText(block.text, style), '', style);
      return block.tone === 'quiet' ? lines.map(style.dim) : lines;
    }
    case 'list':
      return block.items.flatMap(item => itemLines(item, style));
    case 'facts': {
      const width = Math.max(0, ...block.facts.map(([name]) => name.length));
      return block.facts.flatMap(([name, text]) => {
        const [first = '', ...rest] = wrapped(lineText(text, style), ' '.repeat(width + 4), style);
        return [`  ${style.dim(name.padEnd(width))}  ${first.trimStart()}`, ...rest];
      });
    }
    case 'timeline':
      return timelineRows(block.timeline, style);
  }
}

function itemLines({ text, details = [], number }: ListItem, style: Style): string[] {
  const bullet = number === undefined ? '  - ' : `${String(number).padStart(3)} `;
  const indent = ' '.repeat(bullet.length);
  return [text, ...details].flatMap((line, index) => {
    const shown = lineText(line, style);
    if (shown === '') return [];
    const lines = wrapped(shown, indent, style);
    return index === 0 ? [bullet + (lines[0] ?? '').trimStart(), ...lines.slice(1)] : lines;
  });
}

function wrapped(text: string, indent: string, style: Style): string[] {
  const room = style.width === undefined ? undefined : Math.max(20, style.width - indent.length);
  return wrap(text, room).map(line => indent + line);
}

function lineText(line: Line, style: Style): string {
  return line
    .map(inline => inlineText(inline, style))
    .join('')
    .trim();
}

function inlineText(inline: Inline, style: Style): string {
  if (typeof inline === 'string') return neutralise(inline);
  if ('strong' in inline) return neutralise(inline.strong);
  if ('quiet' in inline) return neutralise(inline.quiet);
  if ('code' in inline) return neutralise(inline.code);
  if ('link' in inline) {
    const { link, address } = inline;
    return link === address ? neutralise(address) : neutralise(`${link} <${address}>`);
  }
  if ('place' in inline)
    return `${style.path(inline.place.path)}:${inline.place.line}:${inline.place.column}`;
  return '';
}
