import { terminalQuestions } from '../node/ask.ts';
import { staleCheckout } from '../node/checkout.ts';
import { systemClock } from '../node/clock.ts';
import { tolerateClosedPipe } from '../node/standard-streams.ts';
import { limitTimeOfFiles } from '../node/time-limit.ts';
import { run } from './command.ts';
import { EXIT_CODE } from './exit-code.ts';

limitTimeOfFiles();
tolerateClosedPipe(process.stdout);
tolerateClosedPipe(process.stderr);

const ending = start();

// Until it is known: a process that has nothing left to wait for ends without a word.
process.exitCode = EXIT_CODE.incomplete;
// Not process.exit: that would cut off what is still being written.
void ending.then(exitCode => {
  process.exitCode = exitCode;
});

async function start(): Promise<number> {
  const stale = staleCheckout();
  if (stale !== undefined) {
    process.stderr.write(`vendor-diligence: ${stale}\n`);
    return EXIT_CODE.usage;
  }
  return run(process.argv.slice(2), process, {
    workingFolder: process.cwd(),
    variables: process.env,
    clock: systemClock,
    // Beside the program that was built; run from its sources it searches alone.
    searchWorker: new URL('search-worker.cjs', import.meta.url),
    ask: terminalQuestions(),
    serveLanguage: async () => {
      const { serveStreams } = await import('../server/serve.ts');
      serveStreams(process.stdin, process.stdout, process.env);
    },
  });
}
