import { normalisePurl } from '../names/package-name.ts';
import { checkIndicators } from './check-indicators.ts';
import { type FactProblem, type Placed, type PlacedFacts, problemAt } from './placed.ts';
import { Repetitions } from './repetitions.ts';

/** What a schema cannot say: that names are known and used once, and that every indicator can be found. */
export function checkFacts(facts: PlacedFacts): FactProblem[] {
  return [
    ...checkIds(facts),
    ...facts.vendors.flatMap(checkRegions),
    ...facts.vendors.flatMap(checkRoles),
    ...checkIndicators(facts),
    ...checkEvidence(facts),
    ...checkMirrors(facts),
    ...checkEquivalents(facts),
    ...checkReleases(facts),
  ];
}

function checkIds({ vendors, evidence }: PlacedFacts): FactProblem[] {
  const misnamed = vendors
    .filter(({ fact, path }) => !path.endsWith(`/${fact.id}.jsonc`))
    .map(placed => problemAt(placed, ['id'], `"${placed.fact.id}" is not the name of the file`));
  return [...misnamed, ...repeatedIds(vendors), ...repeatedIds(evidence)];
}

function repeatedIds(placed: readonly Placed<{ readonly id: string }>[]): FactProblem[] {
  const repeated = new Repetitions();
  return placed.flatMap(item =>
    repeated.check(item.fact.id, item.path, other =>
      problemAt(item, ['id'], `"${item.fact.id}" is also in ${other}`),
    ),
  );
}

function checkRegions(vendor: PlacedFacts['vendors'][number]): FactProblem[] {
  const repeated = new Repetitions();
  return vendor.fact.regions.flatMap((region, index) => [
    ...repeated.check(region.id.toLowerCase(), region.id, other =>
      problemAt(vendor, ['regions', index, 'id'], `"${region.id}" already names the region ${other}`),
    ),
    ...(region.aliases ?? []).flatMap((alias, at) =>
      repeated.check(alias.toLowerCase(), region.id, other =>
        problemAt(vendor, ['regions', index, 'aliases', at], `"${alias}" already names the region ${other}`),
      ),
    ),
  ]);
}

function checkRoles(vendor: PlacedFacts['vendors'][number]): FactProblem[] {
  const repeated = new Repetitions();
  return vendor.fact.resourceRoles.flatMap((group, index) =>
    (['prefixes', 'types'] as const).flatMap(list =>
      group[list].flatMap((value, at) =>
        repeated.check(`${list} ${value.toLowerCase()}`, group.role, other =>
          problemAt(vendor, ['resourceRoles', index, list, at], `"${value}" already has the role ${other}`),
        ),
      ),
    ),
  );
}

function checkEvidence(facts: PlacedFacts): FactProblem[] {
  const known = knownVendors(facts);
  return facts.evidence.flatMap(placed => {
    const { fact } = placed;
    const problems = Object.keys(fact.vendors)
      .filter(vendor => !known.has(vendor))
      .map(vendor => problemAt(placed, ['vendors', vendor], `"${vendor}" is no vendor of the catalog`));
    if (fact.date > fact.asOf) {
      problems.push(problemAt(placed, ['asOf'], `${fact.asOf} is before the act itself, ${fact.date}`));
    }
    const reach = Object.keys(fact.vendors).length + fact.vendorJurisdictions.length + fact.locations.length;
    if (reach === 0) {
      problems.push(
        problemAt(placed, ['id'], 'reaches nobody: it names no vendor, jurisdiction or location'),
      );
    }
    return problems;
  });
}

function checkMirrors(facts: PlacedFacts): FactProblem[] {
  const known = knownVendors(facts);
  const repeated = new Repetitions();
  return facts.mirrors.flatMap(placed => {
    const { from, operator, ecosystem } = placed.fact;
    const unknown = known.has(operator)
      ? []
      : [problemAt(placed, ['operator'], `"${operator}" is no vendor of the catalog`)];
    const twice = repeated.check(`${ecosystem} ${from.toLowerCase()}`, placed.path, other =>
      problemAt(placed, ['from'], `"${from}" is already a ${ecosystem} mirror in ${other}`),
    );
    return [...unknown, ...twice];
  });
}

function checkEquivalents(facts: PlacedFacts): FactProblem[] {
  const known = knownVendors(facts);
  return facts.equivalents.flatMap(placed =>
    placed.fact.to.flatMap(({ vendor }, index) =>
      known.has(vendor)
        ? []
        : [problemAt(placed, ['to', index, 'vendor'], `"${vendor}" is no vendor of the catalog`)],
    ),
  );
}

function checkReleases({ vendors, releases, unreadVendors }: PlacedFacts): FactProblem[] {
  const wanted = new Set(
    vendors.flatMap(({ fact }) =>
      fact.packages.flatMap(group => group.replacements.map(({ purl }) => normalisePurl(purl))),
    ),
  );
  const repeated = new Repetitions();
  return releases.flatMap(placed =>
    Object.keys(placed.fact.versions).flatMap(purl => {
      const name = normalisePurl(purl);
      const at = (message: string) => problemAt(placed, ['versions', purl], message);
      if (name === undefined) return [at(`"${purl}" is no package URL`)];
      if (unreadVendors.length === 0 && !wanted.has(name)) return [at(`"${purl}" replaces no package`)];
      return repeated.check(name, placed.path, other => at(`"${purl}" already has a version in ${other}`));
    }),
  );
}

function knownVendors({ vendors, unreadVendors }: PlacedFacts): ReadonlySet<string> {
  return new Set([...vendors.map(({ fact }) => fact.id), ...unreadVendors]);
}
