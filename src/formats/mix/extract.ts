import type { Extract } from '../../model/format.ts';
import { type CodeItem, itemsOf, labelledItem, stringOf } from '../../parsers/code/call.ts';
import { ELIXIR } from '../../parsers/code/dialect.ts';
import { type CodeGroup, isMark } from '../../parsers/code/node.ts';
import { textOfNodes } from '../../parsers/code/value.ts';
import { type CallPath, isWithin, walkCode } from '../../parsers/code/walk.ts';
import type { InterpolatedText } from '../../parsers/interpolation.ts';
import type { Span } from '../../text/span.ts';
import { scopeVariable } from '../shared/expressions.ts';
import { knownText } from '../shared/known-text.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { packageReferences } from '../shared/packages/named-package.ts';
import { pinnedVersion, shownVersion } from '../shared/packages/pinned-version.ts';
import { readScript, type Script, scriptExtraction } from '../shared/scripts/code-script.ts';
import { CodeReferences } from '../shared/scripts/code-strings.ts';

/** The dependencies of a Mix project: tuples `{:name, "~> 1.0", options}`. */
export const extractMix: Extract = source => {
  const script = readScript(source, ELIXIR);
  const scope = folderModule('mix', source.path);
  const found = new CodeReferences(scope, scopeVariable);
  const known = knownText(withAttributes(script));

  walkCode(script.file.nodes, {
    group: readTuple,
    statement: (nodes, path) => found.noteStrings(nodes, path),
  });
  found.addRest(path => isWithin(path, 'links', 'homepage_url', 'source_url', 'docs', 'package'));
  return scriptExtraction(source, scope, script, found.references);

  function readTuple(group: CodeGroup, path: CallPath | undefined): void {
    const name = group.open === '{' ? atomOf(itemsOf(group.nodes.slice(0, 2))) : undefined;
    if (!name) return;
    const [, ...items] = itemsOf(group.nodes);
    if (items.length === 0 || labelledItem(items, 'path') || labelledItem(items, 'in_umbrella')) return;
    const requirement = items[0]?.label === undefined ? textOfNodes(items[0]?.nodes ?? []) : undefined;
    const isDependency = requirement || OPTIONS.some(option => labelledItem(items, option));
    const more = items.slice(requirement ? 1 : 0);
    if (!isDependency || more.some(item => item.label === undefined)) return;
    const where = found.where(path, name.text);
    const written = requirement && shownVersion(known(requirement));
    // Another name in the registry: `hex: :name`.
    const other = labelledItem(items, 'hex');
    const hex = (other && atomOf([other])) ?? name;
    const version = pinnedVersion(written);
    found.add(
      packageReferences(
        { type: 'hex', path: hex.text, name: hex.text, span: hex.span, written, version },
        where,
      ),
    );
    const git = stringOf(labelledItem(items, 'git'));
    if (git) found.addAddress(git.text, where);
  }
};

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
