// Mocha's "dot" reporter for people, what passed only when it was tried again, and a file with the counts for `npm test`.
const { writeFileSync } = require('node:fs');
const { Runner, reporters } = require('mocha');

/** When more tests than these passed only at the second try, the machine is not the cause. */
const MOST_AGAIN = 3;

module.exports = class CountingReporter extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    runner.on(Runner.constants.EVENT_TEST_PENDING, (test) => {
      console.log(`\n  left out, as what it needs is not here: ${test.fullTitle()}`);
    });
    const again = [];
    const failed = [];
    runner.on(Runner.constants.EVENT_TEST_FAIL, (test, error) => {
      failed.push(`${test.fullTitle()}: ${error.message}`);
    });
    runner.on(Runner.constants.EVENT_TEST_RETRY, (test, error) => {
      again.push(`  ${test.fullTitle()}\n    ${error.message}`);
    });
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes = 0, failures = 0, pending = 0 } = this.stats;
      if (again.length > 0) console.log(`\nFailed at first, and tried again:\n${again.join('\n')}`);
      const output = options?.reporterOptions?.output;
      const late = again.length - failures;
      if (late > MOST_AGAIN)
        failed.push(`${late} tests passed at the second try alone: more than ${MOST_AGAIN} are a failure.`);
      const score = { passed: passes, failed: failed.length, skipped: pending, failures: failed };
      if (output) writeFileSync(output, JSON.stringify(score));
    });
  }
};
