import type { Status } from '../../protocol/requests.ts';

/** Tells the client the status, at most once per turn of the event loop and only when it differs from the last one. */
export class StatusTeller {
  private readonly read: () => Status;
  private readonly send: (status: Status) => void;
  private last = '';
  private isDue = false;

  constructor(read: () => Status, send: (status: Status) => void) {
    this.read = read;
    this.send = send;
  }

  /** Something of the status may have changed. */
  update(): void {
    if (this.isDue) return;
    this.isDue = true;
    setTimeout(() => this.tell());
  }

  private tell(): void {
    this.isDue = false;
    const status = this.read();
    const text = JSON.stringify(status);
    if (text === this.last) return;
    this.last = text;
    this.send(status);
  }
}
