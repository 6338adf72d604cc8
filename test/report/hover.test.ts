import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../src/model/finding.ts';
import { findingHover } from '../../src/report/documents/hover.ts';
import { sampleReport } from './sample.ts';

const OURS = 'vendorDiligence.showDossier';
const HOSTILE = [
  '[x](command:evil)',
  '![x](https://evil.test/x.png)',
  '<a href="command:evil">x</a>',
  '`',
  '\n\n# x',
];
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...HOSTILE)).map(parts => parts.join('')),
);

/** A finding about a file whose every word somebody chose who wants to be clicked. */
function hostileFinding(word: string): Finding {
  const [finding] = sampleReport.findings;
  assert.ok(finding);
  return {
    ...finding,
    rule: word,
    value: word,
    path: word,
    region: word,
    location: 'AQ',
    city: word,
    operator: word,
    dataFlow: { does: 'sends', data: ['prompts'], to: [word] },
    via: [word, word, word],
    trace: [
      { step: 'value', name: word, path: word, span: { start: 0, end: 1 } },
      { step: 'indicator', indicator: word, vendor: word },
      { step: 'region', region: word, location: 'AQ' },
      { step: 'rule', rule: word, ruleset: word, severity: 'warning' },
    ],
  };
}

describe('a hover', () => {
  it('has no link but to pages of the catalog and to our own commands, whatever a repository says', () =>
    fc.assert(
      fc.property(text, word => {
        const steps = () => [{ command: word, name: OURS, args: [word] }];
        const markdown = findingHover(hostileFinding(word), sampleReport, steps);
        const outsideCode = markdown.replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
        const targets = [...outsideCode.matchAll(/\]\(([^)]*)\)/g)].map(match => match[1] ?? '');
        const foreign = targets.filter(target => !target.startsWith(`command:${OURS}?`));
        assert.deepEqual(foreign, []);
        assert.equal(targets.length, 1);
        assert.doesNotMatch(outsideCode, /[<>]|!\[/);
      }),
    ));

  it('has no command without an editor that runs them', () => {
    for (const finding of sampleReport.findings) {
      assert.doesNotMatch(findingHover(finding, sampleReport), /\(command:/);
    }
  });
});
