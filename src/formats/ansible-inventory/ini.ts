import type { Comment, Definition } from '../../model/extraction.ts';
import { linesOf } from '../../parsers/lines.ts';
import { placedSlice } from '../../parsers/placed-text.ts';
import type { TreeScalar } from '../../parsers/tree.ts';
import type { Source } from '../../text/source.ts';
import { type Span, span } from '../../text/span.ts';
import type { Collector } from '../kubernetes/collector.ts';
import { REGION_KEYS } from '../kubernetes/keys.ts';
import { suppressionComments } from '../shared/comments/suppression-comments.ts';
import { ansibleDefinitions } from '../shared/modules/ansible-module.ts';
import { inside, type TreePath } from '../shared/tree-path.ts';

/**
 * `[group]`, `host key=value …`, `[group:vars]` with `key = value`
 * (https://docs.ansible.com/ansible/latest/inventory_guide/intro_inventory.html).
 */
export function readIniInventory(
  source: Source,
  collector: Collector,
): { readonly definitions: Definition[]; readonly comments: Comment[] } {
  const definitions: Definition[] = [];
  const comments: Span[] = [];
  const blocks: Span[] = [];
  let group = 'ungrouped';
  for (const line of linesOf(source.text)) {
    const { text, start, end } = line;
    if (text.startsWith('#') || text.startsWith(';')) {
      comments.push(span(start, end));
      continue;
    }
    blocks.push(span(start, end));
    const header = /^\[([^\]]+)\]/.exec(text)?.[1];
    if (header !== undefined) group = header;
    else if (group.endsWith(':vars')) readVariables(/^([^\s=]+)\s*=\s*(.*)$/s, line);
    else if (!group.endsWith(':children')) readHost(line);
  }
  return { definitions, comments: suppressionComments(source.text, comments, () => blocks) };

  function readHost(line: Span & { readonly text: string }): void {
    const name = /^[^\s=]+(?=\s|$)/.exec(line.text)?.[0] ?? '';
    const path = inside(undefined, group);
    collector.addStrings(scalarOf(span(line.start, line.start + name.length)), path);
    readVariables(/(?<!\w)([A-Za-z_]\w*)=("[^"]*"|'[^']*'|\S+)/g, line);
  }

  function readVariables(pattern: RegExp, { text, start }: Span & { readonly text: string }): void {
    const matches = pattern.global
      ? text.matchAll(pattern)
      : [pattern.exec(text)].filter(match => match !== null);
    for (const match of matches) {
      const [whole, name = '', written = ''] = match;
      const to = start + (match.index ?? 0) + whole.length;
      const quotes = /^(["']).*\1$/.test(written) ? 1 : 0;
      const value = scalarOf(span(to - written.length + quotes, to - quotes));
      readVariable(name, value, inside(inside(undefined, group), name));
    }
  }

  function readVariable(name: string, value: TreeScalar, path: TreePath): void {
    if (REGION_KEYS.has(name)) collector.addName('region', value, path);
    else collector.addStrings(value, path);
    definitions.push(...ansibleDefinitions(source.path, name, collector.expressionOf(value)));
  }

  function scalarOf(place: Span): TreeScalar {
    return { kind: 'scalar', type: 'string', ...placedSlice(source.text, place) };
  }
}
