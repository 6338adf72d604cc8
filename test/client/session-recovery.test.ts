import assert from 'node:assert/strict';
import type { CloseAction, CloseHandlerResult, ErrorAction } from 'vscode-languageclient';
import { tellingRestart } from '../../src/client/session-recovery.ts';

const [GIVE_UP, RESTART]: readonly [CloseAction, CloseAction] = [1, 2];
const GIVEN_UP = 'It ended too often.';
const CONTINUE: ErrorAction = 1;

/** A library that answers so, one after the other. */
async function toldAfter(answers: readonly (CloseAction | undefined)[]) {
  let told = 0;
  const left = [...answers];
  const library = {
    error: () => ({ action: CONTINUE }),
    closed: (): CloseHandlerResult => ({ action: left.shift() ?? 1 }),
  };
  const handler = tellingRestart(library, 2, () => told++, GIVEN_UP);
  const results = [];
  for (const _ of answers) results.push((await handler.closed()).action);
  assert.deepEqual(results, answers);
  return told;
}

describe('a server that ended by itself', () => {
  it('is told once when it is started again', async () => {
    assert.equal(await toldAfter([RESTART, RESTART, RESTART]), 1);
  });

  it('is left to the library when it gives up, which tells that in our words', async () => {
    assert.equal(await toldAfter([GIVE_UP]), 0);
    const library = { error: () => ({ action: CONTINUE }), closed: () => ({ action: GIVE_UP }) };
    const handler = tellingRestart(library, RESTART, () => assert.fail(), GIVEN_UP);
    assert.deepEqual(await handler.closed(), { action: GIVE_UP, message: GIVEN_UP });
  });
});
