import type { Extract } from '../../model/format.ts';
import { type CodeItem, itemsOf, labelledItem, stringOf } from '../../parsers/code/call.ts';
import { ELIXIR } from '../../parsers/code/dialect.ts';
import { type CodeGroup, isMark } from '../../parsers/code/node.ts';
import { textOfNodes } from '../../parsers/code/value.ts';
import { type CallPath, type CodeVisitor, isWithin, walkCode } from '../../parsers/code/walk.ts';
import type { InterpolatedText } from '../../parsers/interpolation.ts';
import type { Span } from '../../text/span.ts';
import { type KnownText, knownText } from '../shared/known-text.ts';
import { packageReferences } from '../shared/packages/named-package.ts';
import { pinnedVersion, shownVersion } from '../shared/packages/pinned-version.ts';
import { extractBuildScript } from '../shared/scripts/build-script.ts';
import type { Script } from '../shared/scripts/code-script.ts';
import type { CodeReferences } from '../shared/scripts/code-strings.ts';

/** The dependencies of a Mix project: tuples `{:name, "~> 1.0", options}`. */
export const extractMix: Extract = source =>
  extractBuildScript(source, {
    dialect: ELIXIR,
    module: 'mix',
    readerOf: (found, script) => new MixReader(found, knownText(withAttributes(script))),
    isProse: path => isWithin(path, 'links', 'homepage_url', 'source_url', 'docs', 'package'),
  });

class MixReader implements CodeVisitor {
  private readonly found: CodeReferences;
  private readonly known: KnownText;

  constructor(found: CodeReferences, known: KnownText) {
    this.found = found;
    this.known = known;
  }

  group(group: CodeGroup, path: CallPath | undefined): void {
    const name = group.open === '{' ? atomOf(itemsOf(group.nodes.slice(0, 2))) : undefined;
    if (!name) return;
    const [, ...items] = itemsOf(group.nodes);
    if (items.length === 0 || labelledItem(items, 'path') || labelledItem(items, 'in_umbrella')) return;
    const requirement = items[0]?.label === undefined ? textOfNodes(items[0]?.nodes ?? []) : undefined;
    const isDependency = requirement || OPTIONS.some(option => labelledItem(items, option));
    const more = items.slice(requirement ? 1 : 0);
    if (!isDependency || more.some(item => item.label === undefined)) return;
    const where = this.found.where(path, name.text);
    const written = requirement && shownVersion(this.known(requirement));
    // Another name in the registry: `hex: :name`.
    const other = labelledItem(items, 'hex');
    const hex = (other && atomOf([other])) ?? name;
    const version = pinnedVersion(written);
    this.found.add(
      packageReferences(
        { type: 'hex', path: hex.text, name: hex.text, span: hex.span, written, version },
        where,
      ),
    );
    const git = stringOf(labelledItem(items, 'git'));
    if (git) this.found.addAddress(git.text, where);
  }
}

/** `@version "1.0"` besides other variables. */
function withAttributes({ file, variables }: Script): ReadonlyMap<string, InterpolatedText> {
  const all = new Map(variables);
  walkCode(file.nodes, {
    call: ({ name, items }) => {
      const value = name.startsWith('@') ? stringOf(items[0]) : undefined;
      if (value) all.set(name, value.text);
    },
  });
  return all;
}

const OPTIONS = ['git', 'github', 'hex', 'organization', 'repo', 'only', 'override', 'runtime'];

/** `:name` */
function atomOf(items: readonly CodeItem[]): { readonly text: string; readonly span: Span } | undefined {
  const [colon, name] = items[0]?.nodes ?? [];
  return isMark(colon, ':') && name?.kind === 'word' ? { text: name.text, span: name.span } : undefined;
}
