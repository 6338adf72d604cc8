import type { Problem } from '../../model/problem.ts';
import type { Refusal, Ruleset } from '../../model/ruleset.ts';
import type { Settings } from '../../protocol/settings.ts';
import type { Language } from '../../report/language.ts';
import { neutralise } from '../../text/neutralise.ts';
import { makeSource } from '../../text/source.ts';
import { phrase } from '../../words/phrase.ts';
import { problemDiagnostic } from '../documents/diagnostics.ts';
import { EMPTY_REPORT } from '../documents/publisher.ts';
import type { Services } from '../services.ts';
import type { FolderRoot } from './folder-root.ts';
import { Policy, type PolicySource } from './policy.ts';
import { policySources } from './policy-sources.ts';

/** The rulesets in force in one folder; what is wrong with them stands in their files as diagnostics. */
export class FolderPolicy {
  private readonly root: FolderRoot;
  private readonly services: Services;
  private readonly policy = new Policy();
  private published = new Set<string>();
  private currentProblems: readonly string[] = [];

  constructor(root: FolderRoot, services: Services) {
    this.root = root;
    this.services = services;
  }

  /** What is wrong, one sentence each; while there is something, the last good rulesets are in force. */
  get problems(): readonly string[] {
    return this.currentProblems;
  }

  /** Reads all rulesets anew. */
  async load({ rulesets, audience }: Pick<Settings, 'rulesets' | 'audience'>): Promise<Ruleset> {
    const { host, isTrusted, openDocument, language } = this.services;
    const sources = await policySources({
      root: this.root,
      host,
      rulesets,
      trusted: isTrusted(),
      openText: uri => openDocument(uri)?.getText(),
    });
    const { fetch, ...offline } = host.rulesetPorts;
    const ports = isTrusted() && fetch ? { ...offline, fetch } : offline;
    const { ruleset, problems } = await this.policy.load(sources, audience, ports);
    this.publish(sources, [...problems, ...(ruleset.refusals ?? []).map(asProblem)]);
    this.currentProblems = problems.map(problem => problemSentence(problem, language));
    this.services.onPolicyChanged();
    return ruleset;
  }

  dispose(): void {
    this.services.publisher.clear(this);
    this.currentProblems = [];
    this.services.onPolicyChanged();
  }

  private publish(sources: readonly PolicySource[], problems: readonly Problem[]): void {
    const { publisher, language } = this.services;
    const before = this.published;
    this.published = new Set();
    for (const source of sources) {
      // A file that cannot be read has no place to show anything at: the status tells.
      if (!('name' in source) || !source.content.ok) continue;
      const text = makeSource(source.name, source.content.text);
      const own = problems.filter(problem => problem.path === source.name);
      const diagnostics = own.map(problem => problemDiagnostic(text, problem, language));
      publisher.publish(this, source.uri, { diagnostics, findings: [] });
      this.published.add(source.uri);
    }
    for (const uri of before) if (!this.published.has(uri)) publisher.publish(this, uri, EMPTY_REPORT);
  }
}

/** In its file an attempt to weaken the policy looks like any other mistake. */
function asProblem({ place, detail }: Refusal): Problem {
  return {
    code: 'ruleset-invalid',
    ...place,
    message: phrase('message.override', { value: phrase('notice.refused', { detail }) }),
  };
}

function problemSentence({ path, message }: Problem, language: Language): string {
  const said = language.phrase(message);
  return neutralise(path === undefined ? said : `${path}: ${said}`);
}
