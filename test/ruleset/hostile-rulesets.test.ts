import assert from 'node:assert/strict';
import { type FixContext, fixesOf, loadRulesets, scan } from '../../src/engine/index.ts';
import { exceptionEdits } from '../../src/fixes/exception-text.ts';
import { ENGLISH } from '../../src/report/language.ts';
import { locationAt } from '../../src/server/ruleset/location.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';

/** A ruleset comes with a repository, and a repository from anybody. */
describe('a hostile ruleset', () => {
  for (const id of ['constructor', 'prototype', 'valueof', 'tostring']) {
    it(`may name a vendor ${id}`, async () => {
      const sourced = { source: 'https://wiki.acme.example/vendors', date: '2026-11-23' };
      const vendor = {
        id,
        name: 'Nimbus',
        jurisdiction: { country: 'CN', ...sourced },
        indicators: [{ kind: 'provider', match: 'exact', values: ['nimbus/nimbus'], ...sourced }],
        regions: [
          { id: 'n1', country: 'CN', ...sourced },
          { id: 'n2', country: 'DE', ...sourced },
        ],
      };
      const text = JSON.stringify({ vendors: [vendor], approved: { vendors: [id] } });
      const { ruleset, problems } = await loadRulesets([{ name: 'own.jsonc', text }]);
      assert.deepEqual(problems, []);
      const tree = memoryTree({
        'main.tf':
          'terraform {\n  required_providers {\n    nimbus = { source = "nimbus/nimbus" }\n  }\n}\nprovider "nimbus" {\n  region = "n1"\n}\n',
      });
      const { findings, catalog } = await scan({ tree, ruleset, clock: testClock });
      assert.deepEqual(
        findings.map(({ rule, value }) => [rule, value]),
        [['flagged-location', 'n1']],
      );
      assert.ok(catalog);
      const context: FixContext = { ruleset, catalog, findings, sources: new Map() };
      for (const finding of findings) assert.ok(fixesOf(finding, context).length > 0);
    });
  }

  for (const text of ['[]', '"x"', '3', 'null', '[{}]']) {
    it(`is an object, not ${text}`, async () => {
      const { problems } = await loadRulesets([{ name: 'own.jsonc', text }]);
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['ruleset-invalid'],
      );
    });
  }

  for (const registry of ['not a url', 'https://npm.acme.example/"; rm -rf /', "x' y", '$(id)', '']) {
    it(`gives no registry ${JSON.stringify(registry)}, which fixes would write`, async () => {
      const text = JSON.stringify({ approved: { registries: { npm: registry } } });
      const { problems } = await loadRulesets([{ name: 'own.jsonc', text }]);
      assert.match(
        problems.map(({ message }) => ENGLISH.phrase(message)).join(),
        /must be the address of a registry/,
      );
    });
  }

  for (const opening of ['[', '{"rules":', '{"vendors":[']) {
    it(`is refused when it is nested too deeply: ${opening}`, async () => {
      const text = opening.repeat(200_000);
      const { problems } = await loadRulesets([{ name: 'own.jsonc', text }]);
      assert.deepEqual(
        problems.map(({ code, message }) => [code, /nested too deeply/.test(ENGLISH.phrase(message))]),
        [['ruleset-invalid', true]],
      );
      assert.equal(locationAt(text, 10), undefined);
      const until = '2027-01-01';
      const exception = { match: 'x', paths: ['a'], reason: 'x', approvedBy: 'y', expires: until };
      assert.equal(exceptionEdits(text, exception), undefined);
    });
  }
});
