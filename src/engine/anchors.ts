import {
  type AnchorGroup,
  type AnchorHolder,
  type Anchors,
  isWanted,
  loadAnchors,
} from '../catalog/anchors.ts';
import type { Vendor } from '../model/catalog.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { couldFlag, flagsUnlisted } from '../ruleset/could-flag.ts';
import { createPrefilter, type Prefilter } from './prefilter.ts';

/** The test of "can this file matter?" under a ruleset. */
export async function prefilterFor(ruleset: Ruleset): Promise<Prefilter> {
  return prefilterOf(await anchorsFor(ruleset));
}

/** Without anchors every file can matter. */
export function prefilterOf(anchors: readonly string[] | undefined): Prefilter {
  if (!anchors) return () => true;
  const known = prefilters.get(anchors) ?? createPrefilter(anchors);
  prefilters.set(anchors, known);
  return known;
}

const prefilters = new WeakMap<readonly string[], Prefilter>();

/** What everything that a ruleset could flag holds; `undefined` where whatever is not approved is flagged. */
export function anchorsFor(ruleset: Ruleset): Promise<readonly string[] | undefined> {
  const known = anchorsOf.get(ruleset) ?? findAnchors(ruleset);
  anchorsOf.set(ruleset, known);
  return known;
}

/** A ruleset is asked about again and again by who scans again and again. */
const anchorsOf = new WeakMap<Ruleset, Promise<readonly string[] | undefined>>();

async function findAnchors(ruleset: Ruleset): Promise<readonly string[] | undefined> {
  if (flagsUnlisted(ruleset)) return undefined;
  // Each group is reduced already; what one group has of another's costs less than looking for it at every start.
  return [...new Set((await wantedAnchors(ruleset)).flatMap(({ texts }) => texts))];
}

/** The anchors of everything that a ruleset could flag. */
export async function wantedAnchors(ruleset: Ruleset): Promise<readonly AnchorGroup[]> {
  const { groups, jurisdictions, hiddenPlaces } = await allAnchors(ruleset.vendors ?? []);
  const verdicts = new Map<string, boolean>();
  const isFlagged = (holder: AnchorHolder): boolean => {
    const key = `${holder.vendor}\n${holder.relationship}\n${holder.location}`;
    const verdict = verdicts.get(key) ?? couldFlag(ruleset, vendor => jurisdictions.get(vendor), holder);
    verdicts.set(key, verdict);
    return verdict;
  };
  const leadsToFlaggedPlace = (holder: AnchorHolder) =>
    (hiddenPlaces.get(holder.vendor) ?? []).some(location => isFlagged({ ...holder, location }));
  return groups.filter(
    group => isWanted(group, isFlagged) || (!group.alternatives && leadsToFlaggedPlace(group)),
  );
}

/** Those of the catalog and of the ruleset's own vendors. */
async function allAnchors(own: readonly Vendor[]): Promise<Anchors> {
  const known = await loadAnchors();
  if (own.length === 0) return known;
  const { ownAnchors } = await import('../catalog/own-vendors.ts');
  const added = ownAnchors(own.filter(vendor => !known.jurisdictions.has(vendor.id)));
  return {
    groups: [...known.groups, ...added.groups],
    jurisdictions: new Map([...known.jurisdictions, ...added.jurisdictions]),
    hiddenPlaces: new Map([...known.hiddenPlaces, ...added.hiddenPlaces]),
  };
}
