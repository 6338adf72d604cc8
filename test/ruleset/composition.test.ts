import assert from 'node:assert/strict';
import { loadRulesets, type RulesetPorts } from '../../src/engine/index.ts';
import type { RulesetFiles } from '../../src/engine/ports.ts';
import { ENGLISH } from '../../src/report/language.ts';

/** Files by absolute path; packages by name. */
function filesOf(texts: Readonly<Record<string, object>>): RulesetFiles {
  const read = (location: string) =>
    Object.hasOwn(texts, location)
      ? { ok: true as const, location, text: JSON.stringify(texts[location]) }
      : { ok: false as const, reason: 'there is no such file' };
  return {
    readFile: async (path, { location = '/work/x' }) =>
      read(path.startsWith('/') ? path : `${location.replace(/\/[^/]*$/, '')}/${path.replace(/^\.\//, '')}`),
    readPackage: async name => read(`npm:${name}`),
  };
}

function load(own: object, texts: Readonly<Record<string, object>> = {}) {
  const ports: RulesetPorts = { files: filesOf(texts) };
  const source = { name: 'own.jsonc', text: JSON.stringify(own), location: '/work/own.jsonc' };
  return loadRulesets([source], [], ports);
}

async function layersOf(own: object, texts?: Readonly<Record<string, object>>): Promise<string[]> {
  return (await load(own, texts)).layers.map(layer => layer.name);
}

async function problemsOf(own: object, texts?: Readonly<Record<string, object>>): Promise<string[]> {
  const { problems, texts: known } = await load(own, texts);
  return problems.map(({ path = '', span, message }) =>
    span
      ? `${path} ${(known.get(path) ?? '').slice(span.start, span.end)}: ${ENGLISH.phrase(message)}`
      : ENGLISH.phrase(message),
  );
}

describe('extends', () => {
  it('stands on the baseline when it says nothing', async () => {
    assert.deepEqual(await layersOf({}), ['vendor-diligence:baseline', 'own.jsonc']);
  });

  it('stands on nothing when it says so', async () => {
    assert.deepEqual(await layersOf({ extends: [] }), ['own.jsonc']);
  });

  it('goes through bundled rulesets, files and npm packages, each once and in order', async () => {
    const own = { extends: ['./team.jsonc', 'npm:@acme/policy', 'vendor-diligence:strict'] };
    const texts = {
      '/work/team.jsonc': { extends: ['shared/base.jsonc'] },
      '/work/shared/base.jsonc': { extends: ['vendor-diligence:baseline'] },
      'npm:@acme/policy': { extends: ['vendor-diligence:baseline'] },
    };
    assert.deepEqual(await layersOf(own, texts), [
      'vendor-diligence:baseline',
      'shared/base.jsonc',
      './team.jsonc',
      'npm:@acme/policy',
      'vendor-diligence:strict',
      'own.jsonc',
    ]);
  });

  it('gives each rule the layer that it comes from, and the last layer its say', async () => {
    const texts = {
      '/work/team.jsonc': {
        rules: [{ id: 'flagged-vendor', when: { jurisdictions: ['CN'] }, severity: 'error' }],
      },
    };
    const own = { extends: ['vendor-diligence:baseline', './team.jsonc'], preset: 'strict' };
    const { ruleset } = await load(own, texts);
    assert.equal(ruleset.preset, 'strict');
    assert.deepEqual(
      ruleset.rules.map(rule => `${rule.id} ${rule.layer}`),
      [
        'open-source vendor-diligence:baseline',
        'flagged-mirror vendor-diligence:baseline',
        'flagged-vendor ./team.jsonc',
        'flagged-location vendor-diligence:baseline',
      ],
    );
  });

  it('tells what cannot be had, at the place that names it', async () => {
    assert.deepEqual(
      await problemsOf({ extends: ['./nowhere.jsonc', 'vendor-diligence:none', 'npm:none'] }),
      [
        'own.jsonc "./nowhere.jsonc": The ruleset "./nowhere.jsonc" cannot be loaded: there is no such file.',
        'own.jsonc "vendor-diligence:none": There is no bundled ruleset "vendor-diligence:none": use one of vendor-diligence:allow-list, vendor-diligence:baseline, vendor-diligence:eu-data-transfer, vendor-diligence:strict, vendor-diligence:uk, vendor-diligence:us-defense-contractor, vendor-diligence:us-federal-contractor, vendor-diligence:us-private, vendor-diligence:watch.',
        'own.jsonc "npm:none": The ruleset "npm:none" cannot be loaded: there is no such file.',
      ],
    );
  });

  it('tells of a circle', async () => {
    const texts = {
      '/work/a.jsonc': { extends: ['./b.jsonc'] },
      '/work/b.jsonc': { extends: ['./a.jsonc'] },
    };
    assert.deepEqual(await problemsOf({ extends: ['./a.jsonc'] }, texts), [
      './b.jsonc "./a.jsonc": "extends" goes in a circle: /work/own.jsonc → /work/a.jsonc → /work/b.jsonc → /work/a.jsonc.',
    ]);
  });

  it('keeps files of one name in two folders apart', async () => {
    const texts = {
      '/work/a/x.jsonc': { extends: ['./base.jsonc'] },
      '/work/b/x.jsonc': { extends: ['./base.jsonc'] },
      '/work/a/base.jsonc': { first: 1 },
      '/work/b/base.jsonc': { another: 22 },
    };
    assert.deepEqual(await problemsOf({ extends: ['./a/x.jsonc', './b/x.jsonc'] }, texts), [
      './base.jsonc 1: "first" is not a known property',
      '/work/b/base.jsonc 22: "another" is not a known property',
    ]);
  });

  it('ends after eight levels', async () => {
    const chain = Array.from({ length: 12 }, (_, at) => [
      `/work/${at}.jsonc`,
      { extends: [`./${at + 1}.jsonc`] },
    ]);
    const [problem] = await problemsOf({ extends: ['./0.jsonc'] }, Object.fromEntries(chain));
    assert.match(problem ?? '', /goes further than 8 levels/);
  });

  it('ends after forty rulesets', async () => {
    const names = Array.from({ length: 50 }, (_, at) => `./${at}.jsonc`);
    const texts = Object.fromEntries(names.map(name => [`/work/${name.slice(2)}`, {}]));
    const { layers, problems } = await load({ extends: names }, texts);
    assert.ok(layers.length <= 40);
    assert.match(problems[0] ? ENGLISH.phrase(problems[0].message) : '', /or 40 rulesets/);
  });

  it('does not mind hostile names and values', async () => {
    for (const own of [
      { extends: ['constructor', '__proto__', '../../../etc/passwd', '', 'npm:../x'].filter(Boolean) },
      { approved: { registries: { constructor: 'x' } } },
    ]) {
      const { ruleset } = await load(own);
      const inForce = [ruleset, ...(ruleset.floors ?? []).map(floor => floor.ruleset)];
      assert.ok(inForce.some(each => each.rules.some(rule => rule.id === 'flagged-vendor')));
    }
  });

  it('of a text that ends anywhere still leaves a policy in force', async () => {
    const whole = JSON.stringify({
      extends: ['vendor-diligence:strict'],
      approved: { vendors: ['aws'], regions: { aws: ['eu-*'] } },
      rules: [{ id: 'mine', when: { vendors: ['aws'] }, severity: 'off', locked: true }],
      exceptions: [{ match: 'mine', paths: ['**'], reason: 'r', approvedBy: 'a', expires: '2027-01-01' }],
    });
    for (let length = 0; length < whole.length; length += 3) {
      const source = { name: 'own.jsonc', text: whole.slice(0, length), location: '/work/own.jsonc' };
      const { ruleset, problems } = await loadRulesets([source]);
      assert.ok(problems.length > 0, whole.slice(0, length));
      assert.ok(ruleset.rules.some(rule => rule.id === 'flagged-vendor'));
    }
  });
});
