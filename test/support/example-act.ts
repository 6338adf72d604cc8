import type { Evidence } from '../../src/model/evidence.ts';

/** An act that binds US readers, unless a test says otherwise. */
export function exampleAct(changes: Partial<Evidence> = {}): Evidence {
  return {
    id: 'us-example',
    kind: 'listing',
    title: 'Example act',
    authority: 'Example authority',
    jurisdiction: 'US',
    date: '2026-01-01',
    asOf: '2026-08-01',
    status: 'in-force',
    effect: 'prohibits-use',
    binds: ['us'],
    appliesTo: 'everybody in the example',
    concerns: [],
    vendors: {},
    vendorJurisdictions: [],
    locations: [],
    summary: 'An example.',
    citation: 'Example 1',
    url: 'https://example.org/act',
    sourceQuality: 'official',
    confidence: 'high',
    ...changes,
  };
}
