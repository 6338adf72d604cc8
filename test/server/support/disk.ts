import { type FileTree, type RulesetPorts, WORKSPACE_RULESET } from '../../../src/engine/index.ts';
import type { RulesetFile, ServerHost } from '../../../src/server/host/host.ts';
import { phrase } from '../../../src/words/phrase.ts';
import { testClock } from '../../support/disk-tree.ts';

/** Files in memory, by URI, as a server's host. */
export class Disk {
  private readonly texts: Map<string, string>;
  private readonly rulesetPorts: RulesetPorts;

  constructor(texts: Readonly<Record<string, string>>, rulesetPorts: RulesetPorts = {}) {
    this.texts = new Map(Object.entries(texts));
    this.rulesetPorts = rulesetPorts;
  }

  text(uri: string): string {
    return this.texts.get(uri) ?? '';
  }

  write(uri: string, text: string): void {
    this.texts.set(uri, text);
  }

  remove(uri: string): void {
    this.texts.delete(uri);
  }

  host(): ServerHost {
    return {
      openFolder: folder => this.tree(folder),
      findWorkspaceRuleset: async folder => {
        const file = this.ruleset(WORKSPACE_RULESET, folder);
        return file.content.ok ? { ...file, pathPrefix: '' } : undefined;
      },
      repositoryPrefix: () => '',
      readRuleset: async (path, folder) => this.ruleset(path, folder),
      rulesetPorts: this.rulesetPorts,
      clock: testClock,
    };
  }

  private ruleset(path: string, folder: string): RulesetFile {
    const uri = path.startsWith('/') ? `file://${path}` : `${folder}/${path}`;
    const text = this.texts.get(uri);
    const content =
      text === undefined
        ? ({ ok: false, reason: 'there is no such file or folder' } as const)
        : ({ ok: true, text } as const);
    return { name: path, uri, content };
  }

  private tree(folder: string): FileTree {
    const prefix = `${folder}/`;
    return {
      list: async () => {
        const own = [...this.texts.keys()].filter(uri => uri.startsWith(prefix));
        return { files: own.map(uri => uri.slice(prefix.length)).sort(), problems: [] };
      },
      read: path => {
        const text = this.texts.get(prefix + path);
        return text === undefined
          ? { ok: false, problem: { code: 'unreadable', path, message: phrase('problem.gone') } }
          : { ok: true, bytes: new TextEncoder().encode(text) };
      },
    };
  }
}
