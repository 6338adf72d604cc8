import type { Extract } from '../../model/format.ts';
import { type CodeItem, labelledItem, stringOf } from '../../parsers/code/call.ts';
import { RUBY } from '../../parsers/code/dialect.ts';
import { textOfNodes } from '../../parsers/code/value.ts';
import {
  type CallPath,
  type CodeCall,
  type CodeVisitor,
  isWithin,
  lastPart,
} from '../../parsers/code/walk.ts';
import { withoutUnknown } from '../../text/unknown-part.ts';
import { type KnownText, knownText } from '../shared/known-text.ts';
import { packageReferences } from '../shared/packages/named-package.ts';
import { rubyRequirement } from '../shared/packages/ruby-requirement.ts';
import { extractBuildScript } from '../shared/scripts/build-script.ts';
import type { CodeReferences } from '../shared/scripts/code-strings.ts';

/** Gems and where they come from, of a Gemfile or a gem's specification. */
export const extractGemfile: Extract = source =>
  extractBuildScript(source, {
    dialect: RUBY,
    module: 'ruby',
    readerOf: (found, { variables }) => new GemReader(found, knownText(variables)),
    isProse: path => isWithin(path, ...PROSE),
  });

class GemReader implements CodeVisitor {
  private readonly found: CodeReferences;
  private readonly known: KnownText;

  constructor(found: CodeReferences, known: KnownText) {
    this.found = found;
    this.known = known;
  }

  call(call: CodeCall, path: CallPath | undefined): void {
    const name = lastPart(call.name);
    if (name === 'source' || name === 'plugin_source') this.readSource(call.items[0], path);
    else if (GEM_CALLS.has(name)) this.readGem(call.items, path);
  }

  private readSource(item: CodeItem | undefined, path: CallPath | undefined): void {
    const text = item && textOfNodes(item.nodes.slice(0, 1));
    if (text && !item?.label) this.found.addMirror(text, 'rubygems', this.found.where(path, 'source'));
  }

  /** `gem 'name', '~> 1.0', git: '…'`. A folder of the repository is no package of a server. */
  private readGem(items: readonly CodeItem[], path: CallPath | undefined): void {
    const [first, ...more] = items;
    const name = stringOf(first);
    if (!name || labelledItem(items, 'path')) return;
    const gem = this.known(name.text);
    const where = this.found.where(path, withoutUnknown(gem));
    const requirement = rubyRequirement(more, this.known);
    this.found.understand(name.text);
    this.found.add(
      packageReferences({ type: 'gem', path: gem, name: gem, span: name.text.span, ...requirement }, where),
    );
    const server = stringOf(labelledItem(items, 'source'));
    if (server) this.found.addMirror(server.text, 'rubygems', where);
    const git = stringOf(labelledItem(items, 'git'));
    if (git) this.found.addAddress(git.text, where);
  }
}

const GEM_CALLS = new Set([
  'gem',
  'plugin',
  'add_dependency',
  'add_runtime_dependency',
  'add_development_dependency',
]);

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
