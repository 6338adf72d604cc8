import type {
  BlockSchema,
  Mapping,
  ProviderSchema,
  ResourceMapping,
  TargetResource,
} from '../../model/migration.ts';
import { attributeOf, type HclBlock } from '../../parsers/hcl/tree.ts';
import { groupBy } from '../../text/group-by.ts';
import { firstIndex } from '../../text/ordered.ts';
import type { Span } from '../../text/span.ts';
import { dataWords, type Phrase, phrase } from '../../words/phrase.ts';
import { blocksIn, type ModuleFile, type ModuleFiles, type PlacedBlock } from './module-files.ts';
import { findUses, type Use } from './references.ts';
import { resourceSchema } from './schema.ts';

/** What becomes of a resource or data source. */
export type Standing = PlacedBlock & {
  /** `type.name`, or `data.type.name`. */
  readonly address: string;
} & (
    | {
        readonly state: 'moved';
        /** Without `data.`. */
        readonly type: string;
        readonly mapping: ResourceMapping;
        readonly target: TargetResource;
        readonly schema: BlockSchema;
      }
    /** The target needs nothing like it; the reason is written into the file. */
    | { readonly state: 'omitted'; readonly reason: string }
    | { readonly state: 'left'; readonly reason: Phrase }
  );

/** A use and where it stands. */
export interface PlacedUse extends Use {
  readonly file: ModuleFile;
}

/** The standing of every resource and data source whose type begins with the mapping's name, by address. */
export function standingsOf(
  module: ModuleFiles,
  mapping: Mapping,
  schema: ProviderSchema,
): Map<string, Standing> {
  const standings = new Map<string, Standing>();
  for (const placed of blocksIn(module)) {
    const address = addressOf(placed);
    if (address === undefined || !isOf(address, mapping.localName)) continue;
    standings.set(address, { ...placed, address, ...standingOf(placed, address, mapping, schema) });
  }
  return keepWhatIsUsed(standings, module, mapping.localName);
}

/** `type.name`, or `data.type.name`; `undefined` for other blocks. */
function addressOf({ block: { type, labels } }: PlacedBlock): string | undefined {
  const [first, second] = labels;
  if ((type !== 'resource' && type !== 'data') || !first || !second) return undefined;
  return `${type === 'data' ? 'data.' : ''}${first.text}.${second.text}`;
}

function isOf(address: string, localName: string): boolean {
  return address.replace(/^data\./, '').startsWith(`${localName}_`);
}

type Outcome = {
  [State in Standing['state']]: Omit<Extract<Standing, { state: State }>, keyof PlacedBlock | 'address'>;
}[Standing['state']];

function standingOf(
  { block }: PlacedBlock,
  address: string,
  { resources }: Mapping,
  schema: ProviderSchema,
): Outcome {
  const type = address.slice(0, address.lastIndexOf('.'));
  const mapping = resources.find(({ types }) => types.includes(type));
  const target =
    mapping && Object.hasOwn(mapping.targets, schema.localName)
      ? mapping.targets[schema.localName]
      : undefined;
  if (!mapping || !target) return { state: 'left', reason: phrase('migrate.no-counterpart') };
  if (target.instead !== undefined) return { state: 'left', reason: dataWords(target.instead) };
  if (target.omit !== undefined) return { state: 'omitted', reason: target.omit };
  const { byValue } = target;
  const value = byValue && attributeOf(block.body, byValue.argument)?.value;
  const chosen = byValue && value?.type === 'literal' ? byValue.types[value.value] : target.type;
  const known = chosen === undefined ? undefined : resourceSchema(schema, chosen);
  if (chosen === undefined || !known)
    return { state: 'left', reason: phrase('migrate.not-literal', { argument: byValue?.argument ?? '' }) };
  const lost = target.essential.find(name => isLost(name, block, target));
  if (lost !== undefined) return { state: 'left', reason: phrase('migrate.essential', { argument: lost }) };
  return { state: 'moved', type: chosen.replace(/^data\./, ''), mapping, target, schema: known };
}

/** Whether an argument is written that the target has no place for, or a value of it. */
function isLost(name: string, { body }: HclBlock, { arguments: moves }: TargetResource): boolean {
  const value = attributeOf(body, name)?.value;
  if (!value) return body.blocks.some(({ type }) => type === name);
  const rule = Object.hasOwn(moves, name) ? moves[name] : undefined;
  if (rule === undefined) return true;
  if (typeof rule === 'string') return false;
  const { values, patterns, otherwise } = rule;
  if (!values && !patterns) return false;
  if (value.type !== 'literal') return otherwise === undefined;
  if (patterns?.some(({ match }) => new RegExp(match).test(value.value))) return false;
  return patterns !== undefined || values === undefined || !Object.hasOwn(values, value.value);
}

/** What is omitted but used where nothing can be taken out is left as it is. */
function keepWhatIsUsed(
  standings: Map<string, Standing>,
  module: ModuleFiles,
  localName: string,
): Map<string, Standing> {
  const uses = usesIn(module, localName);
  const owners = ownersOf(uses, standings);
  for (let isStable = false; !isStable; ) {
    isStable = true;
    for (const use of uses) {
      const used = standings.get(use.address);
      if (used?.state !== 'omitted' || canBeTakenOut(use, standings.get(owners.get(use) ?? ''))) continue;
      const { file, block, address } = used;
      standings.set(address, { file, block, address, state: 'left', reason: phrase('migrate.in-use') });
      isStable = false;
    }
  }
  return standings;
}

/** In which resource or data source each use stands. */
function ownersOf(
  uses: readonly PlacedUse[],
  standings: ReadonlyMap<string, Standing>,
): Map<PlacedUse, string> {
  const inOrder = [...standings.values()].sort((a, b) => a.block.span.start - b.block.span.start);
  const blocks = groupBy(inOrder, ({ file }) => file);
  const owners = new Map<PlacedUse, string>();
  for (const use of uses) {
    const own = blocks.get(use.file) ?? [];
    const around = own[firstIndex(own, ({ block }) => block.span.end >= use.typeSpan.end)];
    if (around && isInside(use.typeSpan, around.block.span)) owners.set(use, around.address);
  }
  return owners;
}

/** The uses in all files of the module. */
export function usesIn({ files }: ModuleFiles, localName: string): PlacedUse[] {
  return files.flatMap(file => findUses(file.code, localName).map(use => ({ ...use, file })));
}

/** An argument of a moved resource can be taken out, and so can all of an omitted one. */
function canBeTakenOut({ typeSpan }: PlacedUse, around: Standing | undefined): boolean {
  if (!around || around.state === 'left') return false;
  if (around.state === 'omitted') return true;
  const { attributes, blocks } = around.block.body;
  const statement = [...attributes, ...blocks].find(each => isInside(typeSpan, each.span));
  const name = statement && ('name' in statement ? statement.name : statement.type);
  return name !== undefined && !KEPT.has(name);
}

const KEPT: ReadonlySet<string> = new Set([
  'count',
  'for_each',
  'depends_on',
  'lifecycle',
  'provisioner',
  'connection',
]);

export function isInside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
