import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fixesOf, loadRulesets, Workspace } from '../src/engine/index.ts';
import type { Ruleset } from '../src/model/ruleset.ts';
import { ENGLISH } from '../src/report/language.ts';
import { applyEdits } from '../src/text/edit.ts';
import { diskTree, memoryTree, testClock } from './support/disk-tree.ts';

/** Fixes read texts that are half typed, cut off or turned around as well as any: they never throw, nor edit beside them. */
const root = join(import.meta.dirname, 'cases');

describe('fixes of hostile texts', () => {
  let ruleset: Ruleset;
  before(async () => {
    const text =
      '{ "approved": { "registries": { "npm": "https://npm.acme.example/", "pypi": "pypi.acme.example" } } }';
    ({ ruleset } = await loadRulesets([{ name: 'policy.jsonc', text }]));
  });

  for (const format of readdirSync(root).sort()) {
    it(format, async () => {
      for (const [index, name] of readdirSync(join(root, format)).sort().entries()) {
        const texts = await textsOf(join(root, format, name));
        await check(
          mapTexts(texts, text => text.slice(0, Math.floor(text.length * (0.4 + (index % 5) / 8)))),
        );
        await check(mapTexts(texts, text => text.replaceAll(/\s+/g, ' ')));
      }
    }).timeout(120_000);
  }

  async function check(texts: Readonly<Record<string, string>>): Promise<void> {
    const workspace = new Workspace({ tree: memoryTree(texts), ruleset, clock: testClock });
    for (const path of Object.keys(texts)) {
      const { findings, catalog, sources } = await workspace.check(path);
      if (!catalog) continue;
      for (const finding of findings) {
        for (const fix of fixesOf(finding, { ruleset, catalog, findings, sources })) {
          for (const [changed, edits] of fix.edits) applyEdits(sources.get(changed)?.text ?? '', edits);
          if (fix.grade === 'refused') assert.ok(fix.reason, ENGLISH.phrase(fix.title));
        }
      }
    }
  }
});

async function textsOf(folder: string): Promise<Record<string, string>> {
  const tree = diskTree(folder, ['expected.txt']);
  const texts: Record<string, string> = {};
  for (const path of (await tree.list()).files) {
    const content = await tree.read(path);
    if (content.ok && 'bytes' in content) texts[path] = new TextDecoder().decode(content.bytes);
  }
  return texts;
}

function mapTexts(
  texts: Readonly<Record<string, string>>,
  change: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, change(text)]));
}
