import assert from 'node:assert/strict';
import { scanUnder } from './scan-under.ts';

const SOURCED = { source: 'https://wiki.acme.example/vendors', date: '2026-11-23' };

/** A vendor that the catalog does not have. */
const NIMBUS = {
  id: 'nimbus',
  name: 'Nimbus',
  jurisdiction: { country: 'CN', ...SOURCED },
  indicators: [
    { kind: 'host', match: 'domain', values: ['nimbus-cloud.example'], ...SOURCED },
    { kind: 'resource', match: 'prefix', values: ['nimbus_'], ...SOURCED },
    { kind: 'provider', match: 'exact', values: ['nimbus/nimbus'], ...SOURCED },
  ],
  packages: [{ purls: ['pkg:npm/nimbus-sdk'], relationship: 'service-sdk', ...SOURCED }],
  resourceRoles: [{ role: 'data-store', prefixes: ['nimbus_bucket'], ...SOURCED }],
  regions: [{ id: 'n1', country: 'US', ...SOURCED }],
};

const REPOSITORY = {
  'main.tf': 'resource "nimbus_bucket" "b" {}\n',
  'package.json': '{ "dependencies": { "nimbus-sdk": "^1.0.0" } }\n',
  'compose.yaml':
    'services:\n  a:\n    image: x\n    environment:\n      API: https://api.nimbus-cloud.example/v1\n',
};

describe('vendors of a ruleset', () => {
  it('are found and judged as those of the catalog are', async () => {
    assert.deepEqual(await scanUnder([], REPOSITORY, { vendors: [NIMBUS] }), [
      'compose.yaml:5 warning flagged-vendor nimbus api.nimbus-cloud.example/v1',
      'main.tf:1 warning flagged-vendor nimbus nimbus_bucket',
      'package.json:1 warning flagged-vendor nimbus nimbus-sdk',
    ]);
  });

  it('are unknown without the ruleset', async () => {
    assert.deepEqual(await scanUnder([], REPOSITORY), []);
  });

  it('can be approved, and stand in places', async () => {
    const own = {
      vendors: [NIMBUS],
      approved: { vendors: ['nimbus'] },
      rules: [{ id: 'no-us', when: { locations: ['US'] }, severity: 'warning' }],
    };
    const texts = {
      'main.tf':
        'terraform {\n  required_providers {\n    nimbus = { source = "nimbus/nimbus" }\n  }\n}\nprovider "nimbus" {\n  region = "n1"\n}\n',
    };
    assert.deepEqual(await scanUnder([], texts, own), ['main.tf:7 warning no-us nimbus n1']);
  });
});
