import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { joinExtracted } from '../shared/hcl/extracted.ts';
import { itemsOf, nodeAt } from '../shared/tree-access.ts';
import { moduleOfFile } from '../terraform/scope.ts';
import { configurationReferences, foldersOfModules } from './configuration.ts';
import { instanceOf } from './instances.ts';
import { ResourceReader } from './resources.ts';
import { stateResources } from './state.ts';

/** What a state file, or a state or plan as `show -json` gives it, says. */
export const extractTerraformState: Extract = source => {
  const { text, path } = source;
  const { root, problems } = parseJson(source);
  const reader = new ResourceReader(text, moduleOfFile(path), foldersOfModules(root, path));
  for (const resource of stateResources(root)) reader.read(resource);
  for (const module of rootModules(root)) readModule(module, reader, 0);
  const configuration = configurationReferences(root, text, moduleOfFile(path));
  return {
    ...joinExtracted([{ references: [...reader.references(), ...configuration] }]),
    comments: [],
    problems,
  };
};

/** Of a plan what will be, of a state what is. */
function rootModules(root: TreeNode | undefined): TreeNode[] {
  const planned = nodeAt(root, 'planned_values', 'root_module');
  const current = nodeAt(root, 'values', 'root_module');
  return [planned, current].filter(module => module !== undefined);
}

function readModule(module: TreeNode, reader: ResourceReader, depth: number): void {
  if (depth > MAX_DEPTH) return;
  for (const resource of itemsOf(childOf(module, 'resources'))) {
    const instance = instanceOf(resource, childOf(module, 'address'));
    if (instance) reader.read(instance);
  }
  for (const inner of itemsOf(childOf(module, 'child_modules'))) readModule(inner, reader, depth + 1);
}

/** Modules in modules: deeper than anybody nests them. */
const MAX_DEPTH = 30;
