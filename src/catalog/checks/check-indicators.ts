import type { IndicatorGroup, Vendor } from '../../model/catalog.ts';
import { LEAST_LENGTH, longestRun } from '../anchors/anchor-spelling.ts';
import { anchorTexts } from '../anchors/anchor-texts.ts';
import { packageAnchors } from '../anchors/package-anchors.ts';
import { hostOf, normaliseAddress } from '../names/address.ts';
import { normaliseIndicator } from '../names/indicator-value.ts';
import { normalisePurl } from '../names/package-name.ts';
import { type FactProblem, type Placed, type PlacedFacts, problemAt } from './placed.ts';
import { Repetitions } from './repetitions.ts';

/** Every value says what its match mode needs, belongs to one vendor, and has an anchor that can be searched for. */
export function checkIndicators({ vendors, mirrors }: PlacedFacts): FactProblem[] {
  const owners = new Repetitions();
  return [
    ...vendors.flatMap(vendor => [...checkGroups(vendor, owners), ...checkPackages(vendor, owners)]),
    ...mirrors.flatMap(mirror => {
      const complaint = anchorComplaint([
        longestRun(hostOf(normaliseAddress(mirror.fact.from)).toLowerCase()),
      ]);
      return complaint === undefined ? [] : [problemAt(mirror, ['from'], complaint)];
    }),
  ];
}

function checkGroups(vendor: Placed<Vendor>, owners: Repetitions): FactProblem[] {
  return vendor.fact.indicators.flatMap((group, index) => {
    const home = HOMES.get(group.kind);
    if (home !== undefined) {
      return [problemAt(vendor, ['indicators', index, 'kind'], `a ${group.kind} belongs in "${home}"`)];
    }
    return group.values.flatMap((value, at) => {
      const normalised = normaliseIndicator(group.kind, value);
      const complaints = [shapeComplaint(group, value), findableComplaint(group, normalised)];
      const place = ['indicators', index, 'values', at];
      return [
        ...complaints.flatMap(complaint =>
          complaint === undefined ? [] : [problemAt(vendor, place, `"${value}" ${complaint}`)],
        ),
        ...owners.check(`${group.kind} ${group.match} ${normalised}`, vendor.fact.id, other =>
          problemAt(vendor, place, `"${value}" (${group.kind}, ${group.match}) already belongs to ${other}`),
        ),
      ];
    });
  });
}

/** Kinds whose facts have lists of their own. */
const HOMES: ReadonlyMap<string, string> = new Map([
  ['package', 'packages'],
  ['region', 'regions'],
]);

function checkPackages(vendor: Placed<Vendor>, owners: Repetitions): FactProblem[] {
  return vendor.fact.packages.flatMap((group, index) =>
    group.purls.flatMap((written, at) => {
      const place = ['packages', index, 'purls', at];
      const purl = normalisePurl(written);
      if (purl === undefined || /[?#]/.test(written)) {
        return [problemAt(vendor, place, `"${written}" is no package URL without qualifiers: pkg:type/name`)];
      }
      const complaint =
        starComplaint(group.match, purl) ?? anchorComplaint(packageAnchors(purl, group.match));
      return [
        ...(complaint === undefined ? [] : [problemAt(vendor, place, `"${written}" ${complaint}`)]),
        ...owners.check(`package ${group.match} ${purl}`, vendor.fact.id, other =>
          problemAt(vendor, place, `"${written}" (${group.match}) already belongs to ${other}`),
        ),
      ];
    }),
  );
}

function shapeComplaint({ match }: IndicatorGroup, value: string): string | undefined {
  if (match === 'domain' && !/^[^./*]+(\.[^./*]+)+\/?$/.test(value))
    return 'is no domain: labels joined by dots';
  return starComplaint(match, value);
}

function starComplaint(match: IndicatorGroup['match'], value: string): string | undefined {
  if (match === 'glob') return value.includes('*') ? undefined : 'is a glob without "*"';
  return value.includes('*') ? 'has a "*", which only a glob may have' : undefined;
}

function findableComplaint(group: IndicatorGroup, normalised: string): string | undefined {
  if (group.anchor === undefined) return anchorComplaint(anchorTexts(group.kind, group.match, normalised));
  const anchor = group.anchor.toLowerCase();
  const value = normalised.toLowerCase();
  const isPart = anchor.includes(value) || value.includes(anchor);
  return isPart ? anchorComplaint([anchor]) : `has nothing in common with its anchor ${group.anchor}`;
}

function anchorComplaint(texts: readonly string[]): string | undefined {
  const isFindable =
    texts.length > 0 && texts.every(text => text.length >= LEAST_LENGTH && IS_ASCII.test(text));
  return isFindable ? undefined : `has no literal of ${LEAST_LENGTH} ASCII characters: give an "anchor"`;
}

const IS_ASCII = /^[\t\n\r\x20-\x7e]*$/;
