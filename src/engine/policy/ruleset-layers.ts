import type { Problem } from '../../model/problem.ts';
import { placeInData } from '../../model/read-data.ts';
import type { Rank, RulesetFile } from '../../model/ruleset.ts';
import { BUNDLED } from '../../ruleset/generated/bundled.ts';
import type { Layer, LayerOrigin } from '../../ruleset/merge.ts';
import type { Span } from '../../text/span.ts';
import { type Phrase, phrase } from '../../words/phrase.ts';
import type { RulesetFiles } from '../ports.ts';
import type { NetworkPorts, PinnedAddress } from './remote-rulesets.ts';

/** The ruleset that is in force when nobody gives one. */
export const DEFAULT_RULESET = 'vendor-diligence:baseline';

/** A ruleset as a face hands it over. */
export type RulesetSource = {
  readonly rank?: Rank;
  /**
   * What leads to the scanned root from where globs of paths start, in the ruleset and in what it extends: `infra/`, with
   * a `/` at its end. They start at the root unless told otherwise.
   */
  readonly pathPrefix?: string;
} & (
  | { readonly bundled: string }
  /** As `extends` names one, from the folder of the absolute path `location`. */
  | { readonly reference: string; readonly location?: string }
  | RulesetTextSource
);

export interface RulesetTextSource {
  /** What messages and traces call it, usually the path. */
  readonly name: string;
  readonly text: string;
  /** The absolute path of the file: what relative names in it start from. */
  readonly location?: string;
  /** Relative to the scanned root, for findings about it; the name unless told otherwise. */
  readonly path?: string;
}

/** How rulesets that others name are read. What is absent cannot be named. */
export interface RulesetPorts extends Partial<NetworkPorts> {
  readonly files?: RulesetFiles;
}

/** What a chain of `extends` may come to; nobody needs as much. */
const MAX_DEPTH = 8;
const MAX_LAYERS = 40;

/** Where a ruleset is named. */
interface Naming {
  readonly rank: Rank;
  readonly pathPrefix: string | undefined;
  readonly location: string | undefined;
  /** The identities of the rulesets that led here. */
  readonly chain: readonly string[];
  /** The file that people can change, and where in it the name stands; absent for a face's own sources. */
  readonly file?: { readonly name: string; readonly span: () => Span; readonly origin: LayerOrigin };
}

/** Reads rulesets and everything that they extend, each once, what is extended before what extends it. */
export class LayerCollector {
  readonly layers: Layer[] = [];
  readonly problems: Problem[] = [];
  /** The texts of files, by the path that problems and findings call them. */
  readonly texts = new Map<string, string>();
  private readonly ports: RulesetPorts;
  private readonly seen = new Set<string>();

  constructor(ports: RulesetPorts) {
    this.ports = ports;
  }

  /** A source that a face names. The first one stands on the baseline unless it says what it stands on. */
  async add(source: RulesetSource): Promise<void> {
    const rank = source.rank ?? 'organisation';
    const pathPrefix = source.pathPrefix === '' ? undefined : source.pathPrefix;
    const naming: Naming = { rank, pathPrefix, location: undefined, chain: [] };
    if ('bundled' in source) return this.open(source.bundled, naming);
    if ('reference' in source) return this.open(source.reference, { ...naming, location: source.location });
    const { name, text, location, path = name } = source;
    this.texts.set(path, text);
    const origin = { path, spanOf: (at: readonly (string | number)[]) => placeInData(text, [...at]) };
    await this.read(name, path, text, { ...naming, location }, location ?? name, origin);
  }

  private async open(reference: string, naming: Naming): Promise<void> {
    if (reference.startsWith('vendor-diligence:') || Object.hasOwn(BUNDLED, reference)) {
      return this.openBundled(reference, naming);
    }
    if (/^https?:/i.test(reference)) return this.openRemote(reference, naming);
    return this.openFile(reference, naming);
  }

  private async openBundled(name: string, naming: Naming): Promise<void> {
    const file: RulesetFile | undefined = Object.hasOwn(BUNDLED, name) ? BUNDLED[name] : undefined;
    if (!file) {
      const choices = Object.keys(BUNDLED).join(', ');
      return this.fail(naming, phrase('policy.no-bundled', { name, choices }));
    }
    await this.enter(name, naming, () =>
      this.push(name, file, { ...naming, location: undefined }, undefined),
    );
  }

  private async openFile(reference: string, naming: Naming): Promise<void> {
    const { files } = this.ports;
    const base = { location: naming.location, confined: naming.rank === 'repository' };
    const isPackage = reference.startsWith('npm:');
    const answer = isPackage
      ? await files?.readPackage(reference.slice('npm:'.length), base)
      : await files?.readFile(reference, base);
    if (!answer?.ok) {
      const reason = answer?.reason ?? phrase('policy.no-files');
      return this.fail(naming, phrase('policy.not-loaded', { ruleset: reference, reason }));
    }
    const { location, text } = answer;
    // Two folders can have a file of one name.
    const name = this.texts.has(reference) ? location : reference;
    this.texts.set(name, text);
    // What a repository's ruleset extends is told where the repository does: that file is in every report.
    const extender = naming.rank === 'repository' ? naming.file?.origin : undefined;
    const origin = extender ?? { path: name, spanOf: at => placeInData(text, [...at]) };
    await this.read(name, name, text, { ...naming, location }, location, origin);
  }

  private async openRemote(reference: string, naming: Naming): Promise<void> {
    if (naming.rank === 'repository') {
      return this.fail(naming, phrase('policy.repository-network', { ruleset: reference }));
    }
    const address = await this.pinned(reference, naming);
    if (!('url' in address))
      return this.fail(naming, phrase('policy.not-loaded', { ruleset: reference, reason: address }));
    const { clock } = this.ports;
    if (!clock)
      return this.fail(
        naming,
        phrase('policy.not-loaded', { ruleset: reference, reason: phrase('policy.no-network') }),
      );
    const { loadRemoteRuleset } = await import('./remote-rulesets.ts');
    const { text, problem } = await loadRemoteRuleset(address, { ...this.ports, clock });
    if (problem) this.problems.push({ ...problem, ...placeOf(naming) });
    if (text === undefined) return;
    this.texts.set(address.url, text);
    const origin = {
      path: address.url,
      spanOf: (at: readonly (string | number)[]) => placeInData(text, [...at]),
    };
    await this.read(address.url, address.url, text, { ...naming, location: undefined }, address.url, origin);
  }

  /** The address and its pin, or what is wrong with them. */
  private async pinned(reference: string, { location }: Naming): Promise<PinnedAddress | Phrase> {
    const [, url = '', name = '', value = ''] =
      /^(https:\/\/[^#]+)(?:#(sha256|key)=(.+))?$/i.exec(reference) ?? [];
    if (url === '') return phrase('policy.https-only');
    if (name === 'sha256') {
      const isHash = /^[0-9a-f]{64}$/i.test(value);
      return isHash ? { url, pin: { type: 'hash', sha256: value.toLowerCase() } } : phrase('policy.bad-hash');
    }
    if (name !== 'key') return phrase('policy.no-proof');
    const { readPublicKey } = await import('../../ruleset/signature.ts');
    const inline = readPublicKey(value);
    if (inline) return { url, pin: { type: 'key', key: inline } };
    const file = await this.ports.files?.readFile(value, { location, confined: false });
    if (!file?.ok)
      return phrase('policy.key-unread', { key: value, reason: file?.reason ?? phrase('policy.no-files') });
    const key = readPublicKey(file.text);
    return key ? { url, pin: { type: 'key', key } } : phrase('policy.key-kind', { key: value });
  }

  private async read(
    name: string,
    path: string,
    text: string,
    naming: Naming,
    identity: string,
    origin: LayerOrigin,
  ): Promise<void> {
    await this.enter(identity, naming, async () => {
      // The validator is loaded only when there is something to validate.
      const { readRuleset } = await import('../../ruleset/load.ts');
      const { ruleset, problems } = readRuleset({ name: path, text });
      this.problems.push(...problems);
      if (ruleset) await this.push(name, ruleset, { ...naming, chain: [...naming.chain, identity] }, origin);
    });
  }

  /** Below a layer stands what it extends. */
  private async push(
    name: string,
    file: RulesetFile,
    naming: Naming,
    origin: LayerOrigin | undefined,
  ): Promise<void> {
    const isFirst = this.layers.length === 0 && naming.chain.length < 2 && name !== DEFAULT_RULESET;
    const bases = file.extends ?? (isFirst && origin ? [DEFAULT_RULESET] : []);
    for (const [index, base] of bases.entries()) {
      const span = () => origin?.spanOf(['extends', index]) ?? { start: 0, end: 0 };
      const place = origin && { name: origin.path, span, origin: { path: origin.path, spanOf: span } };
      await this.open(base, { ...naming, ...(place ? { file: place } : {}) });
    }
    const stands = origin ?? naming.file?.origin;
    const { rank, pathPrefix } = naming;
    this.layers.push({
      name,
      file,
      rank,
      ...(pathPrefix === undefined ? {} : { pathPrefix }),
      ...(stands ? { origin: stands } : {}),
    });
  }

  /** Each ruleset once, however many name it; a circle and a chain without end are told. */
  private async enter(identity: string, naming: Naming, action: () => Promise<void>): Promise<void> {
    if (naming.chain.includes(identity)) {
      return this.fail(naming, phrase('policy.circle', { chain: [...naming.chain, identity].join(' → ') }));
    }
    if (this.seen.has(identity)) return;
    if (naming.chain.length >= MAX_DEPTH || this.seen.size >= MAX_LAYERS) {
      return this.fail(naming, phrase('policy.too-far', { levels: MAX_DEPTH, rulesets: MAX_LAYERS }));
    }
    this.seen.add(identity);
    await action();
  }

  private fail(naming: Naming, message: Phrase): void {
    this.problems.push({ code: 'ruleset-unavailable', ...placeOf(naming), message });
  }
}

function placeOf({ file }: Naming): Pick<Problem, 'path' | 'span'> {
  return file ? { path: file.name, span: file.span() } : {};
}
