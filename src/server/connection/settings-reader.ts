import type { Connection } from 'vscode-languageserver';
import { readSettings, SETTINGS_SECTION, type Settings } from '../../protocol/settings.ts';
import type { ClientFeatures } from './features.ts';
import type { Sender } from './sender.ts';

/** Reads settings: asks a client that answers, else takes what the client sent last. */
export class SettingsReader {
  private readonly connection: Connection;
  private readonly send: Pick<Sender, 'error'>;
  private readonly asks: boolean;
  private sent: unknown;

  constructor(
    connection: Connection,
    features: Pick<ClientFeatures, 'configuration'>,
    send: Pick<Sender, 'error'>,
  ) {
    this.connection = connection;
    this.send = send;
    this.asks = features.configuration;
  }

  /** Takes the settings of a `workspace/didChangeConfiguration`, for clients that cannot be asked. */
  accept(settings: unknown): void {
    const section =
      typeof settings === 'object' && settings !== null && Reflect.get(settings, SETTINGS_SECTION);
    this.sent = section || undefined;
  }

  /** The settings for a folder or document (a URI); the defaults when they cannot be had. Never rejects. */
  async settingsOf(uri: string): Promise<Settings> {
    if (!this.asks) return readSettings(this.sent);
    try {
      const section = SETTINGS_SECTION;
      return readSettings(await this.connection.workspace.getConfiguration({ scopeUri: uri, section }));
    } catch (error) {
      this.send.error(error);
      return readSettings(undefined);
    }
  }
}
