import assert from 'node:assert/strict';
import { FileMemory } from '../../src/engine/memory/file-memory.ts';

describe('what is remembered of files', () => {
  let memory: FileMemory<string>;
  beforeEach(() => {
    memory = new FileMemory();
  });

  const rows = [
    { name: 'is kept', meanwhile: () => undefined, is: 'read' },
    { name: 'is kept when another file changes meanwhile', meanwhile: () => memory.forget('b'), is: 'read' },
    {
      name: 'is not kept when the file changes meanwhile',
      meanwhile: () => memory.forget('a'),
      is: undefined,
    },
    { name: 'is not kept when any may have changed', meanwhile: () => memory.forgetAll(), is: undefined },
  ];
  for (const { name, meanwhile, is } of rows) {
    it(name, () => {
      const since = memory.now;
      meanwhile();
      memory.keep('a', 'read', since);
      assert.equal(memory.get('a'), is);
    });
  }

  it('is kept again once it was read after the change', () => {
    memory.forget('a');
    memory.forgetAll();
    memory.forget('a');
    memory.keep('a', 'read anew', memory.now);
    assert.equal(memory.get('a'), 'read anew');
  });
});
