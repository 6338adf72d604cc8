import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchorsOf, groupAnchors } from '../../src/catalog/anchors/derive-anchors.ts';
import { type Anchor, isWanted, reduceAnchors } from '../../src/catalog/anchors.ts';
import { takesAtMost } from '../support/time.ts';
import { smallCatalog } from './small-catalog.ts';

describe('catalog/anchors: reduceAnchors', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 9 });

  it('keeps a text exactly when it contains no other', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), texts => {
        const expected = [...new Set(texts)]
          .filter(each => !texts.some(other => other !== each && each.includes(other)))
          .sort();
        assert.deepEqual(reduceAnchors(texts), expected);
      }),
    );
  });

  it('takes time in proportion to the texts', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `package-number-${index}-x`);
    await takesAtMost(3000, () => {
      assert.equal(reduceAnchors(many).length, many.length);
    });
  });
});

describe('catalog/anchors: isWanted', () => {
  const region = (location: string, ...alternatives: Anchor[]): Anchor => ({
    text: 'some-region-1',
    vendor: 'home',
    relationship: 'service',
    location,
    ...(alternatives.length > 0 ? { alternatives } : {}),
  });
  const other: Anchor = { text: '', vendor: 'other', relationship: 'service', location: 'US' };
  const flagsVendor = ({ vendor }: { vendor: string }) => vendor === 'home';
  const flagsPlace = ({ location }: { location?: string }) => location === 'CN';

  it('is whether a rule could flag the holder', () => {
    assert.equal(isWanted(region('US'), flagsVendor), true);
    assert.equal(isWanted(other, flagsVendor), false);
  });

  it('needs all holders of a shared region id: with a provider in scope that provider is found', () => {
    assert.equal(isWanted(region('US', other), flagsVendor), false);
    assert.equal(
      isWanted(region('US', other), () => true),
      true,
    );
  });

  it('needs one holder that is flagged for the place alone: its provider is not searched for', () => {
    assert.equal(isWanted(region('CN', other), flagsPlace), true);
    assert.equal(isWanted(region('US', { ...other, location: 'CN' }), flagsPlace), true);
  });
});

describe('catalog/anchors: anchorsOf', () => {
  const anchors = anchorsOf(smallCatalog());
  const lineOf = ({ text, vendor, relationship, location, alternatives }: Anchor) =>
    [text, vendor, relationship, location ?? '-', ...(alternatives ?? []).map(each => each.vendor)].join(' ');
  const lines = new Set(anchors.map(lineOf));

  for (const expected of [
    'dragoncloud dragon-cloud service -',
    'dragoncloud_ dragon-cloud service -',
    'backend dos dragon-cloud service -',
    ' "dos" dragon-cloud service -',
    'dragonapis.com dragon-cloud service -',
    'chat.dragonapis.com dragon-cloud ai-api -',
    'cr.dragon dragon-cloud service -',
    'registry.dragonapis.com dragon-cloud mirror -',
    'registry.dragonapis.com dragon-cloud mirror CN',
    'accelerator.dragon.com dragon-cloud mirror CN',
    'eagleapis.com.cn eagle service CN',
    'us-west-1 dragon-cloud service US eagle',
    'cn-lake dragon-cloud service CN',
    'china lake eagle service CN',
    '@dragon/ dragon-cloud service-sdk -',
    'dragon dragon-cloud service-sdk -',
  ]) {
    it(`has ${expected}`, () => assert.ok(lines.has(expected), [...lines].join('\n')));
  }

  it('has none for a region id that says nothing without a provider', () => {
    assert.ok(!anchors.some(({ text }) => text === 'lk'));
  });

  it('gives texts that the prefilter can search for', () => {
    for (const { text } of anchors) {
      assert.ok(text.length >= 4, text);
      assert.equal(text, text.toLowerCase());
      assert.match(text, /^[\t\n\r\x20-\x7e]+$/);
    }
  });

  it('loses no class of anchors when they are grouped', () => {
    const classOf = ({ vendor, relationship, location, alternatives }: Omit<Anchor, 'text'>) =>
      JSON.stringify([vendor, relationship, location, alternatives]);
    const grouped = groupAnchors(anchors);
    assert.deepEqual(new Set(grouped.map(classOf)), new Set(anchors.map(classOf)));
    for (const anchor of anchors) {
      const group = grouped.find(each => classOf(each) === classOf(anchor));
      assert.ok(
        group?.texts.some(text => anchor.text.includes(text)),
        anchor.text,
      );
    }
  });
});
