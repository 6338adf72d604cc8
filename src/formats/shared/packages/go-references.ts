import type { Reference } from '../../../model/extraction.ts';
import { type PlacedText, slicePlaced } from '../../../parsers/placed-text.ts';
import { spanWithin } from '../../../parsers/tree.ts';
import type { Span } from '../../../text/span.ts';
import { goPackage } from '../modules/go-module.ts';
import type { GoDirective } from './go-lines.ts';
import { packageReference } from './package-reference.ts';

/** Collects the modules that directives name, and the hosts that their paths begin with. */
export class GoReferences {
  private readonly scope: string;
  private readonly packages: Reference[] = [];
  private readonly hosts = new Map<string, { readonly reference: Reference; readonly repeats: Span[] }>();

  constructor(scope: string) {
    this.scope = scope;
  }

  /** `require path version`. */
  require({ words: [path, version], comment }: GoDirective): void {
    if (!path || !MODULE_PATH.test(path.text)) return;
    const isIndirect = /^\/\/\s*indirect\b/.test(comment);
    this.add('require', path, version?.text, isIndirect ? 'transitive' : 'direct');
  }

  /** `replace path [version] => path [version]`: the module that takes the place of the other; folders are local. */
  replace({ words }: GoDirective): void {
    const arrow = words.findIndex(word => word.text === '=>');
    const path = arrow < 0 ? undefined : words[arrow + 1];
    if (!path || !MODULE_PATH.test(path.text)) return;
    this.add('replace', path, words[arrow + 2]?.text, 'direct');
  }

  references(): Reference[] {
    const hosts = [...this.hosts.values()].map(({ reference, repeats }) => ({ repeats, ...reference }));
    return [...this.packages, ...hosts];
  }

  private add(
    verb: string,
    path: PlacedText,
    version: string | undefined,
    dependency: 'direct' | 'transitive',
  ): void {
    const where = { scope: this.scope, structuralPath: [verb, path.text] };
    this.packages.push(packageReference(goPackage(path.text, version, dependency), path.span, where));
    this.addHost(path);
  }

  /** The first part of a path is the host that the module is found at (https://go.dev/ref/mod#vcs-find). */
  private addHost(path: PlacedText): void {
    const slash = path.text.indexOf('/');
    const host = slash < 0 ? path.text : path.text.slice(0, slash);
    if (!host.includes('.')) return;
    const place = spanWithin(path, 0, host.length);
    const known = this.hosts.get(host);
    if (known) {
      known.repeats.push(place);
      return;
    }
    const value = { type: 'literal', value: host, span: slicePlaced(path, 0, host.length).span } as const;
    const where = { scope: this.scope, structuralPath: ['host', host] };
    this.hosts.set(host, { reference: { kind: 'host', value, span: place, ...where }, repeats: [] });
  }
}

/** Not a folder: those begin with a dot or a slash, or with a drive. */
const MODULE_PATH = /^[A-Za-z0-9_~](?:[^:\\()]*[^:\\()/])?$/;
