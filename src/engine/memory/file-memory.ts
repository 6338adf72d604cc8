/**
 * What was found out about files, until they change. Reading takes a while: what was read before a file changed, and is
 * kept after that, would be old for ever. So whoever reads says when it began, and what has changed since is not kept.
 */
export class FileMemory<Value> {
  private readonly values = new Map<string, Value>();
  /** When each file was forgotten last, and when all were: in changes since the beginning. */
  private readonly forgotten = new Map<string, number>();
  private allForgotten = 0;
  private changes = 0;

  /** To be asked before the file is read, and given to `keep`. */
  get now(): number {
    return this.changes;
  }

  get(path: string): Value | undefined {
    return this.values.get(path);
  }

  /** @param since when the reading began */
  keep(path: string, value: Value, since: number): void {
    if ((this.forgotten.get(path) ?? this.allForgotten) <= since) this.values.set(path, value);
  }

  /** The file has changed, or is gone. */
  forget(path: string): void {
    this.values.delete(path);
    this.forgotten.set(path, ++this.changes);
  }

  /** Any file may have changed. */
  forgetAll(): void {
    this.values.clear();
    this.forgotten.clear();
    this.allForgotten = ++this.changes;
  }
}
