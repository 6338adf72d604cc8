import type { SettingsMapping } from '../../model/migration.ts';
import { attributeOf, type HclAttribute, type HclBlock } from '../../parsers/hcl/tree.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { type Span, span } from '../../text/span.ts';
import type { PlacedEdit } from '../edits.ts';
import type { Moving } from './arguments.ts';
import { moveBlock } from './block.ts';
import { commentedOut, indentationAt, lineBreakOf, valueSpan } from './layout.ts';
import { blocksIn, type ModuleFile, type ModuleFiles, type PlacedBlock } from './module-files.ts';
import type { Route } from './module-migration.ts';

/** What the settings of providers and backends are moved from. */
export interface ProviderWork {
  readonly module: ModuleFiles;
  readonly route: Route;
  readonly moving: Moving;
  /** Something still needs the old provider: the new one is put beside it. */
  readonly keepsProvider: boolean;
}

export interface MovedProviders {
  readonly edits: readonly PlacedEdit[];
  /** The expression of the new region; `undefined` when the ruleset approves none. */
  readonly region: string | undefined;
  /** A provider configuration under its new name: `old.alias`. */
  readonly locals: (configuration: string) => string;
  /** Whether the state is kept by a backend of the target from now on. */
  readonly movesBackend: boolean;
}

/** Moves `required_providers`, the configurations of the provider, and the backend. */
export function moveProviders(work: ProviderWork): MovedProviders {
  const { module, route, moving } = work;
  const names = localNames(module, route);
  const locals = (configuration: string) =>
    configuration.replace(/^("?)([\w-]+)/, (all, quote: string, name: string) =>
      names.has(name) ? quote + route.target.localName : all,
    );
  const configurations = blocksIn(module).filter(
    ({ block }) => block.type === 'provider' && names.has(block.labels[0]?.text ?? ''),
  );
  const edits = [
    ...blocksIn(module).flatMap(placed => settingsEdits(placed, names, locals, work)),
    ...configurations.flatMap(placed => configurationEdits(placed, work)),
  ];
  const movesBackend = blocksIn(module).some(
    ({ block }) =>
      block.type === 'terraform' &&
      block.body.blocks.some(inner => backendMapping(inner, route) !== undefined),
  );
  return { edits, locals, region: regionOf(configurations, moving), movesBackend };
}

/** The names by which the module calls the provider. */
function localNames(module: ModuleFiles, { mapping }: Route): Set<string> {
  const names = new Set([mapping.localName]);
  for (const { block } of blocksIn(module)) {
    for (const { attribute } of requirements(block)) {
      const source = elementOf(attribute, 'source');
      if (source?.type === 'literal' && isAddress(source.value, mapping.addresses)) names.add(attribute.name);
    }
  }
  return names;
}

function isAddress(written: string, addresses: readonly string[]): boolean {
  const address = written.toLowerCase().replace(/^registry\.(?:terraform\.io|opentofu\.org)\//, '');
  return addresses.includes(address);
}

function requirements(block: HclBlock): { readonly attribute: HclAttribute; readonly block: HclBlock }[] {
  if (block.type !== 'terraform') return [];
  return block.body.blocks
    .filter(({ type }) => type === 'required_providers')
    .flatMap(inner => inner.body.attributes.map(attribute => ({ attribute, block: inner })));
}

function elementOf({ value }: HclAttribute, key: string) {
  return value.type === 'collection' ? value.items.find(item => item.key === key)?.value : undefined;
}

/** What a `terraform` block says: requirements and the backend. */
function settingsEdits(
  { file, block }: PlacedBlock,
  names: ReadonlySet<string>,
  locals: MovedProviders['locals'],
  work: ProviderWork,
): PlacedEdit[] {
  const { target } = work.route;
  const required = requirements(block);
  const isThere = required.some(({ attribute }) => attribute.name === target.localName);
  const edits = required.flatMap(({ attribute }): TextEdit[] => {
    if (!names.has(attribute.name)) return [];
    if (isThere) return work.keepsProvider ? [] : [alreadyThere(file, attribute.span)];
    if (work.keepsProvider) return [{ span: endOf(attribute), newText: besideIt(file, attribute, work) }];
    return requirementEdits(file, attribute, locals, work);
  });
  if (block.type === 'terraform') {
    for (const inner of block.body.blocks) edits.push(...backendEdits(file, inner, work));
  }
  return edits.map(edit => ({ path: file.path, edit }));
}

/** The module has the same for the new provider. */
function alreadyThere({ text }: ModuleFile, place: Span): TextEdit {
  const statement = text.slice(place.start, place.end);
  const reason = 'the module says it of the new provider already';
  return { span: place, newText: commentedOut(statement, reason, indentationAt(text, place.start)) };
}

function endOf({ span: { end } }: HclAttribute) {
  return span(end, end);
}

function besideIt(
  { text }: ModuleFile,
  attribute: HclAttribute,
  { route: { target } }: ProviderWork,
): string {
  const indentation = indentationAt(text, attribute.span.start);
  const lines = [
    `${target.localName} = {`,
    `  source  = "${target.address}"`,
    `  version = "${target.version}"`,
    '}',
  ];
  return lines.map(line => lineBreakOf(text) + indentation + line).join('');
}

/** The name, the address and the version change; what else is said of the provider stays. */
function requirementEdits(
  file: ModuleFile,
  attribute: HclAttribute,
  locals: MovedProviders['locals'],
  { route: { target } }: ProviderWork,
): TextEdit[] {
  const { text } = file;
  const source = elementOf(attribute, 'source');
  if (!source) {
    const indentation = indentationAt(text, attribute.span.start);
    const lines = ['{', `  source  = "${target.address}"`, `  version = "${target.version}"`, '}'];
    const value = lines.join(lineBreakOf(text) + indentation);
    return [{ span: attribute.span, newText: `${target.localName} = ${value}` }];
  }
  const version = elementOf(attribute, 'version');
  const aliases = elementOf(attribute, 'configuration_aliases');
  const edits: TextEdit[] = [
    { span: attribute.nameSpan, newText: target.localName },
    { span: source.span, newText: target.address },
  ];
  if (version?.type === 'literal') edits.push({ span: version.span, newText: target.version });
  if (aliases?.type === 'collection') {
    for (const { value } of aliases.items) {
      edits.push({ span: value.span, newText: locals(text.slice(value.span.start, value.span.end)) });
    }
  }
  return edits;
}

function configurationEdits({ file, block }: PlacedBlock, work: ProviderWork): PlacedEdit[] {
  const { target, schema } = work.route;
  const { path, text } = file;
  const [label] = block.labels;
  if (!label) return [];
  if (isConfigured(block, work)) {
    return work.keepsProvider ? [] : [{ path, edit: alreadyThere(file, block.span) }];
  }
  const move = {
    schema: schema.provider,
    arguments: target.arguments,
    unmapped: target.unmapped,
    set: {},
    defaults: {},
    blocks: target.blocks,
    companions: new Map(),
  };
  const { edits } = moveBlock(file, block, move, work.moving);
  const all = [{ span: label.span, newText: target.localName }, ...edits];
  if (!work.keepsProvider) return all.map(edit => ({ path, edit }));
  const { start, end } = block.span;
  const moved = all.map(edit => ({ ...edit, span: span(edit.span.start - start, edit.span.end - start) }));
  const lineBreak = lineBreakOf(text);
  const newText = lineBreak + lineBreak + applyEdits(text.slice(start, end), moved);
  return [{ path, edit: { span: span(end, end), newText } }];
}

/** Whether the module has the same configuration of the new provider already. */
function isConfigured(block: HclBlock, { module, route: { target } }: ProviderWork): boolean {
  const aliasOf = ({ body }: HclBlock) => {
    const alias = attributeOf(body, 'alias')?.value;
    return alias?.type === 'literal' ? alias.value : undefined;
  };
  return blocksIn(module).some(
    ({ block: other }) =>
      other.type === 'provider' &&
      other.labels[0]?.text === target.localName &&
      aliasOf(other) === aliasOf(block),
  );
}

/** How a backend's settings are moved; `undefined` for one that stays. */
function backendMapping({ type, labels: [label] }: HclBlock, { target: { backends }, schema }: Route) {
  if (type !== 'backend' || !label || !Object.hasOwn(backends, label.text)) return undefined;
  const mapping: SettingsMapping | undefined = backends[label.text];
  const known = mapping && schema.backends[mapping.type];
  return known && { mapping, schema: known, label };
}

function backendEdits(file: ModuleFile, block: HclBlock, { route, moving }: ProviderWork): TextEdit[] {
  const known = backendMapping(block, route);
  if (!known) return [];
  const { mapping, schema, label } = known;
  const { edits } = moveBlock(
    file,
    block,
    {
      schema,
      arguments: mapping.arguments,
      unmapped: mapping.unmapped,
      set: {},
      defaults: {},
      blocks: [],
      companions: new Map(),
    },
    moving,
  );
  return [{ span: label.span, newText: mapping.type }, ...edits];
}

/** The region as the provider's first configuration has it, else the nearest that is approved. */
function regionOf(
  configurations: readonly PlacedBlock[],
  { places, renaming, variables }: Moving,
): string | undefined {
  for (const { file, block } of configurations) {
    const region = attributeOf(block.body, 'region');
    if (!region) continue;
    if (region.value.type !== 'literal') {
      const { text } = renaming.text(file, valueSpan(file.text, region));
      const moved = variables.replace(text);
      if (moved !== undefined) return moved;
      continue;
    }
    const moved = places.region(region.value.value);
    if (moved !== undefined) return JSON.stringify(moved);
  }
  const nearest = places.region(undefined);
  return nearest === undefined ? undefined : JSON.stringify(nearest);
}
