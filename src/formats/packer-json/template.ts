import type { Expression } from '../../model/expression.ts';
import type { Reference } from '../../model/extraction.ts';
import { readJsonValue } from '../../parsers/hcl/json.ts';
import type { HclBody } from '../../parsers/hcl/tree.ts';
import { childOf, type TreeEntry, type TreeMap, type TreeNode, type TreeScalar } from '../../parsers/tree.ts';
import { span } from '../../text/span.ts';
import { pluginReferences, pluginSettings } from '../packer/plugins.ts';
import { isProseName } from '../shared/hcl/attribute-names.ts';
import { type Extracted, joinExtracted } from '../shared/hcl/extracted.ts';
import { type Place, within } from '../shared/hcl/place.ts';
import { settingReferences } from '../shared/hcl/settings.ts';
import { entriesOf, itemsOf, stringAt } from '../shared/tree-access.ts';

/** A JSON template (https://developer.hashicorp.com/packer/docs/templates/legacy_json_templates). */
export function extractTemplate(root: TreeNode | undefined, place: Place): Extracted {
  const lists = ['builders', 'provisioners', 'post-processors'];
  return joinExtracted([
    ...entriesOf(childOf(root, 'variables')).map(entry => extractVariable(entry, place)),
    {
      references: lists.flatMap(name =>
        itemsOf(childOf(root, name)).flatMap((item, index) =>
          componentsIn(item, within(place, name, String(index))),
        ),
      ),
    },
  ]);
}

/** A user variable: an address that it holds is one, whatever a component adds to it. */
function extractVariable({ key, keySpan, value }: TreeEntry, place: Place): Extracted {
  const isGiven = value?.kind === 'scalar' && value.type !== 'null';
  const expression: Expression = isGiven
    ? readJsonValue(value, keySpan.end, readTemplateText)
    : { type: 'unknown', reason: 'set-at-run-time', span: keySpan };
  return {
    references: isProseName(key)
      ? []
      : settingReferences('default', expression, within(place, 'variables', key)),
    definitions: [{ scope: place.scope, name: `var.${key}`, value: expression, precedence: 'default' }],
  };
}

/** A component by its `type`; a post-processor can be its name alone, or a list of several in a row. */
function componentsIn(node: TreeNode, place: Place): Reference[] {
  if (node.kind === 'list') return node.items.flatMap(item => componentsIn(item, place));
  if (node.kind === 'scalar') return isName(node) ? pluginReferences(node, place) : [];
  const type = stringAt(node, 'type');
  if (!type || !isName(type)) return [];
  return [...pluginReferences(type, place), ...pluginSettings(bodyOf(node), type, place)];
}

function isName({ type, text }: TreeScalar): boolean {
  return type === 'string' && text !== '';
}

function bodyOf(map: TreeMap): HclBody {
  const attributes = map.entries
    .filter(({ key }) => key !== 'type')
    .map(({ key, keySpan, value }) => ({
      name: key,
      nameSpan: keySpan,
      value: readJsonValue(value, keySpan.end, readTemplateText),
      span: span(keySpan.start, value?.span.end ?? keySpan.end),
    }));
  return { attributes, blocks: [] };
}

/** A text with calls of the template engine: user variables are looked up, everything else is known when it runs. */
function readTemplateText(text: string): Expression {
  const whole = span(0, text.length);
  const parts: Expression[] = [];
  let position = 0;
  for (const match of text.matchAll(/\{\{[^{}]{0,200}\}\}/g)) {
    const place = span(match.index, match.index + match[0].length);
    if (match.index > position) parts.push(literal(text, position, match.index));
    const name = USER_VARIABLE.exec(match[0])?.[1];
    parts.push(
      name === undefined
        ? { type: 'unknown', reason: 'set-at-run-time', span: place }
        : { type: 'variable', name: `var.${name}`, span: place },
    );
    position = place.end;
  }
  if (position < text.length || parts.length === 0) parts.push(literal(text, position, text.length));
  const [only] = parts;
  return only && parts.length === 1 ? only : { type: 'template', parts, span: whole };
}

const USER_VARIABLE = /^\{\{-?\s*user\s+[`"']([^`"']+)[`"']\s*-?\}\}$/;

function literal(text: string, start: number, end: number): Expression {
  return { type: 'literal', value: text.slice(start, end), span: span(start, end) };
}
