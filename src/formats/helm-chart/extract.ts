import {
  type Definition,
  type ModuleCall,
  type Reference,
  SUPPRESSION_MARKER,
} from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { withoutVariables } from '../../parsers/interpolation.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { embeddedYaml } from '../../parsers/yaml/embedded.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { joinInside } from '../../text/path.ts';
import { unknownVariable } from '../shared/expressions.ts';
import {
  chartFolder,
  helmModule,
  parentCalls,
  subchartName,
  valueName,
} from '../shared/modules/helm-module.ts';
import { chartReferences } from '../shared/packages/chart-reference.ts';
import { imageReferences } from '../shared/packages/image-reference.ts';
import { entriesOf, itemsOf, scalarAt, stringAt, stringOf } from '../shared/tree-access.ts';

/** The charts that a chart, its requirements or its lock file name; what a chart says of itself is prose. */
export const extractHelmChart: Extract = source => {
  const { documents, comments, problems } = parseYaml(source, SUPPRESSION_MARKER);
  const [root] = documents;
  const scope = helmModule(source.path);
  return {
    references: [...dependencies(root, scope), ...listedImages(root, scope)],
    definitions: chartDefinitions(root, scope),
    calls: [...parentCalls(source.path), ...renamedCalls(root, source.path)],
    comments,
    problems,
  };
};

function dependencies(root: TreeNode | undefined, scope: string): Reference[] {
  return itemsOf(childOf(root, 'dependencies')).flatMap((item, index) => {
    const name = stringAt(item, 'name');
    const structuralPath = ['dependencies', stringAt(item, 'alias')?.text ?? name?.text ?? String(index)];
    return chartReferences({ repository: stringAt(item, 'repository'), name }, { scope, structuralPath });
  });
}

/**
 * Charts in the tree that get their values under another name, or that are in another folder than `charts/`
 * (https://helm.sh/docs/topics/charts/#alias-field-in-dependencies).
 */
function renamedCalls(root: TreeNode | undefined, path: string): ModuleCall[] {
  const folder = chartFolder(path);
  return itemsOf(childOf(root, 'dependencies')).flatMap(item => {
    const name = stringAt(item, 'name');
    const alias = stringAt(item, 'alias');
    const local = /^file:\/\/(.+)$/.exec(stringAt(item, 'repository')?.text ?? '')?.[1];
    if (!name || (!alias && local === undefined)) return [];
    const target = joinInside(folder, local ?? `charts/${name.text}`);
    if (target === undefined || (!alias && target === joinInside(folder, `charts/${name.text}`))) return [];
    const { text, span } = alias ?? name;
    const value = { type: 'variable', name: subchartName(text), span } as const;
    const call: ModuleCall = {
      scope: helmModule(path),
      target: `helm:${target}`,
      name: `values of ${text}`,
      span,
      inputs: new Map(),
      otherInputs: { prefix: valueName(['']), value },
    };
    return [call];
  });
}

/** `images` or `artifacthub.io/images`: a list as text (https://artifacthub.io/docs/topics/annotations/helm/). */
function listedImages(root: TreeNode | undefined, scope: string): Reference[] {
  return entriesOf(childOf(root, 'annotations')).flatMap(({ key, value }) => {
    const text = /(?:^|\/)images$/.test(key) ? stringOf(value) : undefined;
    const lists = text ? embeddedYaml(text) : [];
    return lists.flatMap(itemsOf).flatMap(item => {
      const image = stringAt(item, 'image');
      const where = { scope, structuralPath: ['annotations', key, stringAt(item, 'name')?.text ?? ''] };
      return image ? imageReferences(withoutVariables(image), where, unknownVariable) : [];
    });
  });
}

/** `.Chart.AppVersion` and others, as templates name them. */
function chartDefinitions(root: TreeNode | undefined, scope: string): Definition[] {
  return ['name', 'version', 'appVersion'].flatMap((key): Definition[] => {
    const scalar = scalarAt(root, key);
    if (!scalar) return [];
    const name = `Chart.${key.charAt(0).toUpperCase()}${key.slice(1)}`;
    const value = { type: 'literal', value: scalar.text, span: scalar.span } as const;
    return [{ scope, name, value, precedence: 'default' }];
  });
}
