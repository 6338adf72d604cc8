import assert from 'node:assert/strict';
import { loadLanguage } from '../../src/engine/language.ts';
import { readRuleset } from '../../src/ruleset/load.ts';

/** What is wrong with a ruleset, as it is said in each language. */
const MISTAKES: readonly [text: string, en: string, fr: string, de: string][] = [
  [
    '{ "rulez": [] }',
    '"rulez" is not a known property',
    '« rulez » n’est pas une propriété connue',
    '„rulez“ ist keine bekannte Eigenschaft',
  ],
  [
    '{ "rules": [{ "id": "Our Rule" }] }',
    '"rules.0.id" must be lower-case words joined by hyphens',
    '« rules.0.id » doit être composé de mots en minuscules joints par des traits d’union',
    '„rules.0.id“ muss aus Wörtern in Kleinbuchstaben bestehen, die durch Bindestriche verbunden sind',
  ],
  [
    '{ "preset": "strickt" }',
    '"preset" is "strickt", expected one of "baseline", "strict", "watch"',
    '« preset » vaut "strickt" ; attendu : l’une de "baseline", "strict", "watch"',
    '„preset“ ist "strickt", erwartet wird einer der Werte "baseline", "strict", "watch"',
  ],
  [
    '{ "name": "" }',
    '"name" must not be empty',
    '« name » ne doit pas être vide',
    '„name“ darf nicht leer sein',
  ],
  [
    '{ "name" "ours" }',
    'is not valid JSON: a colon is expected',
    'n’est pas du JSON valide : un deux-points est attendu',
    'ist kein gültiges JSON: Ein Doppelpunkt wird erwartet',
  ],
  [
    '',
    'is empty: a JSON object is expected',
    'est vide : un objet JSON est attendu',
    'ist leer: Ein JSON-Objekt wird erwartet',
  ],
];

describe('mistakes in a ruleset', () => {
  for (const [text, ...said] of MISTAKES)
    it(`are said in English, French and German: ${text}`, async () => {
      const [problem] = readRuleset({ name: 'policy.jsonc', text }).problems;
      assert.ok(problem);
      const languages = await Promise.all(['en', 'fr', 'de'].map(loadLanguage));
      assert.deepEqual(
        languages.map(language => language.phrase(problem.message).replaceAll('\u00a0', ' ')),
        said,
      );
    });
});
