import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Settings } from '../protocol/settings.ts';
import type { Language } from '../report/language.ts';
import type { ClientFeatures } from './connection/features.ts';
import type { Publisher } from './documents/publisher.ts';
import type { ServerHost } from './host/host.ts';

/** What all folders share. */
export interface Services {
  readonly host: ServerHost;
  readonly features: ClientFeatures;
  readonly publisher: Publisher;
  /** The language that the reader's editor speaks, or English. */
  readonly language: Language;
  /** The settings that hold for a folder or document (a URI). */
  readonly settingsOf: (uri: string) => Promise<Settings>;
  readonly isTrusted: () => boolean;
  readonly openDocument: (uri: string) => TextDocument | undefined;
  /** Something about rulesets changed that the status tells. */
  readonly onPolicyChanged: () => void;
  /** For people who look for a mistake of ours. */
  readonly logError: (error: unknown) => void;
}
