import type { ReferenceKind } from '../../../model/vocabulary.ts';
import type { InterpolatedText } from '../../../parsers/interpolation.ts';
import { makeSlicer, visibleText } from '../../../parsers/interpolation.ts';
import type { PlacedText } from '../../../parsers/placed-text.ts';
import { parsePowerShell } from '../../../parsers/powershell.ts';
import { parseShell } from '../../../parsers/shell.ts';
import { parseShellTemplate } from '../../../parsers/shell-template.ts';
import { childOf, type TreeNode, type TreeScalar } from '../../../parsers/tree.ts';
import { expressionOf } from '../expressions.ts';
import { imageReferences } from '../packages/image-reference.ts';
import { isSpelledOut } from '../region-value.ts';
import { assignmentOf, commandWords } from '../scripts/command-words.ts';
import { assignmentsOf } from '../scripts/shell-assignments.ts';
import { commandReferences } from '../scripts/shell-references.ts';
import { environmentReferences, variableNameReference } from '../settings/environment.ts';
import { isRegionName, snakeCase } from '../settings/setting-names.ts';
import { mirrorsIn, stringReferences } from '../strings.ts';
import { inside, type TreePath } from '../tree-path.ts';
import type { PipelineHandler, PipelineReader } from './reader.ts';

/** For people, or about the inside of the project. */
export const ignore: PipelineHandler = () => true;

/** An image, a list of them, or one with settings: `{ image: … }`, `{ name: … }`. */
export const readImages: PipelineHandler = (reader, value, path) => {
  if (value.kind === 'scalar') readImage(reader, value, path);
  else if (value.kind === 'list')
    reader.eachItem(value.items, path, (item, at) => readImages(reader, item, at));
  else {
    for (const entry of value.entries) {
      const isImage = (entry.key === 'name' || entry.key === 'image') && entry.value?.kind === 'scalar';
      if (isImage && entry.value) readImages(reader, entry.value, path);
      else if (entry.key !== 'alias') reader.readEntry(entry, path);
    }
  }
  return true;
};

function readImage(reader: PipelineReader, scalar: TreeScalar, path: TreePath): void {
  if (scalar.type !== 'string') return;
  reader.add(imageReferences(reader.dialect.textOf(scalar), reader.where(path), reader.lookUp));
}

/** Services by name: `{ db: { image: … } }`. */
export const readNamedImages: PipelineHandler = (reader, value, path) => {
  if (value.kind !== 'map') return readImages(reader, value, path);
  for (const entry of value.entries) {
    if (entry.value) readImages(reader, entry.value, inside(path, entry.key));
  }
  return true;
};

function readScriptOf(parse: typeof parseShell): PipelineHandler {
  const read: PipelineHandler = (reader, value, path) => {
    if (value.kind === 'scalar') addScript(reader, value, path, parse);
    else if (value.kind === 'list') {
      // `!reference` and the like: names of what stands elsewhere.
      if (value.tag === undefined) for (const item of value.items) read(reader, item, path);
    } else reader.readNode(value, path);
    return true;
  };
  return read;
}

/** Shell text, or a list of it, also nested. */
export const readScript = readScriptOf(parseShell);

export const readPowerShell = readScriptOf(parsePowerShell);

/** What one script refers to; what it assigns holds for the scripts behind it in the same map. */
export function addScript(
  reader: PipelineReader,
  script: PlacedText,
  path: TreePath,
  parse: typeof parseShell = parseShell,
): void {
  const commands = parseShellTemplate(reader.dialect.scriptOf(script), parse);
  reader.assign(assignmentsOf(commands));
  const context = { where: reader.where(path), lookUp: reader.shellLookUp, namesTools: true as const };
  reader.add(commandReferences(commands, context));
}

/** The default or one of the choices of a parameter, an input or a variable with the given name. */
export function readChoice(reader: PipelineReader, name: string, value: TreeNode, path: TreePath): void {
  if (value.kind === 'list') for (const item of value.items) readChoice(reader, name, item, path);
  else if (value.kind === 'scalar' && value.type === 'string' && holdsRegion(name))
    addNames(reader, 'region', reader.dialect.textOf(value), path, `setting/${name}`);
  else reader.readNode(value, path);
}

/** A map of variables, a list of `NAME=value`, or a list of `{ name, value }`. */
export const readEnvironment: PipelineHandler = (reader, value, path) => {
  if (value.kind === 'map') {
    for (const { key, keySpan, value: set } of value.entries) {
      addVariable(reader, { text: key, span: keySpan }, set && variableValue(set), path);
    }
  } else if (value.kind === 'list') {
    for (const item of value.items) readEnvironmentItem(reader, item, path);
  } else reader.readNode(value, path);
  return true;
};

function readEnvironmentItem(reader: PipelineReader, item: TreeNode, path: TreePath): void {
  if (item.kind === 'list') return;
  if (item.kind === 'scalar') {
    for (const word of commandWords([reader.dialect.textOf(item)])) {
      const assignment = assignmentOf(word);
      if (assignment) addVariableText(reader, assignment.name, assignment.value, path);
      else reader.add(variableNameReference(item, reader.where(inside(path, item.text))));
    }
    return;
  }
  const name = childOf(item, 'name') ?? childOf(item, 'key');
  const value = childOf(item, 'value');
  if (name?.kind === 'scalar') addVariable(reader, name, value && variableValue(value), path);
  else readEnvironment(reader, item, path);
}

/** `NAME=value` on each line. */
export function readAssignmentLines(reader: PipelineReader, text: InterpolatedText, path: TreePath): void {
  const slice = makeSlicer(text);
  for (const { 0: line, index } of visibleText(text).text.matchAll(/[^\s,][^\r\n]*/g)) {
    for (const word of commandWords([slice(index, index + line.length)])) {
      const assignment = assignmentOf(word);
      if (assignment) addVariableText(reader, assignment.name, assignment.value, path);
      else reader.add(stringReferences(word.word, reader.where(path), reader.lookUp));
    }
  }
}

/** The scalar itself, or the `value` or `default` of a variable with a description. */
export function variableValue(node: TreeNode): TreeScalar | undefined {
  if (node.kind === 'scalar') return node;
  const value = childOf(node, 'value') ?? childOf(node, 'default');
  return value?.kind === 'scalar' ? value : undefined;
}

function addVariable(
  reader: PipelineReader,
  name: PlacedText,
  value: TreeScalar | undefined,
  path: TreePath,
): void {
  addVariableText(reader, name, value && reader.dialect.textOf(value), path);
}

function addVariableText(
  reader: PipelineReader,
  name: PlacedText,
  text: InterpolatedText | undefined,
  path: TreePath,
): void {
  const inner = inside(path, name.text);
  if (text && holdsRegion(name.text)) {
    reader.add(variableNameReference(name, reader.where(inner)));
    addNames(reader, 'region', text, inner, `variable/${name.text}`);
  } else reader.add(environmentReferences(name, text, reader.where(inner), reader.lookUp));
}

/** Does the variable, input or parameter hold a region or zone: `AWS_REGION`, `region-id`, `availabilityZone`? */
export function holdsRegion(name: string): boolean {
  return isRegionName(snakeCase(name));
}

/**
 * Every name in a value that separates several by commas or blanks.
 * @param holder of regions: what tells whose they are.
 */
export function addNames(
  reader: PipelineReader,
  kind: ReferenceKind,
  text: InterpolatedText,
  path: TreePath,
  holder?: string,
): void {
  const slice = makeSlicer(text);
  const written = visibleText(text).text;
  const names = kind === 'region' && isSpelledOut(written) ? /^.*$/g : /[^\s,;"'[\]]+/g;
  for (const { 0: name, index } of written.matchAll(names)) {
    // A path has a location too.
    if (kind === 'region' && /[/\\]/.test(name)) continue;
    const part = slice(index, index + name.length);
    const named = { kind, value: expressionOf(part, reader.lookUp), span: part.span, ...reader.where(path) };
    const provider = { type: 'literal', value: holder ?? '', span: part.span } as const;
    reader.add([holder === undefined ? named : { provider, ...named }]);
  }
}

/** A name, or a list of names, that are compared as they stand. */
export function readNames(kind: ReferenceKind): PipelineHandler {
  return (reader, value, path) => {
    const names = value.kind === 'list' ? value.items : [value];
    for (const name of names) {
      if (name.kind === 'scalar' && name.type === 'string')
        addNames(reader, kind, reader.dialect.textOf(name), path);
      else if (name.kind !== 'scalar') reader.readNode(name, path);
    }
    return true;
  };
}

/** The address, or addresses, that packages come from. */
export function readMirrors(ecosystem: string): PipelineHandler {
  return (reader, value, path) => {
    const addresses = value.kind === 'list' ? value.items : [value];
    for (const address of addresses) {
      if (address.kind === 'scalar')
        reader.add(mirrorsIn(reader.dialect.textOf(address), ecosystem, reader.where(path), reader.lookUp));
      else reader.readNode(address, path);
    }
    return true;
  };
}
