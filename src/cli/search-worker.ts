import { parentPort, workerData } from 'node:worker_threads';
import { searchBatches } from '../node/search-thread.ts';

/** What the thread that looks through files runs, as `main.ts` starts it. */
if (parentPort) searchBatches(parentPort, workerData);
