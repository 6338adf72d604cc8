import { type Reference, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseToml } from '../../parsers/toml/parse.ts';
import { childOf, type TreeMap, type TreeNode } from '../../parsers/tree.ts';
import { basename } from '../../text/path.ts';
import { compareSpans } from '../../text/span.ts';
import { pythonModule } from '../shared/modules/python-module.ts';
import type { Where } from '../shared/strings.ts';
import { nodeAt } from '../shared/tree-access.ts';
import { inside, requirementList, requirementLists } from './dependencies.ts';
import { pixi } from './pixi.ts';
import { settingReferences } from './settings.ts';
import type { ToolReader } from './tool-reader.ts';
import { TOOLS, uv } from './tools.ts';

/**
 * Everything that a project's manifest refers to, or a tool's own file with what is else the tool's table. Descriptive
 * fields (`urls`, `authors`, …) are prose.
 */
export const extractPyproject: Extract = source => {
  const { root, comments, problems } = parseToml(source, SUPPRESSION_MARKER);
  const where = { scope: pythonModule(source.path), structuralPath: [] };
  const tool = TOOL_FILES.get(basename(source.path));
  const references =
    tool === undefined
      ? [...standardTables(root, where), ...toolTables(childOf(root, 'tool'), where)]
      : toolEntries(tool, root, where);
  references.sort((a, b) => compareSpans(a.span, b.span));
  return { references, definitions: [], calls: [], comments, problems };
};

/** The tools that read a file of their own like their table in the manifest. */
const TOOL_FILES: ReadonlyMap<string, ToolReader> = new Map([
  ['uv.toml', uv],
  ['pixi.toml', pixi],
]);

/** https://packaging.python.org/en/latest/specifications/pyproject-toml/ */
function standardTables(root: TreeMap, where: Where): Reference[] {
  const at = (...path: string[]): Where => ({ ...where, structuralPath: path });
  return [
    ...requirementList(nodeAt(root, 'build-system', 'requires'), at('build-system', 'requires')),
    ...requirementList(nodeAt(root, 'project', 'dependencies'), at('project', 'dependencies')),
    ...requirementLists(
      nodeAt(root, 'project', 'optional-dependencies'),
      at('project', 'optional-dependencies'),
    ),
    ...requirementLists(childOf(root, 'dependency-groups'), at('dependency-groups')),
  ];
}

/** What each tool's reader knows, and addresses in whatever else tools keep here. */
function toolTables(tools: TreeNode | undefined, where: Where): Reference[] {
  if (tools?.kind !== 'map') return [];
  return tools.entries.flatMap(({ key, value }) => {
    const place = { ...where, structuralPath: ['tool', key] };
    const reader = TOOLS.get(key);
    if (!reader || value?.kind !== 'map') return settingReferences(value, key, place);
    return toolEntries(reader, value, place);
  });
}

function toolEntries(reader: ToolReader, table: TreeMap, place: Where): Reference[] {
  return table.entries.flatMap(({ key, value }) => {
    const inTool = inside(place, key);
    return reader(key, value, inTool) ?? settingReferences(value, key, inTool);
  });
}
