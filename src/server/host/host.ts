import type { Clock, FileTree, RulesetPorts } from '../../engine/index.ts';
import type { InitializationOptions } from '../../protocol/requests.ts';
import type { Phrase } from '../../words/phrase.ts';

/** What the server needs of the machine that it runs on. */
export interface ServerHost {
  /** Told once what the client said when it started the server, before anything is asked. */
  start?(options: InitializationOptions): void;
  /** The files of a workspace folder (a URI). */
  openFolder(folder: string): FileTree;
  /**
   * The ruleset file that a repository has for a workspace folder (a URI): in it, or in the nearest folder above it that
   * belongs to the same repository. `undefined` when there is none.
   */
  findWorkspaceRuleset(folder: string): Promise<WorkspaceRuleset | undefined>;
  /**
   * What leads from the top of its repository to the folder (a URI): `''`, or `deploy/`, with a `/` at its end. `''` too
   * where no repository is known.
   */
  repositoryPrefix(folder: string): string;
  /** The ruleset file at a path that a setting names; a relative one starts from the workspace folder (a URI). */
  readRuleset(path: string, folder: string): Promise<RulesetFile>;
  /** How rulesets that settings and other rulesets name are read; what fetches is left out where nothing is trusted. */
  readonly rulesetPorts: RulesetPorts;
  readonly clock: Clock;
}

/** The ruleset file that a repository has. */
export interface WorkspaceRuleset extends RulesetFile {
  /** What leads from the file's folder to the workspace folder: `''`, or `deploy/`, with a `/` at its end. */
  readonly pathPrefix: string;
}

/** A ruleset file that is there, or should be. */
export interface RulesetFile {
  /** What messages call it. */
  readonly name: string;
  readonly uri: string;
  /** What relative names in it start from: the absolute path of a file on this machine, else the URI. */
  readonly location?: string;
  /** The text, or why there is none as the end of a sentence. */
  readonly content:
    | { readonly ok: true; readonly text: string }
    | { readonly ok: false; readonly reason: string | Phrase };
}
