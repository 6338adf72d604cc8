import { textWidth } from './display-width.ts';

/**
 * Breaks `text` between words so that no line takes more than `width` terminal columns; the first line has
 * `firstWidth`. A longer word stands alone. An undefined width breaks nothing.
 */
export function wrap(text: string, width: number | undefined, firstWidth = width): string[] {
  if (width === undefined || firstWidth === undefined) return [text];
  const lines: string[] = [];
  let line = '';
  let room = firstWidth;
  for (const word of text.split(' ')) {
    const needed = textWidth(word) + (line === '' ? 0 : 1);
    // An empty first line only where the next one is longer.
    if (needed > room && (line !== '' || (lines.length === 0 && firstWidth < width))) {
      lines.push(line);
      line = word;
      room = width - textWidth(word);
    } else {
      line = line === '' ? word : `${line} ${word}`;
      room -= needed;
    }
  }
  return [...lines, line];
}
