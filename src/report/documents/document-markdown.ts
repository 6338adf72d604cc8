import { commandLink, escapeMarkdown, inlineCode, link } from '../markdown.ts';
import type { Block, Document, Inline, Line, ListItem } from './document.ts';

/** What the reader's Markdown can do. */
export interface MarkdownFeatures {
  /** Links may run the extension's own commands. */
  readonly commands: boolean;
}

/** A document as Markdown. Everything is escaped; the only markup is ours. */
export function documentMarkdown(document: Document, features: MarkdownFeatures): string {
  return document
    .map(block => blockMarkdown(block, features))
    .filter(text => text !== '')
    .join('\n\n');
}

function blockMarkdown(block: Block, features: MarkdownFeatures): string {
  switch (block.block) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${lineMarkdown(block.text, features)}`;
    case 'paragraph':
      return lineMarkdown(block.text, features);
    case 'list':
      return block.items.map(item => itemMarkdown(item, features)).join('\n');
    case 'facts':
      return block.facts
        .map(([name, text]) => `- ${escapeMarkdown(name)}: ${lineMarkdown(text, features)}`)
        .join('\n');
    case 'timeline':
      // A picture of what the lists below it say.
      return escapeMarkdown(`${block.timeline.title}.`);
  }
}

function itemMarkdown({ text, details = [], number }: ListItem, features: MarkdownFeatures): string {
  const bullet = number === undefined ? '- ' : `${number}. `;
  const indent = ' '.repeat(bullet.length);
  const lines = [text, ...details].map(line => lineMarkdown(line, features)).filter(line => line !== '');
  return bullet + lines.join(`  \n${indent}`);
}

function lineMarkdown(line: Line, features: MarkdownFeatures): string {
  return line.map(inline => inlineMarkdown(inline, features)).join('');
}

function inlineMarkdown(inline: Inline, { commands }: MarkdownFeatures): string {
  if (typeof inline === 'string') return escapeMarkdown(inline);
  if ('strong' in inline) return `**${escapeMarkdown(inline.strong)}**`;
  if ('quiet' in inline) return `*${escapeMarkdown(inline.quiet)}*`;
  if ('code' in inline) return inlineCode(inline.code);
  if ('link' in inline) return link(inline.link, inline.address);
  if ('place' in inline)
    return inlineCode(`${inline.place.path}:${inline.place.line}:${inline.place.column}`);
  return commands ? commandLink(inline.command, inline.name, inline.args) : '';
}
