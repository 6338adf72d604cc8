import assert from 'node:assert/strict';
import { dotenv } from '../../src/formats/dotenv/index.ts';
import { makeSource } from '../../src/text/source.ts';
import { extractRows } from '../support/extract-rows.ts';

describe('dotenv', () => {
  it('names, mirrors and hosts', async () => {
    const text =
      'A_KEY=x\nURL="https://$R.example.com/a"\nnpm_config_registry=https://n.example.com\n# C=https://c.example.com\n';
    assert.deepEqual(await extractRows(dotenv, '.env', text), [
      'environment-variable A_KEY',
      'environment-variable URL',
      'host $R.example.com = <R>.example.com/a',
      'environment-variable npm_config_registry',
      'mirror[npm] n.example.com = https://n.example.com',
    ]);
  });

  const files: [path: string, definitions: string[]][] = [
    ['deploy/.env', ['override A', 'override B']],
    ['deploy/.env.production', ['alternative A', 'alternative B']],
    ['deploy/app.env', []],
  ];
  for (const [path, is] of files) {
    it(`${path} gives Compose ${is.length} values`, async () => {
      const { definitions } = (await dotenv.load())(makeSource(path, 'A=old\nA=new\nB=$A\nC\n'));
      assert.deepEqual(
        definitions.map(({ precedence, name }) => `${precedence} ${name}`),
        is,
      );
      for (const definition of definitions) assert.equal(definition.scope, 'compose:deploy');
    });
  }

  it('a suppression covers the entry below it', async () => {
    const text = '# vendor-diligence-ignore-block a\nA="b\nc"\nD=e\n';
    const { comments } = (await dotenv.load())(makeSource('.env', text));
    assert.deepEqual(
      comments.map(({ block }) => text.slice(block.start, block.end)),
      ['A="b\nc'],
    );
  });
});
