import type { Reference } from '../../../model/extraction.ts';
import type { CodeNode, CodeString } from '../../../parsers/code/node.ts';
import type { CallPath } from '../../../parsers/code/walk.ts';
import { type InterpolatedText, literalText, visibleText } from '../../../parsers/interpolation.ts';
import { findHosts } from '../../../text/hosts.ts';
import type { VariableLookUp } from '../expressions.ts';
import { mirrorsIn, stringReferences, type Where } from '../strings.ts';
import { hostReferences, isInUrl } from '../url-references.ts';

/** Collects the references of a build script: what its declarations say, and addresses in all other strings. */
export class CodeReferences {
  readonly references: Reference[] = [];
  readonly scope: string;
  private readonly lookUp: VariableLookUp;
  /** By where they begin. */
  private readonly strings = new Map<
    number,
    { readonly node: CodeString; readonly path: CallPath | undefined }
  >();
  private readonly understood = new Set<number>();

  constructor(scope: string, lookUp: VariableLookUp) {
    this.scope = scope;
    this.lookUp = lookUp;
  }

  where(path: CallPath | undefined, ...more: readonly string[]): Where {
    const segments: string[] = [];
    for (let step = path; step; step = step.parent) if (step.name !== '') segments.push(step.name);
    return { scope: this.scope, structuralPath: [...segments.reverse(), ...more] };
  }

  add(references: readonly Reference[]): void {
    for (const reference of references) this.references.push(reference);
  }

  /** An address that packages come from. */
  addMirror(text: InterpolatedText, ecosystem: string, where: Where): void {
    this.understand(text);
    this.add(mirrorsIn(text, ecosystem, where, this.lookUp));
  }

  /** Every host in an address of a git repository or a download. */
  addAddress(text: InterpolatedText, where: Where): void {
    this.understand(text);
    this.add(stringReferences(text, where, this.lookUp));
  }

  /** A string that has been read for what it is. */
  understand(text: InterpolatedText): void {
    this.understood.add(text.span.start);
  }

  noteStrings(nodes: readonly CodeNode[], path: CallPath | undefined): void {
    for (const node of nodes)
      if (node.kind === 'string') this.strings.set(node.text.span.start, { node, path });
  }

  /** The URLs in strings that nothing else was made of. */
  addRest(isProse: (path: CallPath | undefined) => boolean): void {
    for (const [start, { node, path }] of this.strings) {
      if (this.understood.has(start) || isProse(path)) continue;
      const visible = visibleText(node.text);
      if (!visible.text.includes('//') || findHosts(visible.text).length === 0) continue;
      const where = this.where(path);
      const isLiteral = literalText(node.text) !== undefined;
      this.add(
        isLiteral
          ? hostReferences(visible, where, mention => isInUrl(visible.text, mention))
          : stringReferences(node.text, where, this.lookUp),
      );
    }
  }
}
