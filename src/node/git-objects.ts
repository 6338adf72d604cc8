import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { gitEnvironment } from './git-command.ts';

/** The content of a blob, or why there is none. */
export type BlobAnswer = Buffer | 'missing' | 'too-large';

/**
 * Reads blobs one after the other through one `git cat-file --batch`, which lives until `close`. A damaged object can end
 * it: what was asked for then counts as missing, and the next blob is asked of a new one, some times.
 */
export class ObjectReader {
  private readonly folder: string;
  private child: Child | undefined;
  private starts = 0;
  private readonly limit: number;
  private readonly waiting: ((answer: BlobAnswer) => void)[] = [];
  /** What has arrived and is not understood yet, and how many bytes that takes. */
  private chunks: Buffer[] = [];
  private received = 0;
  private needed = 1;
  /** Bytes of a blob above the limit, which are dropped as they arrive. */
  private skipping = 0;

  /**
   * @param folder absolute path in the repository
   * @param limit the largest blob that is kept, in bytes
   */
  constructor(folder: string, limit: number) {
    this.folder = folder;
    this.limit = limit;
    this.child = this.start();
  }

  private start(): Child | undefined {
    if (this.starts++ === MOST_STARTS) return undefined;
    const child = spawn('git', ['-C', this.folder, 'cat-file', '--batch'], {
      env: gitEnvironment(),
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    });
    child.stdout.on('data', (chunk: Buffer) => {
      if (this.child === child) this.receive(chunk);
    });
    for (const event of ['error', 'close']) child.on(event, () => this.fail(child));
    child.stdin.on('error', () => this.fail(child));
    return child;
  }

  /** The blob with the hexadecimal id `oid`. */
  read(oid: string): Promise<BlobAnswer> {
    this.child ??= this.start();
    const { child } = this;
    if (!child) return Promise.resolve('missing');
    return new Promise(resolve => {
      this.waiting.push(resolve);
      child.stdin.write(`${oid}\n`);
    });
  }

  close(): void {
    this.child?.stdin.end();
  }

  private receive(chunk: Buffer): void {
    const dropped = Math.min(this.skipping, chunk.length);
    this.skipping -= dropped;
    if (dropped === chunk.length) return;
    this.chunks.push(chunk.subarray(dropped));
    this.received += chunk.length - dropped;
    if (this.received < this.needed) return;
    let rest: Buffer = Buffer.concat(this.chunks);
    for (let used = this.understand(rest); used > 0; used = this.understand(rest)) rest = rest.subarray(used);
    this.chunks = [rest];
    this.received = rest.length;
  }

  /**
   * Takes one answer off the beginning: `<oid> blob <size>\n<content>\n`, or one line that says that there is no such
   * blob (https://git-scm.com/docs/git-cat-file#_batch_output).
   * @returns how many bytes it took; 0 when more must arrive first
   */
  private understand(bytes: Buffer): number {
    const end = bytes.indexOf('\n');
    if (end < 0) {
      this.needed = bytes.length + 1;
      return 0;
    }
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(bytes.toString('latin1', 0, end))?.[1];
    if (size === undefined) return this.answer('missing', end + 1);
    const length = end + 1 + Number(size) + 1;
    if (Number(size) > this.limit) {
      this.skipping = Math.max(0, length - bytes.length);
      return this.answer('too-large', Math.min(length, bytes.length));
    }
    if (bytes.length < length) {
      this.needed = length;
      return 0;
    }
    return this.answer(Buffer.from(bytes.subarray(end + 1, length - 1)), length);
  }

  private answer(answer: BlobAnswer, length: number): number {
    this.needed = 1;
    this.waiting.shift()?.(answer);
    return length;
  }

  private fail(child: Child): void {
    if (this.child !== child) return;
    this.child = undefined;
    [this.chunks, this.received, this.needed, this.skipping] = [[], 0, 1, 0];
    for (const resolve of this.waiting.splice(0)) resolve('missing');
  }
}

type Child = ChildProcessByStdio<Writable, Readable, null>;

/** A repository that is damaged in more places is to be repaired before it can be compared. */
const MOST_STARTS = 20;
