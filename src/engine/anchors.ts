import { isWanted, loadAnchors, reduceAnchors } from '../catalog/anchors.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { couldFlag } from '../ruleset/could-flag.ts';
import { createPrefilter, type Prefilter } from './prefilter.ts';

/** The test of "can this file matter?" under a ruleset: the anchors of everything that it could flag. */
export async function prefilterFor(ruleset: Ruleset): Promise<Prefilter> {
  const { anchors, jurisdictions } = await loadAnchors();
  const wanted = anchors.filter(anchor =>
    isWanted(anchor, holder => couldFlag(ruleset, vendor => jurisdictions.get(vendor), holder)),
  );
  return createPrefilter(reduceAnchors(wanted.map(anchor => anchor.text)));
}
