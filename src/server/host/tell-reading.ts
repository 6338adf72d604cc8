import type { Connection } from 'vscode-languageserver';
import { setTimeLimit } from '../../engine/index.ts';
import { READING, type Reading } from '../../protocol/requests.ts';
import { EDITOR_ALLOWANCE } from '../time-allowance.ts';

/**
 * In a web worker nothing stops work that does not end, but the client can end the worker and start another: it is told
 * of each file before it is worked on.
 * @param stopped the files that other workers were ended at
 */
export function tellReading(connection: Connection, stopped: readonly string[]): void {
  const refused = new Set(stopped);
  const tell = (reading: Reading): void => void connection.sendNotification(READING, reading);
  setTimeLimit(
    work => {
      try {
        return work();
      } finally {
        tell({});
      }
    },
    EDITOR_ALLOWANCE,
    (path, milliseconds) => {
      if (refused.has(path)) return false;
      tell({ path, milliseconds });
      return true;
    },
  );
}
