import {
  type Connection,
  MessageType,
  type PublishDiagnosticsParams,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { STATUS, type Status } from '../../protocol/requests.ts';

/** What the server says unasked. Once the client has asked it to shut down it says no more: nobody listens. */
export class Sender {
  private readonly connection: Connection;
  private isStopped = false;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  diagnostics(params: PublishDiagnosticsParams): void {
    if (!this.isStopped) void this.connection.sendDiagnostics(params);
  }

  status(status: Status): void {
    if (!this.isStopped) void this.connection.sendNotification(STATUS, status);
  }

  /** A sentence for the person at the editor. */
  tell(kind: 'warning' | 'information', sentence: string): void {
    if (this.isStopped) return;
    const type = kind === 'warning' ? MessageType.Warning : MessageType.Info;
    void this.connection.sendNotification(ShowMessageNotification.type, { type, message: sentence });
  }

  /** For people who look for a mistake of ours. */
  error(error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (!this.isStopped) this.connection.console.error(text);
  }

  stop(): void {
    this.isStopped = true;
  }
}
