import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver';
import { WORKSPACE_RULESET } from '../../engine/index.ts';
import { FILE_PATTERNS } from '../../protocol/generated/file-patterns.ts';
import { SETTINGS_SECTION } from '../../protocol/settings.ts';
import type { ClientFeatures } from './features.ts';

/** Asks the client to tell about changed settings and files, as far as it can. */
export async function registerForChanges(connection: Connection, features: ClientFeatures): Promise<void> {
  if (features.configurationChanges) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
  }
  if (features.watchedFiles) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [...WATCHERS] });
  }
}

/** Of a deleted folder only the folder itself is told, so every deletion is asked for. */
const WATCHERS: readonly FileSystemWatcher[] = [
  ...FILE_PATTERNS.map(globPattern => ({ globPattern, kind: WatchKind.Create | WatchKind.Change })),
  { globPattern: `**/${WORKSPACE_RULESET}`, kind: WatchKind.Create | WatchKind.Change },
  { globPattern: '**/*', kind: WatchKind.Delete },
];
