const { appendFileSync } = require('node:fs');
const mocha = require('mocha');

const { reporters } = mocha.default ?? mocha;

/** Mocha's dot reporter, which also appends its counts to the file that `test/run.mjs` names. */
module.exports = class CountingReporter extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const file = process.env.TEST_COUNTS_FILE;
      const { passes: passed, failures: failed } = runner.stats;
      if (file) appendFileSync(file, `${JSON.stringify({ passed, failed })}\n`);
    });
  }
};
