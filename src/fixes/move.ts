import type { Finding } from '../model/finding.ts';
import type { TextEdit } from '../text/edit.ts';
import { groupBy } from '../text/group-by.ts';
import { type Location, sliceSpan, span } from '../text/span.ts';
import type { FixContext } from './context.ts';
import { editsByPath, type PlacedEdit } from './edits.ts';
import { type MoveUnit, moveUnitOf, moveUnitsWith } from './move-units.ts';
import { onceFor } from './once-for.ts';
import { changesPartition, type Move, partitionEdits } from './partition.ts';

/**
 * What is written anew when a finding's region moves: the region and the partition where the finding names them, and what
 * the files that move with it say of the same region, so that nothing is left behind that the moved names need.
 */
export function moveEdits(
  move: Move,
  finding: Finding,
  context: FixContext,
): ReadonlyMap<string, readonly TextEdit[]> {
  const units = new Set([finding, ...finding.occurrences].map(({ path }) => moveUnitOf(path, context)));
  const shared = sharedEdits(move, [...units], context);
  // A value may come from elsewhere.
  const outside = regionPlaces(context.sources)(finding).filter(
    ({ path }) => !units.has(moveUnitOf(path, context)),
  );
  const own = [...regionEdits(outside, move), ...bareEdits(move, finding, context)];
  return own.length === 0 ? shared.byPath : editsByPath([...own, ...shared.edits]);
}

/** A partition that stands alone, where the finding names it. */
function bareEdits(move: Move, finding: Finding, { sources }: FixContext): PlacedEdit[] {
  const { path, span: own } = finding.origin ?? finding;
  const written = sources.get(path);
  const isBare = written !== undefined && sliceSpan(written.text, own) === move.partition;
  return isBare && changesPartition(move) ? [{ path, edit: { span: own, newText: move.to.partition } }] : [];
}

interface SharedEdits {
  readonly edits: readonly PlacedEdit[];
  readonly byPath: ReadonlyMap<string, readonly TextEdit[]>;
}

/** What a move writes into units, whichever of their findings it is offered for: made once, as all of them are asked. */
function sharedEdits(move: Move, units: readonly MoveUnit[], context: FixContext): SharedEdits {
  const { sources, findings } = context;
  const known = knownMoves(sources)(findings);
  const key = [move.vendor, move.region, move.partition, move.to.id, ...units.map(({ name }) => name)].join(
    '\n',
  );
  let shared = known.get(key);
  if (!shared) {
    const places = placesByUnit(sources)(findings)(context.formatOf);
    const edits = units.flatMap(unit => [
      ...regionEdits(places.get(keyOf(unit, move.vendor, move.region)) ?? [], move),
      ...partitionEdits(move, unit.files, context),
    ]);
    shared = { edits, byPath: editsByPath(edits) };
    if (known.size === MOVES_KEPT) known.clear();
    known.set(key, shared);
  }
  return shared;
}

const knownMoves = onceFor((_sources: FixContext['sources']) =>
  onceFor((_findings: FixContext['findings']) => new Map<string, SharedEdits>()),
);

/** Findings come folder by folder. */
const MOVES_KEPT = 100;

/** Where findings that nothing silences name their region, by unit, vendor and region. */
const placesByUnit = onceFor((sources: FixContext['sources']) =>
  onceFor((findings: FixContext['findings']) =>
    onceFor((formatOf: FixContext['formatOf']) => {
      const places = findings
        .filter(({ suppression, relationship }) => !suppression && relationship !== 'mirror')
        .flatMap(finding => regionPlaces(sources)(finding).map(place => ({ finding, place })))
        .flatMap(({ finding: { vendor, region }, place }) =>
          [...moveUnitsWith(place.path, { sources, formatOf })].map(unit => ({
            key: keyOf(unit, vendor, region),
            place,
          })),
        );
      const byKey = groupBy(places, ({ key }) => key);
      return new Map([...byKey].map(([key, group]) => [key, group.map(({ place }) => place)]));
    }),
  ),
);

function keyOf({ name }: MoveUnit, vendor: string, region: string | undefined): string {
  return `${name}\n${vendor}\n${region}`;
}

/** The places of a finding as far as its region itself is written there: at the literal that gives a value, if one does. */
const regionPlaces = onceFor((sources: FixContext['sources']) =>
  onceFor((finding: Finding): readonly Location[] => {
    const { region } = finding;
    if (region === undefined) return [];
    return [finding, ...finding.occurrences].flatMap(each => {
      const { path, span: whole } = each.origin ?? each;
      const source = sources.get(path);
      const at = source ? sliceSpan(source.text, whole).indexOf(region) : -1;
      const start = whole.start + at;
      return at < 0 ? [] : [{ path, span: span(start, start + region.length) }];
    });
  }),
);

function regionEdits(places: readonly Location[], { to }: Move): PlacedEdit[] {
  return places.map(({ path, span: at }) => ({ path, edit: { span: at, newText: to.id } }));
}
