import { AbstractMessageReader, AbstractMessageWriter, Emitter, type Message } from 'vscode-jsonrpc';
import { READING, type Reading } from '../protocol/requests.ts';

/** A web worker, as far as it is used here. */
export interface WebWorker {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  terminate(): void;
}

/**
 * Connects with a server in a worker, and ends it when it takes longer with a file than it may: nothing inside of it can.
 * For who reads its messages that is as if it had crashed.
 * @param onStopped told the file
 */
export function watchedTransports(worker: WebWorker, onStopped: (path: string) => void) {
  const reader = new WorkerReader();
  const watch = new Watch(path => {
    worker.terminate();
    onStopped(path);
    reader.end();
  });
  worker.addEventListener('message', ({ data }) => {
    const reading = readingIn(data);
    if (reading) watch.note(reading);
    else reader.receive(data);
  });
  return { reader, writer: new WorkerWriter(worker) };
}

/** Waits for a server to go on to the next file. */
class Watch {
  private readonly stop: (path: string) => void;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(stop: (path: string) => void) {
    this.stop = stop;
  }

  note({ path, milliseconds }: Reading): void {
    clearTimeout(this.timer);
    if (path === undefined) return;
    // When this thread was held up, that the server has gone on is still to be heard.
    this.timer = setTimeout(() => {
      this.timer = setTimeout(() => this.stop(path), GRACE);
    }, milliseconds);
  }
}

/** In milliseconds. */
const GRACE = 1000;

function readingIn(message: unknown): Reading | undefined {
  const isReading =
    typeof message === 'object' && message !== null && Reflect.get(message, 'method') === READING;
  return isReading ? Reflect.get(message, 'params') : undefined;
}

class WorkerReader extends AbstractMessageReader {
  private readonly received = new Emitter<Message>();
  readonly listen = this.received.event;

  receive(message: unknown): void {
    this.received.fire(message as Message);
  }

  end(): void {
    this.fireClose();
  }
}

class WorkerWriter extends AbstractMessageWriter {
  private readonly worker: WebWorker;

  constructor(worker: WebWorker) {
    super();
    this.worker = worker;
  }

  async write(message: Message): Promise<void> {
    this.worker.postMessage(message);
  }

  end(): void {}
}
