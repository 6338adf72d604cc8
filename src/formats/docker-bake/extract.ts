import type { Expression } from '../../model/expression.ts';
import type { Definition, Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { stepInto } from '../../parsers/hcl/elements.ts';
import { type BlockSchema, parseHclJson } from '../../parsers/hcl/json.ts';
import { createHclParser } from '../../parsers/hcl/parse.ts';
import { attributeOf, type HclAttribute, type HclBlock, type ReadName } from '../../parsers/hcl/tree.ts';
import { basename } from '../../text/path.ts';
import { span } from '../../text/span.ts';
import { elementsOf } from '../shared/hcl/elements.ts';
import type { Extracted } from '../shared/hcl/extracted.ts';
import { hclExtraction, isJson } from '../shared/hcl/extraction.ts';
import { flatten, sliceFlat } from '../shared/hcl/flat-text.ts';
import { outermostPlace, type Place, referenceAt, within } from '../shared/hcl/place.ts';
import { settingReferences } from '../shared/hcl/settings.ts';
import { variableReferences, variablesIn } from '../shared/hcl/variables-of-environment.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** An extractor with a parser of its own. */
export function createExtractDockerBake(): Extract {
  const parser = createHclParser(readName);
  return source => {
    const file = isJson(source) ? parseHclJson(source, BLOCKS, parser) : parser.parse(source);
    const place = outermostPlace(source.text, folderModule('bake', source.path));
    const precedence = basename(source.path).includes('override') ? 'override' : 'default';
    const globals = file.body.attributes.map(
      ({ name, value }): Definition => ({
        scope: place.scope,
        name,
        value,
        precedence,
      }),
    );
    return hclExtraction(
      file,
      source,
      { references: [], definitions: globals },
      ...file.body.blocks.map(block => extractBlock(block, place, precedence)),
    );
  };
}

const BLOCKS: BlockSchema = new Map([
  ['variable', { labels: 1 }],
  ['target', { labels: 1 }],
  ['group', { labels: 1 }],
  ['function', { labels: 1 }],
]);

/** A name alone is a variable of the file; `target.app.tags` is what another target has. */
const readName: ReadName = (root, steps, place) => {
  const end = steps[0]?.span.start ?? place.end;
  const variable: Expression = {
    type: 'variable',
    name: root,
    span: span(place.start, Math.max(place.start, Math.min(end, place.end))),
  };
  return stepInto(variable, steps, place);
};

function extractBlock(block: HclBlock, outer: Place, precedence: 'default' | 'override'): Extracted {
  const [label] = block.labels;
  if (!label?.text) return { references: [] };
  const place = within(outer, block.type, label.text);
  if (block.type === 'target') {
    return { references: block.body.attributes.flatMap(attribute => targetReferences(attribute, place)) };
  }
  const value = block.type === 'variable' ? attributeOf(block.body, 'default')?.value : undefined;
  if (!value) return { references: [] };
  return {
    references: settingReferences('default', value, place),
    definitions: [{ scope: place.scope, name: label.text, value, precedence }],
  };
}

/** https://docs.docker.com/build/bake/reference/#target */
function targetReferences({ name, value }: HclAttribute, outer: Place): Reference[] {
  const place = within(outer, name);
  switch (name) {
    case 'tags':
      return elementsOf(value).map(element => referenceAt(place, 'image', element, element.span));
    case 'args':
      return variableReferences(variablesIn(value), place);
    case 'contexts':
      return variablesIn(value).flatMap(({ name: key, value: context }) =>
        elementsOf(context).flatMap(element => contextReferences(element, within(place, key.value))),
      );
    case 'cache-from':
    case 'cache-to':
    case 'output':
      return elementsOf(value).flatMap(element => cacheReferences(element, place));
    case 'labels':
    case 'annotations':
      return [];
    case 'dockerfile-inline':
      return settingReferences('text', value, outer);
    default:
      return settingReferences(name, value, outer);
  }
}

/** `docker-image://alpine:3.20`, or a folder or an address. */
function contextReferences(context: Expression, place: Place): Reference[] {
  const { text } = flatten(context, place.text);
  const start = /^docker-image:\/\//.exec(text)?.[0].length;
  if (start === undefined) return settingReferences('context', context, place);
  return imageIn(context, start, text.length, place);
}

/** `type=registry,ref=example.com/app:cache`, or an image alone. */
function cacheReferences(cache: Expression, place: Place): Reference[] {
  const { text } = flatten(cache, place.text);
  if (!text.includes('=')) return imageIn(cache, 0, text.length, place);
  const field = /(?:^|,)(?:ref|name)=([^,]+)/.exec(text);
  if (!field?.[1] || !/(?:^|,)type=(?:registry|image)(?:,|$)/.test(text)) {
    return settingReferences('cache', cache, place);
  }
  const end = field.index + field[0].length;
  return imageIn(cache, end - field[1].length, end, place);
}

function imageIn(expression: Expression, start: number, end: number, place: Place): Reference[] {
  if (end <= start) return [];
  const image = sliceFlat(flatten(expression, place.text), start, end);
  return [referenceAt(place, 'image', image, image.span)];
}
