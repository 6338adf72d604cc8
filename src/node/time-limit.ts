import { Script } from 'node:vm';
import { setTimeLimit, type TimeAllowance, TOO_SLOW } from '../engine/time-limit.ts';
import { errorCode } from './read-file.ts';

/**
 * Has the engine stop files that take too long. Called by each main on Node.
 * @param most what a file may take, unless as usual
 */
export function limitTimeOfFiles(most?: TimeAllowance): void {
  setTimeLimit(stopAfter, most);
}

/**
 * Stops work by what V8 itself has for that, which ends loops, regular expressions and WebAssembly alike
 * (https://nodejs.org/docs/latest-v20.x/api/vm.html#scriptruninthiscontextoptions). No other context is made: the script
 * calls a function of this one. It costs some 50 microseconds.
 */
function stopAfter<Result>(work: () => Result, milliseconds: number): Result | typeof TOO_SLOW {
  let result: Result | typeof TOO_SLOW = TOO_SLOW;
  Reflect.set(globalThis, PLACE, () => {
    result = work();
  });
  try {
    CALL.runInThisContext({ timeout: milliseconds });
  } catch (error) {
    if (errorCode(error) === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return TOO_SLOW;
    throw error;
  } finally {
    Reflect.deleteProperty(globalThis, PLACE);
  }
  return result;
}

/** Where the script finds the function; no other code knows the name. */
const PLACE = '__vendorDiligenceLimitedWork';

const CALL = new Script(`${PLACE}()`);
