import type { Finding } from '../../model/finding.ts';
import { SEVERITIES } from '../../model/vocabulary.ts';
import { groupBy } from '../../text/group-by.ts';
import { serialise } from '../json/serialise.ts';
import type { ScanReport } from '../report.ts';

/**
 * A bill of materials for vendor-risk teams (CycloneDX 1.6, https://cyclonedx.org/docs/1.6/json/): each vendor is a
 * service with the country that it is run from, each package or image of one a component.
 */
export function cyclonedxReport(report: ScanReport): Iterable<string> {
  const { tool } = report;
  const findings = report.findings.filter(finding => finding.vendor !== '');
  const byVendor = [...groupBy(findings, finding => finding.vendor)].sort(([a], [b]) => (a < b ? -1 : 1));
  return serialise({
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { tools: { components: [{ type: 'application', name: tool.name, version: tool.version }] } },
    services: byVendor.map(([vendor, group]) => serviceOf(vendor, group, report)),
    components: componentsOf(findings),
  });
}

function serviceOf(vendor: string, findings: readonly Finding[], { facts }: ScanReport) {
  const known = facts.vendor(vendor);
  const hosts = findings.filter(({ kind }) => kind === 'host').map(({ value }) => value);
  const acts = [...new Set(findings.flatMap(({ evidence }) => evidence))].flatMap(
    id => facts.evidence(id) ?? [],
  );
  return {
    'bom-ref': `vendor:${vendor}`,
    name: known?.name ?? vendor,
    provider: {
      name: known?.operator?.name ?? known?.parent?.name ?? known?.name ?? vendor,
      ...(known ? { address: { country: known.jurisdiction.country } } : {}),
    },
    'x-trust-boundary': true,
    ...(hosts.length > 0 ? { endpoints: [...new Set(hosts)].sort().map(host => `https://${host}`) } : {}),
    externalReferences: acts.map(({ title, url }) => ({ type: 'evidence', url, comment: title })),
    properties: propertiesOf(findings, known?.jurisdiction.country),
  };
}

function propertiesOf(findings: readonly Finding[], jurisdiction: string | undefined) {
  const worst = SEVERITIES.find(severity => findings.some(each => each.severity === severity));
  const values: Readonly<Record<string, readonly (string | undefined)[]>> = {
    jurisdiction: [jurisdiction],
    location: findings.map(({ location }) => location),
    operator: findings.map(({ operator }) => operator),
    relationship: findings.map(({ relationship }) => relationship),
    concern: findings.flatMap(({ concerns }) => concerns),
    severity: [worst],
    findings: [String(findings.length)],
  };
  return Object.entries(values).flatMap(([name, list]) =>
    [...new Set(list.filter(value => value !== undefined))]
      .sort()
      .map(value => ({ name: `vendor-diligence:${name}`, value })),
  );
}

function componentsOf(findings: readonly Finding[]) {
  const components = new Map<string, object>();
  for (const { purl, kind, value, vendor } of findings) {
    const reference = purl ?? (kind === 'image' ? value : undefined);
    if (reference === undefined || components.has(reference)) continue;
    components.set(reference, {
      'bom-ref': reference,
      type: kind === 'image' ? 'container' : 'library',
      name: value,
      ...(purl === undefined ? {} : { purl }),
      properties: [{ name: 'vendor-diligence:vendor', value: vendor }],
    });
  }
  return [...components].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, component]) => component);
}
