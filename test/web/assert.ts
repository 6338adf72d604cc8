/** As much of `node:assert/strict` as the suites use, for a browser. */
const assert = {
  ok(value: unknown, message = `${value} is not true`): asserts value {
    if (!value) throw new Error(message);
  },
  equal(actual: unknown, expected: unknown, message?: string): void {
    if (!Object.is(actual, expected)) throw new Error(message ?? `${actual} is not ${expected}`);
  },
  match(text: string, pattern: RegExp): void {
    if (!pattern.test(text)) throw new Error(`${text} does not match ${pattern}`);
  },
};

export default assert;
