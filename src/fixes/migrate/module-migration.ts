import type { Mapping, ProviderSchema, TargetProvider } from '../../model/migration.ts';
import { attributeOf } from '../../parsers/hcl/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { joinInside } from '../../text/path.ts';
import type { Source } from '../../text/source.ts';
import { span } from '../../text/span.ts';
import type { FixContext } from '../context.ts';
import type { PlacedEdit } from '../edits.ts';
import { lineAround } from '../lines.ts';
import type { Moving } from './arguments.ts';
import { commentedOut, lineBreakOf } from './layout.ts';
import { blocksIn, type ModuleFiles, type PlacedBlock } from './module-files.ts';
import { type Places, placesFor } from './places.ts';
import { moveProviders, type ProviderWork } from './providers.ts';
import { type LostUse, Renaming } from './renaming.ts';
import { moveResource } from './resource.ts';
import { type Standing, standingsOf, usesIn } from './standing.ts';
import { moveState, type StateMoves } from './state-moves.ts';
import { PlaceVariables } from './variables.ts';

/** What moves where. */
export interface Route {
  readonly mapping: Mapping;
  readonly target: TargetProvider;
  readonly schema: ProviderSchema;
}

/** The migration of one module, made in memory. */
export interface ModuleMigration {
  readonly edits: readonly PlacedEdit[];
  /** Every resource and data source of the vendor. */
  readonly standings: readonly Standing[];
  /** Other things that still need the old provider: calls of modules. */
  readonly stays: readonly string[];
  /** What refers to something that the target does not have. */
  readonly problems: readonly LostUse[];
  /** Arguments and nested blocks of what has moved. */
  readonly total: number;
  readonly moved: number;
  readonly state: StateMoves;
  /** Whether the state itself is kept elsewhere from now on. */
  readonly movesBackend: boolean;
}

/** Moves everything in a module that the mapping knows. */
export function migrateModule(module: ModuleFiles, route: Route, context: FixContext): ModuleMigration {
  const { mapping, target, schema } = route;
  const standings = standingsOf(module, mapping, schema);
  const renaming = new Renaming(usesIn(module, mapping.localName), standings);
  const places: Places = placesFor(mapping, target, context);
  const stays = modulesThatStay(module, mapping, context.sources);
  const keepsProvider = stays.length > 0 || [...standings.values()].some(({ state }) => state === 'left');
  const variables = new PlaceVariables(module, places, keepsProvider);
  const moving: Moving = { renaming, places, variables };
  const edits: PlacedEdit[] = [];
  const work: ProviderWork = { module, route, moving, keepsProvider };
  const providers = moveProviders(work);
  edits.push(...providers.edits);
  let [total, moved, usesDefaults] = [0, 0, false];
  for (const standing of standings.values()) {
    const { path, text } = standing.file;
    if (standing.state === 'omitted') edits.push({ path, edit: takenOut(standing, standing.reason) });
    if (standing.state !== 'moved') continue;
    const change = moveResource(standing, route, moving, providers);
    edits.push(...change.edits.map(edit => ({ path, edit })));
    total += change.total;
    moved += change.moved;
    usesDefaults ||= change.usesDefaults;
    if (change.after.length > 0) {
      const { end } = lineAround(text, standing.block.span.end);
      const lines = ['', '', ...change.after].join(lineBreakOf(text));
      edits.push({ path, edit: { span: span(end, end), newText: lines } });
    }
  }
  edits.push(...importsTakenOut(module, mapping));
  if (usesDefaults) edits.push(...onceEdits(module, route, providers.region, standings));
  edits.push(...variables.edits());
  const problems: LostUse[] = [];
  for (const file of module.files) {
    const own = edits.filter(({ path }) => path === file.path).map(({ edit }) => edit.span);
    const rest = renaming.outside(file, own);
    edits.push(...rest.edits.map(edit => ({ path: file.path, edit })));
    problems.push(...rest.problems);
  }
  const state = moveState(module, standings.values(), { schema, keepsProvider });
  edits.push(...state.edits);
  const { movesBackend } = providers;
  return { edits, standings: [...standings.values()], stays, problems, total, moved, state, movesBackend };
}

function takenOut({ file, block }: PlacedBlock, reason: string): TextEdit {
  const statement = file.text.slice(block.span.start, block.span.end);
  return { span: block.span, newText: commentedOut(statement, reason, '') };
}

/** `import` blocks name objects of the old provider. */
function importsTakenOut(module: ModuleFiles, { localName }: Mapping): PlacedEdit[] {
  return blocksIn(module)
    .filter(({ file, block }) => {
      const isNamed = file.code.slice(block.span.start, block.span.end).includes(`${localName}_`);
      return block.type === 'import' && isNamed;
    })
    .map(placed => ({
      path: placed.file.path,
      edit: takenOut(placed, 'import what the new provider has'),
    }));
}

/** Calls of modules that use the old provider: those in the tree are read, others are known by their address. */
function modulesThatStay(
  module: ModuleFiles,
  { localName }: Mapping,
  sources: ReadonlyMap<string, Source>,
): string[] {
  return blocksIn(module).flatMap(({ file, block }) => {
    const [label] = block.labels;
    const source = attributeOf(block.body, 'source')?.value;
    if (block.type !== 'module' || !label || source?.type !== 'literal') return [];
    const call = file.code.slice(block.span.start, block.span.end);
    const uses = handsOn(call, localName) || usesVendor(source.value, module.folder, localName, sources);
    return uses ? [`module.${label.text}`] : [];
  });
}

/** Does `providers = { … }` of a module's call name the provider? */
function handsOn(call: string, localName: string): boolean {
  const name = new RegExp(`\\b${localName}\\b`);
  return call.split('}').some(part => {
    const at = part.search(/\bproviders\b/);
    return at >= 0 && name.test(part.slice(at));
  });
}

function usesVendor(
  address: string,
  folder: string,
  localName: string,
  sources: ReadonlyMap<string, Source>,
): boolean {
  if (!/^\.{1,2}\//.test(address)) return address.split(/[/:.?=]/).includes(localName);
  const inside = joinInside(folder, address);
  if (inside === undefined) return false;
  return [...sources.values()].some(
    ({ path, text }) => path.startsWith(`${inside}/`) && text.includes(`"${localName}_`),
  );
}

/** What the module needs once: behind the provider's configuration, else at the end of the first file. */
function onceEdits(
  module: ModuleFiles,
  { target }: Route,
  region: string | undefined,
  standings: ReadonlyMap<string, Standing>,
): PlacedEdit[] {
  const first = [...standings.values()].find(({ state }) => state === 'moved')?.file;
  if (!first || target.once.length === 0) return [];
  const [header = ''] = target.once;
  if (module.files.some(({ text }) => text.includes(header))) return [];
  const lines = target.once.map(line => {
    if (!line.includes('{region}')) return line;
    return region === undefined
      ? `  # required: ${line.replace(/=.*$/s, '').trim()}`
      : line.replace('{region}', region);
  });
  const lineBreak = lineBreakOf(first.text);
  const before = first.text.endsWith('\n') || first.text === '' ? lineBreak : lineBreak + lineBreak;
  const end = first.text.length;
  const newText = before + lines.join(lineBreak) + lineBreak;
  return [{ path: first.path, edit: { span: span(end, end), newText } }];
}
