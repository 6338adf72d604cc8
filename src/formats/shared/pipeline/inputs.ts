import { makeSlicer, visibleText } from '../../../parsers/interpolation.ts';
import { parsePowerShell } from '../../../parsers/powershell.ts';
import { parseShell } from '../../../parsers/shell.ts';
import type { TreeNode, TreeScalar } from '../../../parsers/tree.ts';
import { imageReferences } from '../packages/image-reference.ts';
import { ecosystemOfVariable } from '../registries/mirror-variables.ts';
import { ecosystemOfSetting } from '../registries/npm-settings.ts';
import { mirrorsIn, stringReferences } from '../strings.ts';
import { inside, type TreePath } from '../tree-path.ts';
import { addNames, addScript, holdsRegion, readAssignmentLines, readEnvironment } from './handlers.ts';
import type { PipelineHandler, PipelineReader } from './reader.ts';

/**
 * The inputs of a step that another tool carries out: an action, a task, a plug-in, a pipe. They have no common
 * schema, but names that mean the same nearly everywhere.
 */
export const readInputs = inputsWith(parseShell);

/** The same for a step whose scripts are PowerShell. */
export const readPowerShellInputs = inputsWith(parsePowerShell);

function inputsWith(parse: typeof parseShell): PipelineHandler {
  const read: PipelineHandler = (reader, value, path) => {
    if (value.kind !== 'map') return false;
    for (const { key, value: input } of value.entries) {
      if (input) readInput(reader, key, input, inside(path, key));
    }
    return true;
  };
  const readInput = (reader: PipelineReader, key: string, input: TreeNode, path: TreePath): void => {
    if (PROSE.test(key)) return;
    if (input.kind === 'scalar' && SCRIPT.test(key)) addScript(reader, input, path, parse);
    else if (input.kind === 'scalar') readText(reader, key, input, path);
    else if (ENVIRONMENT.test(key)) readEnvironment(reader, input, path);
    else if (input.kind === 'map') read(reader, input, path);
    else for (const item of input.items) readInput(reader, key, item, path);
  };
  return read;
}

function readText(reader: PipelineReader, key: string, input: TreeScalar, path: TreePath): void {
  if (input.type !== 'string') return;
  const text = reader.dialect.textOf(input);
  const ecosystem = ecosystemOfInput(key);
  if (ENVIRONMENT.test(key)) readAssignmentLines(reader, text, path);
  else if (holdsRegion(key)) addNames(reader, 'region', text, path, `setting/${key}`);
  else if (ecosystem !== undefined) reader.add(mirrorsIn(text, ecosystem, reader.where(path), reader.lookUp));
  else if (IMAGE.test(key) && !visibleText(text).text.includes('=')) readImageLines(reader, input, path);
  else reader.add(stringReferences(text, reader.where(path), reader.lookUp));
}

const PROSE = /^(?:description|title|name|body|message|comment|subject|summary|labels|release[_-]?notes)$/i;
const SCRIPT = /(?:^|[_-])(?:script|run|commands?|(?:pre|post)[_-](?:build|deploy))$|^inline(?:Script)?$/i;
const ENVIRONMENT = /^(?:env|environment|envs|build[_-]?args|variables)$/i;
const IMAGE =
  /^(?:registry|registries|login[_-]?server|container[_-]?registry|image|images|image[_-]?(?:name|url|uri|repository)|base[_-]?image|container|repo|repository|tags|mirror)$/i;

function ecosystemOfInput(key: string): string | undefined {
  const name = key
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_')
    .replaceAll('-', '_')
    .toUpperCase();
  const npm = /^(?:NPM_)?REGISTRY_URL$/.test(name) ? 'npm' : undefined;
  return (
    npm ??
    BY_INPUT.get(name) ??
    ecosystemOfVariable(name) ??
    ecosystemOfSetting(key.replace(/^registry$/, ''))
  );
}

/** Names that package tools have for their own settings. */
const BY_INPUT = new Map([
  ['INDEX_URL', 'pypi'],
  ['EXTRA_INDEX_URL', 'pypi'],
  ['GO_PROXY', 'go'],
  ['PIP_INDEX', 'pypi'],
]);

/** One image a line, or several between commas. */
function readImageLines(reader: PipelineReader, input: TreeScalar, path: TreePath): void {
  const text = reader.dialect.textOf(input);
  const slice = makeSlicer(text);
  for (const { 0: name, index } of visibleText(text).text.matchAll(/[^\s,]+/g)) {
    // A tag alone, or an address.
    if (!/[/.\0]/.test(name)) continue;
    const image = slice(index, index + name.length);
    const read = name.includes('://') ? stringReferences : imageReferences;
    reader.add(read(image, reader.where(path), reader.lookUp));
  }
}
