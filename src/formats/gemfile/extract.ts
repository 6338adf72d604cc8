import type { Extract } from '../../model/format.ts';
import { type CodeItem, labelledItem, stringOf, stringsOf } from '../../parsers/code/call.ts';
import { RUBY } from '../../parsers/code/dialect.ts';
import { textOfNodes } from '../../parsers/code/value.ts';
import { type CallPath, type CodeCall, isWithin, lastPart, walkCode } from '../../parsers/code/walk.ts';
import type { InterpolatedText } from '../../parsers/interpolation.ts';
import { scopeVariable } from '../shared/expressions.ts';
import { knownText } from '../shared/known-text.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { packageReferences } from '../shared/packages/named-package.ts';
import { pinnedVersion, shownVersion } from '../shared/packages/pinned-version.ts';
import { readScript, scriptExtraction } from '../shared/scripts/code-script.ts';
import { CodeReferences } from '../shared/scripts/code-strings.ts';

/** Gems and where they come from, of a Gemfile or a gem's specification. */
export const extractGemfile: Extract = source => {
  const script = readScript(source, RUBY);
  const scope = folderModule('ruby', source.path);
  const found = new CodeReferences(scope, scopeVariable);
  const known = knownText(script.variables);

  walkCode(script.file.nodes, {
    call: readCall,
    statement: (nodes, path) => found.noteStrings(nodes, path),
  });
  found.addRest(path => isWithin(path, ...PROSE));
  return scriptExtraction(source, scope, script, found.references);

  function readCall(call: CodeCall, path: CallPath | undefined): void {
    const name = lastPart(call.name);
    if (name === 'source' || name === 'plugin_source') readSource(call.items[0], path);
    else if (GEM_CALLS.has(name)) readGem(call.items, path);
  }

  function readSource(item: CodeItem | undefined, path: CallPath | undefined): void {
    const text = item && textOfNodes(item.nodes.slice(0, 1));
    if (text && !item?.label) found.addMirror(text, 'rubygems', found.where(path, 'source'));
  }

  /** `gem 'name', '~> 1.0', git: '…'`. A folder of the repository is no package of a server. */
  function readGem(items: readonly CodeItem[], path: CallPath | undefined): void {
    const [first, ...more] = items;
    const name = stringOf(first);
    if (!name || labelledItem(items, 'path')) return;
    const gem = known(name.text);
    const where = found.where(path, gem.replaceAll('\0', ''));
    const versions = more.filter(item => item.label === undefined).flatMap(versionsIn);
    const written = versions.map(version => shownVersion(known(version))).join(', ');
    const version = versions.length === 1 ? pinnedVersion(written) : undefined;
    found.understand(name.text);
    found.add(
      packageReferences({ type: 'gem', path: gem, name: gem, span: name.text.span, written, version }, where),
    );
    const server = stringOf(labelledItem(items, 'source'));
    if (server) found.addMirror(server.text, 'rubygems', where);
    const git = stringOf(labelledItem(items, 'git'));
    if (git) found.addAddress(git.text, where);
  }
};

const GEM_CALLS = new Set([
  'gem',
  'plugin',
  'add_dependency',
  'add_runtime_dependency',
  'add_development_dependency',
]);

/** `'~> 1.0'`, a list of such, or a variable. */
function versionsIn(item: CodeItem): InterpolatedText[] {
  const text = textOfNodes(item.nodes);
  return text ? [text] : stringsOf(item).map(string => string.text);
}

/** What a specification says of itself to readers. */
const PROSE = [
  'homepage',
  'description',
  'summary',
  'metadata',
  'source_code_uri',
  'homepage_uri',
  'changelog_uri',
  'documentation_uri',
  'bug_tracker_uri',
  'wiki_uri',
  'license',
  'licenses',
  'authors',
  'email',
];
