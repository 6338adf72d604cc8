import type { Reference } from '../../model/extraction.ts';
import {
  type CodeItem,
  chainAt,
  groupOf,
  itemsOf,
  labelledItem,
  stringOf,
  stringsOf,
} from '../../parsers/code/call.ts';
import type { CodeNode, CodeString } from '../../parsers/code/node.ts';
import { textOfNodes } from '../../parsers/code/value.ts';
import {
  type CallPath,
  type CodeCall,
  type CodeVisitor,
  isWithin,
  lastPart,
} from '../../parsers/code/walk.ts';
import { type InterpolatedText, literalText, visibleText } from '../../parsers/interpolation.ts';
import type { VariableLookUp } from '../shared/expressions.ts';
import { type KnownText, knownText } from '../shared/known-text.ts';
import { catalogName } from '../shared/packages/gradle-catalog-name.ts';
import { coordinateOf, exactMavenVersion, mavenReferences } from '../shared/packages/maven-package.ts';
import { packageReferences } from '../shared/packages/named-package.ts';
import { shownVersion } from '../shared/packages/pinned-version.ts';
import { CodeReferences } from '../shared/scripts/code-strings.ts';

/** Reads what a Gradle script declares. */
export class GradleVisitor implements CodeVisitor {
  /** Does the script use names that a folder around it may define? */
  usesOthers = false;
  private readonly found: CodeReferences;
  private readonly known: KnownText;
  private readonly lookUp: VariableLookUp;

  constructor(scope: string, lookUp: VariableLookUp, variables: ReadonlyMap<string, InterpolatedText>) {
    this.lookUp = (name, span, fallback) => {
      if (!variables.has(name)) this.usesOthers = true;
      return lookUp(name, span, fallback);
    };
    this.found = new CodeReferences(scope, this.lookUp);
    this.known = knownText(variables);
  }

  finish(): Reference[] {
    this.found.addRest(path => isWithin(path, ...PROSE));
    return this.found.references;
  }

  call(call: CodeCall, path: CallPath | undefined): void {
    const name = lastPart(call.name);
    if (isWithin(path, 'repositories') || isWithin(path, 'repositoriesMode'))
      this.readRepository(name, call, path);
    else if (isWithin(path, 'plugins', 'pluginManagement') && name in PLUGIN_CALLS)
      this.readPlugin(name, call, path);
    else if (name === 'apply') this.readApplied(call, path);
    else if (isWithin(path, 'exclude', 'modules') || NO_DEPENDENCIES.has(name)) return;
    else if (isWithin(path, 'dependencies', 'imports', 'plugins', 'constraints'))
      this.readDependency(call, path);
    else if (name === 'maven' && isWithin(path, 'allprojects', 'subprojects'))
      this.readRepository(name, call, path);
  }

  assignment(name: string, value: readonly CodeNode[], path: CallPath | undefined): void {
    if (isWithin(path, 'repositories') && ADDRESS_SETTINGS.has(lastPart(name))) this.readAddress(value, path);
  }

  statement(nodes: readonly CodeNode[], path: CallPath | undefined): void {
    this.found.noteStrings(nodes, path);
    for (const node of nodes) if (node.kind === 'string') this.readString(node, path);
  }

  /** Dependencies, and coordinates that are kept in variables and maps. */
  private readString(node: CodeString, path: CallPath | undefined): void {
    if (isWithin(path, 'exclude', 'repositories', 'plugins', 'implementationClass')) return;
    const coordinate = coordinateOf(node.text);
    const isDeclared = isWithin(path, 'dependencies', 'imports');
    if (!coordinate || !(isDeclared || LOOKS_LIKE_COORDINATE.test(visibleText(node.text).text))) return;
    if (isWithin(path, 'project', 'because')) return;
    this.found.understand(node.text);
    const where = this.found.where(path);
    this.found.add(mavenReferences(coordinate, where, this.known, this.lookUp));
  }

  /** `group: 'g', name: 'a', version: 'v'`, also in a list of maps; and `libs.alias`. */
  private readDependency({ items }: CodeCall, path: CallPath | undefined): void {
    this.readMap(items, path);
    for (const item of items) {
      const map = groupOf(item);
      if (map?.open === '[') this.readMap(itemsOf(map.nodes), path);
      this.readAlias(item, path);
    }
  }

  private readMap(items: readonly CodeItem[], path: CallPath | undefined): void {
    const [group, artifact, version] = ['group', 'name', 'version'].map(label =>
      textOf(labelledItem(items, label)),
    );
    if (!group || !artifact) return;
    const coordinate = { group, artifact, span: artifact.span, ...(version ? { version } : {}) };
    this.found.add(mavenReferences(coordinate, this.found.where(path), this.known, this.lookUp));
  }

  /** `libs.aliyun.oss`, `libs.bundles.cloud` (https://docs.gradle.org/current/userguide/version_catalogs.html). */
  private readAlias({ nodes }: CodeItem, path: CallPath | undefined): void {
    const chain = chainAt(nodes, 0);
    if (!chain || chain.end < nodes.length || !CATALOG.test(chain.name)) return;
    const value = this.lookUp(catalogName(chain.name), chain.span);
    this.found.add([{ kind: 'package', value, span: chain.span, ...this.found.where(path, chain.name) }]);
  }

  private readRepository(name: string, { items, block }: CodeCall, path: CallPath | undefined): void {
    if (ADDRESS_CALLS.has(name)) this.readAddress(items[0]?.nodes ?? [], path);
    const byLabel = labelledItem(items, 'url');
    if (byLabel) this.readAddress(byLabel.nodes, path);
    else if ((name === 'maven' || name === 'ivy') && !block) this.readAddress(items[0]?.nodes ?? [], path);
    for (const node of stringsOf(labelledItem(items, 'urls'))) this.readAddress([node], path);
  }

  private readAddress(nodes: readonly CodeNode[], path: CallPath | undefined): void {
    const text = textOfNodes(nodes);
    if (text) this.found.addMirror(text, 'maven', this.found.where(path));
  }

  /** `id 'x' version 'y'`: plugins are Maven packages by the name of their marker. */
  private readPlugin(name: string, { items, nodes, end }: CodeCall, path: CallPath | undefined): void {
    const [first] = items;
    if (name === 'alias') {
      if (first) this.readAlias(first, path);
      return;
    }
    const id = first?.nodes[0];
    if (id?.kind !== 'string') return;
    const version = versionAfter(first?.nodes ?? [], 1) ?? versionAfter(nodes, end);
    this.addPlugin(name === 'kotlin' ? 'org.jetbrains.kotlin.' : '', id.text, version, path);
  }

  /** `apply plugin: 'x'`: its version is that of the build script's class path. */
  private readApplied({ items }: CodeCall, path: CallPath | undefined): void {
    const id = textOf(labelledItem(items, 'plugin'));
    if (id) this.addPlugin('', id, undefined, path);
  }

  private addPlugin(
    prefix: string,
    id: InterpolatedText,
    version: InterpolatedText | undefined,
    path: CallPath | undefined,
  ): void {
    if (!literalText(id)) return;
    this.found.understand(id);
    const plugin = prefix + this.known(id);
    if (!plugin.includes('.')) return;
    const exact = version && exactMavenVersion(this.known(version));
    const named = {
      type: 'maven',
      path: `${plugin}/${plugin}.gradle.plugin`,
      name: plugin,
      span: id.span,
    };
    const versions = version ? { written: shownVersion(this.known(version)), version: exact } : {};
    this.found.add(packageReferences({ ...named, ...versions }, this.found.where(path, plugin)));
  }
}

/** Written for readers: what a published project says of itself. */
const PROSE = [
  'pom',
  'scm',
  'licenses',
  'license',
  'developers',
  'developer',
  'issueManagement',
  'links',
  'javadoc',
];

const PLUGIN_CALLS: Readonly<Record<string, true>> = Object.assign(Object.create(null), {
  id: true,
  kotlin: true,
  alias: true,
});
const NO_DEPENDENCIES = new Set([
  'project',
  'files',
  'fileTree',
  'exclude',
  'because',
  'repositories',
  'dependencies',
]);
const ADDRESS_SETTINGS = new Set(['url', 'artifactUrls', 'setUrl']);
const ADDRESS_CALLS = new Set(['url', 'setUrl', 'artifactUrls', 'artifactUrl', 'uri']);
const CATALOG = /^[a-zA-Z]\w*[lL]ibs\.\w|^libs\.\w/;

/** A group with a dot and a version with a digit: nothing else looks so. */
const LOOKS_LIKE_COORDINATE = /^[a-z][\w-]*(?:\.[\w-]+)+:[\w.-]+:(?:[A-Za-z_.-]*\d[\w.+-]*|\0)$/;

function textOf(item: CodeItem | undefined): InterpolatedText | undefined {
  return stringOf(item)?.text ?? (item && textOfNodes(item.nodes));
}

/** What follows the word `version`. */
function versionAfter(nodes: readonly CodeNode[], from: number): InterpolatedText | undefined {
  for (let index = from; index < Math.min(nodes.length, from + 6); index++) {
    const node = nodes[index];
    if (node?.kind !== 'word' || node.text !== 'version') continue;
    const value = nodes[index + 1];
    if (!value) return undefined;
    const inner =
      value.kind === 'group' ? value.nodes : value.kind === 'word' ? chainNodes(nodes, index + 1) : [value];
    return textOfNodes(inner);
  }
  return undefined;
}

function chainNodes(nodes: readonly CodeNode[], index: number): readonly CodeNode[] {
  return nodes.slice(index, chainAt(nodes, index)?.end ?? index);
}
