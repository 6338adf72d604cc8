import type { Extract } from '../../../model/format.ts';
import { withoutVariables } from '../../../parsers/interpolation.ts';
import { childOf, type TreeMap, type TreeNode } from '../../../parsers/tree.ts';
import { interpolate } from '../../../parsers/variable.ts';
import { expressionOf } from '../expressions.ts';
import { folderModule } from '../modules/folder-module.ts';
import { assignmentOf, commandWords } from '../scripts/command-words.ts';
import { entriesOf, itemsOf } from '../tree-access.ts';
import type { TreePath } from '../tree-path.ts';
import { variableValue } from './handlers.ts';
import {
  extractPipeline,
  type PipelineDialect,
  type PipelineHandler,
  type PipelineReader,
} from './reader.ts';
import type { NamedValue } from './variables.ts';

/** A tool whose pipelines have no variables but those of a shell. */
export interface PlainPipeline {
  /** The key of the format's modules. */
  readonly id: string;
  readonly handlerOf: PipelineDialect['handlerOf'];
  /** The keys of the variables that hold where they stand. */
  readonly environmentKeys: readonly string[];
  /** Variables that the file declares elsewhere. */
  readonly declaredIn?: (root: TreeMap, reader: PipelineReader) => readonly NamedValue[];
  /** Variables that the tool itself gives. */
  readonly predefined: RegExp;
}

/** An extractor for such a tool. `$NAME` means the same in values and in scripts. */
export function plainExtract({
  id,
  handlerOf,
  environmentKeys,
  declaredIn,
  predefined,
}: PlainPipeline): Extract {
  const dialect: PipelineDialect = {
    handlerOf,
    variablesIn: (map, path, reader) => [
      ...environmentKeys.flatMap(key => environmentValues(childOf(map, key), reader)),
      ...(path ? [] : (declaredIn?.(map, reader) ?? [])),
    ],
    textOf: text => interpolate(text, '$$'),
    scriptOf: withoutVariables,
    shellName: name => name,
    unknown: name => (name === '' || predefined.test(name) ? 'set-at-run-time' : 'not-defined'),
  };
  return source => extractPipeline(source, folderModule(id, source.path), dialect);
}

/** A handler by its key, at whatever place. */
export function byKey(
  handlers: Readonly<Record<string, PipelineHandler>>,
  named: (path: TreePath | undefined) => boolean = () => false,
): PipelineDialect['handlerOf'] {
  const table = new Map(Object.entries(handlers));
  return (key, path) => (named(path) ? undefined : table.get(key));
}

function environmentValues(node: TreeNode | undefined, reader: PipelineReader): NamedValue[] {
  if (node?.kind === 'map') return mapValues(node, reader);
  return itemsOf(node).flatMap(item => {
    if (item.kind === 'map') return mapValues(item, reader);
    if (item.kind !== 'scalar') return [];
    return commandWords([reader.dialect.textOf(item)]).flatMap(word => {
      const assignment = assignmentOf(word);
      if (!assignment) return [];
      return [{ name: assignment.name.text, value: lookUp => expressionOf(assignment.value, lookUp) }];
    });
  });
}

function mapValues(map: TreeMap, reader: PipelineReader): NamedValue[] {
  return entriesOf(map).flatMap(({ key, value }) => {
    const values = value?.kind === 'list' ? value.items : [value];
    return values.flatMap(each => {
      const scalar = each && variableValue(each);
      if (!scalar) return [];
      return [{ name: key, value: lookUp => expressionOf(reader.dialect.textOf(scalar), lookUp) }];
    });
  });
}
