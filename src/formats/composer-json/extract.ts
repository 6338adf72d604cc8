import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import { childOf, type TreeEntry, type TreeNode } from '../../parsers/tree.ts';
import { unknownVariable } from '../shared/expressions.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { composerPackage } from '../shared/packages/composer-package.ts';
import { shellReferences } from '../shared/scripts/shell-references.ts';
import type { Where } from '../shared/strings.ts';
import { entriesOf, itemsOf, stringOf } from '../shared/tree-access.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { hostReferences, isInUrl, mirrorReferences } from '../shared/url-references.ts';

/** What a manifest requires and where it gets it from. Descriptive fields are prose. */
export const extractComposerJson: Extract = source => {
  const { root, problems } = parseJson(source);
  const scope = folderModule('composer', source.path);
  const references = entriesOf(root).flatMap(section => sectionReferences(section, scope));
  return { references: uniqueReferences(references), definitions: [], calls: [], comments: [], problems };
};

function sectionReferences(section: TreeEntry, scope: string): Reference[] {
  if (REQUIRING.has(section.key)) {
    return entriesOf(section.value).flatMap(({ key, keySpan, value }) =>
      composerPackage(key, keySpan, stringOf(value)?.text, { scope, structuralPath: [section.key, key] }),
    );
  }
  const where = { scope, structuralPath: [section.key] };
  switch (section.key) {
    case 'repositories':
      return repositoriesIn(section.value, where);
    case 'scripts':
      return scriptsIn(section.value, where);
    case 'config':
    case 'extra':
      return settingsIn(section.value, where);
    default:
      return [];
  }
}

const REQUIRING = new Set(['require', 'require-dev']);

/** A list, or a map from names; a package may be spelled out in it. */
function repositoriesIn(node: TreeNode | undefined, where: Where): Reference[] {
  const repositories = [...itemsOf(node), ...entriesOf(node).map(entry => entry.value)];
  return repositories.flatMap(repository => {
    const type = stringOf(childOf(repository, 'type'))?.text;
    const url = stringOf(childOf(repository, 'url'));
    const inPackage = settingsIn(childOf(repository, 'package'), where);
    if (!url || type === 'path' || type === 'artifact') return inPackage;
    const address =
      type === 'composer' || type === undefined
        ? mirrorReferences(url, 'composer', where)
        : hostReferences(url, where);
    return [...address, ...inPackage];
  });
}

function scriptsIn(node: TreeNode | undefined, where: Where): Reference[] {
  return entriesOf(node).flatMap(({ key, value }) => {
    const context = {
      where: { ...where, structuralPath: [...where.structuralPath, key] },
      lookUp: unknownVariable,
    };
    return [value, ...itemsOf(value)].flatMap(each => {
      const command = stringOf(each);
      return command ? shellReferences(command, context) : [];
    });
  });
}

/** URLs in values of any depth. */
function settingsIn(node: TreeNode | undefined, where: Where): Reference[] {
  if (node?.kind === 'map')
    return node.entries.flatMap(({ key, value }) => settingsIn(value, inside(where, key)));
  if (node?.kind === 'list') return node.items.flatMap(item => settingsIn(item, where));
  const text = stringOf(node);
  return text ? hostReferences(text, where, mention => isInUrl(text.text, mention)) : [];
}

function inside(where: Where, key: string): Where {
  return { ...where, structuralPath: [...where.structuralPath, key] };
}
