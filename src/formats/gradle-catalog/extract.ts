import type { CollectionItem, Expression } from '../../model/expression.ts';
import { type Definition, type Reference, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { type InterpolatedText, withoutVariables } from '../../parsers/interpolation.ts';
import { parseToml } from '../../parsers/toml/parse.ts';
import { childOf, type TreeEntry, type TreeNode } from '../../parsers/tree.ts';
import { basename } from '../../text/path.ts';
import { unknownVariable } from '../shared/expressions.ts';
import { knownText } from '../shared/known-text.ts';
import { gradleModule } from '../shared/modules/gradle-module.ts';
import { inheritableDefinitions } from '../shared/modules/outer-modules.ts';
import { catalogName } from '../shared/packages/gradle-catalog-name.ts';
import { coordinateOf, exactMavenVersion, mavenReferences } from '../shared/packages/maven-package.ts';
import { packageReferences } from '../shared/packages/named-package.ts';
import { entriesOf, itemsOf, scalarAt, stringOf } from '../shared/tree-access.ts';

/** The libraries and plugins of a catalog, and the aliases under which scripts use them. */
export const extractGradleCatalog: Extract = source => {
  const { root, comments, problems } = parseToml(source, SUPPRESSION_MARKER);
  const scope = gradleModule(source.path);
  const catalog = basename(source.path).replace(/\.versions\.toml$/, '');
  const versions = childOf(root, 'versions');
  const libraries = entriesOf(childOf(root, 'libraries')).map(entry => ({
    alias: entry.key,
    references: libraryReferences(entry, versions, scope),
  }));
  const plugins = entriesOf(childOf(root, 'plugins')).map(entry => ({
    alias: `plugins.${entry.key}`,
    references: pluginReferences(entry, versions, scope),
  }));
  const named = [...libraries, ...plugins];
  const definitions = [
    ...named.flatMap(({ alias, references }) => aliasDefinitions(scope, `${catalog}.${alias}`, references)),
    ...bundleDefinitions(root, scope, catalog, new Map(libraries.map(each => [each.alias, each.references]))),
  ];
  return { references: named.flatMap(each => each.references), definitions, calls: [], comments, problems };
};

/** `"g:a:v"`, `{ module = "g:a", version = … }` or `{ group = "g", name = "a", … }`. */
function libraryReferences(
  { key, value }: TreeEntry,
  versions: TreeNode | undefined,
  scope: string,
): Reference[] {
  const where = { scope, structuralPath: ['libraries', key] };
  const whole = stringOf(value) ?? stringOf(childOf(value, 'module'));
  const [group, artifact] = [stringOf(childOf(value, 'group')), stringOf(childOf(value, 'name'))];
  const version = versionOf(value, versions);
  const coordinate = whole
    ? coordinateOf(withoutVariables(whole))
    : group &&
      artifact && {
        group: withoutVariables(group),
        artifact: withoutVariables(artifact),
        span: artifact.span,
      };
  if (!coordinate) return [];
  const versioned = version ? { ...coordinate, version } : coordinate;
  return mavenReferences(versioned, where, NOTHING_KNOWN, unknownVariable);
}

const NOTHING_KNOWN = knownText(new Map());

function pluginReferences(
  { key, value }: TreeEntry,
  versions: TreeNode | undefined,
  scope: string,
): Reference[] {
  const whole = stringOf(value);
  const id = whole ?? stringOf(childOf(value, 'id'));
  if (!id) return [];
  const colon = whole ? id.text.indexOf(':') : -1;
  const plugin = colon < 0 ? id.text : id.text.slice(0, colon);
  const version = versionOf(value, versions);
  const written = version ? NOTHING_KNOWN(version) : colon < 0 ? undefined : id.text.slice(colon + 1);
  const named = { type: 'maven', path: `${plugin}/${plugin}.gradle.plugin`, name: plugin, span: id.span };
  const exact = written === undefined ? undefined : exactMavenVersion(written);
  return packageReferences(
    { ...named, written, version: exact },
    { scope, structuralPath: ['plugins', key] },
  );
}

/** A version, one by reference, or the strictest part of a rich one. */
function versionOf(
  library: TreeNode | undefined,
  versions: TreeNode | undefined,
): InterpolatedText | undefined {
  const version = childOf(library, 'version');
  const reference = stringOf(childOf(version, 'ref'));
  const meant = reference ? childOf(versions, reference.text) : version;
  const rich = ['strictly', 'require', 'prefer'].map(key => scalarAt(meant, key)).find(each => each);
  const scalar = meant?.kind === 'scalar' ? meant : rich;
  return scalar && withoutVariables(scalar);
}

function aliasDefinitions(scope: string, name: string, references: readonly Reference[]): Definition[] {
  return references.flatMap(({ package: found, span }) =>
    found
      ? inheritableDefinitions(scope, catalogName(name), { type: 'literal', value: found.purl, span })
      : [],
  );
}

/** `libs.bundles.name` stands for all libraries of the bundle. */
function bundleDefinitions(
  root: TreeNode,
  scope: string,
  catalog: string,
  libraries: ReadonlyMap<string, readonly Reference[]>,
): Definition[] {
  return entriesOf(childOf(root, 'bundles')).flatMap(({ key, keySpan, value }) => {
    const items: CollectionItem[] = itemsOf(value).flatMap(item =>
      (libraries.get(stringOf(item)?.text ?? '') ?? []).map(({ package: found, span }) => ({
        value: { type: 'literal', value: found?.purl ?? '', span },
      })),
    );
    const collection: Expression = { type: 'collection', items, span: keySpan };
    return inheritableDefinitions(scope, catalogName(`${catalog}.bundles.${key}`), collection);
  });
}
