import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSettings, SETTINGS } from '../../src/protocol/settings.ts';

const DEFAULTS = Object.fromEntries(
  Object.entries(SETTINGS).map(([name, setting]) => [name, setting.default]),
);

describe('settings', () => {
  it('have defaults', () => assert.deepEqual(readSettings(undefined), DEFAULTS));

  it('are taken as they are when they are of the right type', () => {
    const given = {
      enable: false,
      audience: ['eu'],
      rulesets: ['a.jsonc'],
      occurrences: 'same',
      trace: { server: 'verbose' },
    };
    const { trace, ...others } = given;
    assert.deepEqual(readSettings(given), { ...others, 'trace.server': trace.server });
  });

  it('lose what is not an option', () => {
    const { audience, occurrences } = readSettings({ audience: ['eu', 'mars', 7], occurrences: 'loud' });
    assert.deepEqual([audience, occurrences], [['eu'], 'hint']);
  });

  it('can be read from anything', () => {
    fc.assert(
      fc.property(fc.anything(), section => {
        const settings = readSettings(section);
        assert.deepEqual(Object.keys(settings), Object.keys(SETTINGS));
        assert.equal(typeof settings.enable, 'boolean');
      }),
    );
  });
});
