import type { Expression } from '../../model/expression.ts';
import type { Definition, Reference } from '../../model/extraction.ts';
import { attributeOf, type HclBlock, type HclBody } from '../../parsers/hcl/tree.ts';
import type { Source } from '../../text/source.ts';
import { span } from '../../text/span.ts';
import { type Extracted, joinExtracted } from '../shared/hcl/extracted.ts';
import { outermostPlace, type Place, within } from '../shared/hcl/place.ts';
import { scriptReferences } from '../shared/hcl/scripts.ts';
import { bodyReferences, settingReferences } from '../shared/hcl/settings.ts';
import { extractRemoteState } from '../terraform/backends.ts';
import { extractLocals } from '../terraform/values.ts';
import { extractDependency } from './dependencies.ts';
import { extractInclude } from './includes.ts';
import { extractInputs } from './inputs.ts';
import type { Locals } from './paths.ts';
import { scopeOfFile } from './scopes.ts';
import { extractSource, extractUnit } from './sources.ts';

/** What the blocks and attributes of a Terragrunt file say, besides the code that it generates. */
export function extractConfiguration(body: HclBody, source: Source, locals: Locals): Extracted {
  const place = outermostPlace(source.text, scopeOfFile(source.path));
  const file: TerragruntFile = { body, path: source.path, locals, place };
  const others = body.attributes.filter(({ name }) => name !== 'inputs');
  return joinExtracted([
    extractInputs(file),
    { references: others.flatMap(({ name, value }) => settingReferences(name, value, place)) },
    { references: [], definitions: [localsAsOutput(body, place)] },
    ...body.blocks.map(block => extractBlock(block, file)),
  ]);
}

/** One file, and where it is. */
export interface TerragruntFile {
  readonly body: HclBody;
  readonly path: string;
  readonly locals: Locals;
  readonly place: Place;
}

function extractBlock(block: HclBlock, file: TerragruntFile): Extracted {
  const { place } = file;
  switch (block.type) {
    case 'locals':
      return extractLocals(block, place, 'default');
    case 'terraform':
      return joinExtracted([extractSource(block, file), { references: runReferences(block, place) }]);
    case 'remote_state':
      return extractRemoteState(block.body, within(place, 'remote_state'));
    case 'include':
      return extractInclude(block, file);
    case 'unit':
    case 'stack':
      return extractUnit(block, file);
    case 'feature':
      return extractFeature(block, place);
    case 'dependency':
      return extractDependency(block, file);
    // Generated code is read by itself.
    case 'dependencies':
    case 'generate':
      return { references: [] };
    default:
      return { references: bodyReferences(block.body, within(place, block.type)) };
  }
}

/** Arguments, environment variables and hooks of a `terraform` block. */
function runReferences({ body }: HclBlock, outer: Place): Reference[] {
  const place = within(outer, 'terraform');
  return [
    ...bodyReferences({ attributes: body.attributes, blocks: [] }, place, SOURCE),
    ...body.blocks.flatMap(hook => {
      const inside = within(place, hook.type);
      const execute = attributeOf(hook.body, 'execute')?.value;
      return [
        ...(execute ? scriptReferences(execute, within(inside, 'execute')) : []),
        ...bodyReferences(hook.body, inside, EXECUTE),
      ];
    }),
  ];
}

const SOURCE: ReadonlySet<string> = new Set(['source']);
const EXECUTE: ReadonlySet<string> = new Set(['execute']);

/** `feature "region" { default = "…" }`, used as `feature.region.value`. */
function extractFeature(block: HclBlock, place: Place): Extracted {
  const [label] = block.labels;
  const value = attributeOf(block.body, 'default')?.value;
  if (!label?.text || !value) return { references: [] };
  const feature: Expression = { type: 'collection', items: [{ key: 'value', value }], span: value.span };
  return {
    references: settingReferences('default', value, within(place, 'feature', label.text)),
    definitions: [
      { scope: place.scope, name: `feature.${label.text}`, value: feature, precedence: 'default' },
    ],
  };
}

/** What others know as the file's `locals`. */
function localsAsOutput({ blocks }: HclBody, { scope }: Place): Definition {
  const attributes = blocks.filter(({ type }) => type === 'locals').flatMap(block => block.body.attributes);
  const items = attributes.map(({ name, nameSpan }) => ({
    key: name,
    keySpan: nameSpan,
    value: { type: 'variable', name: `local.${name}`, span: nameSpan } as const,
  }));
  const [first] = attributes;
  const value: Expression = { type: 'collection', items, span: first?.span ?? span(0, 0) };
  return { scope, name: 'output.locals', value, precedence: 'default' };
}
