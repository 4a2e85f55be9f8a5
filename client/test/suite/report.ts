/** Each line reaches the terminal through the one channel that an extension host forwards. */
function say(text: string): void {
  for (const line of text.split('\n')) console.log(`TEST| ${line}`);
}

/** Runs mocha and prints each test as it ends, and the sum. Rejects where a test failed or none ran. */
export async function report(run: (done: () => void) => Mocha.Runner): Promise<void> {
  let passed = 0;
  let failed = 0;
  await new Promise<void>((resolve) => {
    run(resolve)
      .on('pass', (test) => {
        passed++;
        say(`  ✔ ${test.titlePath().join(' › ')} (${test.duration} ms)`);
      })
      .on('retry', (test, error: Error) => {
        say(
          `  ↻ ${test.titlePath().join(' › ')}: failed at first, and is tried again\n${error.stack ?? error.message}`,
        );
      })
      .on('fail', (test, error: Error) => {
        failed++;
        say(`  ✘ ${test.titlePath().join(' › ')}: ${error.message}\n${error.stack ?? ''}`);
      });
  });
  say(`${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) throw new Error(`${failed} failed, ${passed} passed`);
}
