import { randomUUID } from 'node:crypto';
import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** New content that lies beside its place, flushed. */
export interface StagedFile {
  readonly temporary: string;
  readonly target: string;
}

/**
 * Writes what shall stand at `target` beside it: an interruption leaves what was there, whole.
 * @param write is given the descriptor of an empty file
 * @param mode of the file; when `isExact`, whatever the process's mask says
 * @throws the system's error, with nothing left behind
 */
export function stageFile(
  target: string,
  write: (descriptor: number) => void,
  { mode, isExact }: { readonly mode: number; readonly isExact: boolean },
): StagedFile {
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  const descriptor = openSync(temporary, 'wx', mode);
  try {
    if (isExact) fchmodSync(descriptor, mode);
    write(descriptor);
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  return { temporary, target };
}

/** Puts it in its place, in one step. */
export function putInPlace({ temporary, target }: StagedFile): void {
  try {
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
