// @ts-check

/**
 * A promise that something else will resolve.
 * @template T
 * @typedef {{ promise: Promise<T>, resolve: (value: T) => void }} Deferred
 */

/**
 * What `Promise.withResolvers` does in newer versions of Node.
 * @template T
 * @returns {Deferred<T>}
 */
export function deferred() {
  /** @type {(value: T) => void} */
  let resolve = () => {};
  /** @type {Promise<T>} */
  const promise = new Promise(accept => {
    resolve = accept;
  });
  return { promise, resolve };
}
