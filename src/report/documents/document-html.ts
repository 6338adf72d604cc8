import { escapeXml } from '../escape-xml.ts';
import type { Block, Document, Inline, Line, ListItem } from './document.ts';
import { timelineSvg } from './timeline-svg.ts';

/**
 * A document as HTML for a page of our own. Every text is escaped; there are no inline handlers, styles or scripts, and
 * no address but `https:`. Places and commands are buttons: `data-place` is the number of a place and `data-command`
 * the name of a command, and the page's script passes on nothing else.
 */
export function documentHtml(document: Document): string {
  return document.map(blockHtml).join('\n');
}

function blockHtml(block: Block): string {
  switch (block.block) {
    case 'heading': {
      const id = block.id === undefined ? '' : ` id="${escapeXml(block.id)}"`;
      return `<h${block.level}${id}>${lineHtml(block.text)}</h${block.level}>`;
    }
    case 'paragraph':
      return `<p${block.tone === 'quiet' ? ' class="quiet"' : ''}>${lineHtml(block.text)}</p>`;
    case 'list':
      return listHtml(block.items);
    case 'facts':
      return `<dl>\n${block.facts
        .map(([name, text]) => `<dt>${escapeXml(name)}</dt><dd>${lineHtml(text)}</dd>`)
        .join('\n')}\n</dl>`;
    case 'timeline':
      return `<figure>${timelineSvg(block.timeline)}<figcaption class="quiet">${escapeXml(block.timeline.legend)}</figcaption></figure>`;
  }
}

/** Numbered items carry their own numbers: those of a list of one kind have gaps. */
function listHtml(items: readonly ListItem[]): string {
  const tag = items.some(item => item.number !== undefined) ? 'ol' : 'ul';
  return `<${tag}>\n${items.map(itemHtml).join('\n')}\n</${tag}>`;
}

function itemHtml({ text, details = [], number, id }: ListItem): string {
  const value = number === undefined ? '' : ` value="${number}"`;
  const anchor = id === undefined ? '' : ` id="${escapeXml(id)}"`;
  const lines = details.map(line => `<p>${lineHtml(line)}</p>`).join('');
  return `<li${value}${anchor}>${details.length > 0 ? `<p class="head">${lineHtml(text)}</p>` : lineHtml(text)}${lines}</li>`;
}

function lineHtml(line: Line): string {
  return line.map(inlineHtml).join('');
}

function inlineHtml(inline: Inline): string {
  if (typeof inline === 'string') return escapeXml(inline);
  if ('strong' in inline) return `<strong>${escapeXml(inline.strong)}</strong>`;
  if ('quiet' in inline) return `<span class="quiet">${escapeXml(inline.quiet)}</span>`;
  if ('code' in inline) return `<code>${escapeXml(inline.code)}</code>`;
  if ('link' in inline) return linkHtml(inline.link, inline.address);
  if ('place' in inline) return placeHtml(inline.place);
  return `<button type="button" data-command="${escapeXml(inline.name)}">${escapeXml(inline.command)}</button>`;
}

function linkHtml(label: string, address: string): string {
  if (!/^https:\/\//.test(address)) return escapeXml(label);
  return `<a href="${escapeXml(address)}">${escapeXml(label)}</a>`;
}

function placeHtml({ path, line, column, index }: Extract<Inline, { place: unknown }>['place']): string {
  const name = `${path}:${line}:${column}`;
  if (index === undefined) return `<code>${escapeXml(name)}</code>`;
  return `<button type="button" class="place" data-place="${index}" aria-label="${escapeXml(name)}">${line}:${column}</button>`;
}
