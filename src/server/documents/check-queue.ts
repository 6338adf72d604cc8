/**
 * Runs one piece of work over all keys that were added since the last run: never two runs at once, never sooner than the
 * delay after the last key. A key that is added during a run waits for the next one.
 */
export class CheckQueue {
  private readonly work: (keys: ReadonlySet<string>) => Promise<void>;
  private waiting = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isRunning = false;
  private onSettled: (() => void)[] = [];

  /** @param work handles its own errors. */
  constructor(work: (keys: ReadonlySet<string>) => Promise<void>) {
    this.work = work;
  }

  /** @param delay milliseconds of quiet before the next run. */
  add(key: string, delay: number): void {
    this.waiting.add(key);
    if (!this.isRunning) this.schedule(delay);
  }

  /** Whether the key waits for a run: what is known about it is old. */
  has(key: string): boolean {
    return this.waiting.has(key);
  }

  /** Resolves when nothing waits and nothing runs. */
  settled(): Promise<void> {
    if (!this.isRunning && this.timer === undefined) return Promise.resolve();
    return new Promise(resolve => this.onSettled.push(resolve));
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting.clear();
    if (!this.isRunning) this.tellSettled();
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.start(), delay);
  }

  private start(): void {
    const keys = this.waiting;
    this.waiting = new Set();
    this.timer = undefined;
    this.isRunning = true;
    this.work(keys).finally(() => this.finish());
  }

  private finish(): void {
    this.isRunning = false;
    if (this.waiting.size > 0) this.schedule(0);
    else this.tellSettled();
  }

  private tellSettled(): void {
    const waiting = this.onSettled;
    this.onSettled = [];
    for (const tell of waiting) tell();
  }
}
