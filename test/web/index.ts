/** The browser's mocha, which the build puts before this file. */
declare const mocha: BrowserMocha;
declare const Mocha: {
  readonly reporters: { readonly Base: { consoleLog: (...values: unknown[]) => void } };
};

/**
 * What the extension host of the browser runs. Lines of ours have a mark, and the last one says how many tests failed: the
 * console is full of the workbench's own lines.
 */
async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: 'spec', timeout: 60_000, color: false });
  Mocha.reporters.Base.consoleLog = (...values) =>
    console.log(`[mocha]${values[0] ?? ''}`, ...values.slice(1));
  await import('./suite.ts');
  mocha.setup({ bail: true });
  const failures = await new Promise<number>(resolve => {
    const runner = mocha.run(resolve);
    runner.once('end', () =>
      console.log(`[mocha]stats ${runner.stats?.passes ?? 0} ${runner.stats?.failures ?? 0}`),
    );
  });
  console.log(`[mocha]done ${failures}`);
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

// The browser's mocha takes `module.exports` for itself: the end of the bundle puts this there instead.
Reflect.set(globalThis, 'runWebSuite', run);
