import { parentPort } from 'node:worker_threads';
import { makeSlow } from '../../support/slow-format.ts';

/**
 * A web worker as browsers have it, in a thread of Node, whose server never ends reading some environment files. What the
 * server needs of its global scope is what the messages go by.
 */
let listener: ((event: { readonly data: unknown }) => void) | undefined;
Object.defineProperty(globalThis, 'onmessage', { set: given => (listener = given) });
Object.assign(globalThis, {
  postMessage: (message: unknown) => parentPort?.postMessage(message),
  addEventListener: () => {},
});
parentPort?.on('message', data => listener?.({ data }));

makeSlow();
import('../../../src/server/browser.ts');
