import assert from 'node:assert/strict';
import * as v from 'valibot';
import { type DataFlow, DataFlowSchema } from '../../src/model/data-flow.ts';
import { ENGLISH, makeLanguage } from '../../src/report/language.ts';
import { dataFlowWords } from '../../src/report/words.ts';
import { de } from '../../src/words/de/index.ts';
import { en } from '../../src/words/en/index.ts';
import { fr } from '../../src/words/fr/index.ts';
import { counted, dataWords, phrase, sentences } from '../../src/words/phrase.ts';

const OTHERS = { fr, de };

describe('texts', () => {
  for (const [tag, messages] of Object.entries(OTHERS)) {
    it(`in ${tag} are all there, and no more`, () =>
      assert.deepEqual(Object.keys(messages).sort(), Object.keys(en).sort()));

    it(`in ${tag} have the placeholders of the English ones`, () => {
      const wrong = Object.entries(en).filter(([key, text]) => {
        const other: string = messages[key as keyof typeof en];
        return placeholders(text).join() !== placeholders(other).join();
      });
      assert.deepEqual(wrong, []);
    });
  }

  it('come in pairs where a number chooses', () => {
    const bases = Object.keys(en).flatMap(key => /^(.*)\.(one|other)$/.exec(key)?.[1] ?? []);
    for (const base of bases) assert.ok(`${base}.one` in en && `${base}.other` in en, base);
  });

  it('in French have no ordinary space before a colon, semicolon or question mark', () =>
    assert.deepEqual(
      Object.values(fr).filter(text => / [:;?]/.test(text)),
      [],
    ));
});

describe('a language', () => {
  const french = makeLanguage('fr', fr);
  const german = makeLanguage('de', de);

  it('fills placeholders in and leaves braces of values alone', () =>
    assert.equal(ENGLISH.say('message.place-line', { path: '{line}.tf', line: 3 }), 'in {line}.tf, line 3'));

  it('says phrases: in phrases, in lists and by number', () => {
    const place = counted('equivalent.missing', 2, { all: 1200 });
    const names = phrase('fix.use-of', { names: ['a', 'b'], vendor: phrase('mirror.use', { address: 'c' }) });
    assert.deepEqual(
      [ENGLISH, french, german].map(language => language.phrase(sentences(place, names))),
      [
        'For 2 of 1200 places no equivalent is known: change them by hand. Use a and b for Use c instead of the mirror',
        'Pour 2 endroits sur 1200, aucun équivalent n’est connu\u00a0: changez-les à la main. Utiliser a et b pour Utiliser c à la place du miroir',
        'Für 2 von 1200 Stellen ist keine Entsprechung bekannt: von Hand ändern. a und b für c statt des Spiegelservers verwenden verwenden',
      ],
    );
  });

  it('says words of data files as their translation, and those that have none as they are', () => {
    const spoken = makeLanguage('de', de, { words: {}, texts: { 'A note': 'Ein Hinweis' } });
    const note = (words: string) => spoken.phrase(phrase('equivalent.note', { note: dataWords(words) }));
    assert.deepEqual([note('A note'), note('toString')], ['Ein Hinweis.', 'toString.']);
  });

  it('gives pieces in the order of its own text', () =>
    assert.deepEqual(german.pieces('message.in', { place: ['Wien'] }), [
      { text: 'Ort: ' },
      { value: ['Wien'] },
    ]));

  it('writes days', () =>
    assert.deepEqual(
      [ENGLISH, french, german].map(({ day }) => [day('2026-08-14'), day('2023-07-01')]),
      [
        ['14 August 2026', '1 July 2023'],
        ['14 août 2026', '1er juillet 2023'],
        ['14. August 2026', '1. Juli 2023'],
      ],
    ));

  it('names countries', () =>
    assert.deepEqual(
      [ENGLISH, french, german].map(({ country }) => country('CN')),
      ['China', 'Chine', 'China'],
    ));

  it('joins lists', () =>
    assert.deepEqual(
      [ENGLISH, french, german].map(({ list }) => list(['a', 'b', 'c'])),
      ['a, b and c', 'a, b et c', 'a, b und c'],
    ));

  it('counts', () =>
    assert.deepEqual(
      [0, 1, 2].map(count => french.count('dossier.more-uses', count)),
      ['0 autre endroit', '1 autre endroit', '2 autres endroits'],
    ));
});

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{([\w-]+)\}/g)].map(match => match[1] ?? '').sort();
}

describe('what happens to data', () => {
  const spoken = [ENGLISH, makeLanguage('fr', fr), makeLanguage('de', de)];
  const rows: readonly [DataFlow, ...string[]][] = [
    [
      { does: 'sends', data: ['prompts', 'code-context'], to: ['Example AI'] },
      'sends prompts and code context to Example AI',
      'envoie des requêtes d’IA et du contexte de code à Example AI',
      'sendet KI-Eingaben und Code-Kontext an Example AI',
    ],
    [
      { does: 'exchanges', anyOf: ['messages', 'documents'], to: ['A', 'B'], when: 'proxy' },
      'exchanges messages or documents with A or B (through a proxy)',
      'échange des messages ou des documents avec A ou B (par un mandataire)',
      'tauscht Nachrichten oder Dokumente mit A oder B aus (über einen Proxy)',
    ],
    [
      { does: 'keeps' },
      'data stay where it runs',
      'les données restent là où il s’exécute',
      'Daten bleiben, wo es läuft',
    ],
  ];
  for (const [flow, ...said] of rows) {
    it(`is said: ${said[0]}`, () =>
      assert.deepEqual(
        spoken.map(language => dataFlowWords(flow, language)),
        said,
      ));
  }

  it('names data and a destination where its verb needs them', () => {
    const issues = (flow: unknown) =>
      v.safeParse(DataFlowSchema, flow).issues?.map(({ message }) => message) ?? [];
    assert.deepEqual(
      [{}, { data: ['prompts'], anyOf: ['files'], to: ['A'] }, { does: 'keeps', to: ['A'] }].map(issues),
      [['data.flow-kinds', 'data.flow-to'], ['data.flow-kinds'], ['data.flow-to']],
    );
    assert.deepEqual(issues({ does: 'supports', to: ['A'] }), []);
  });
});
