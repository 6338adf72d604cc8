import {
  type Extraction,
  type ModuleCall,
  type Reference,
  SUPPRESSION_MARKER,
} from '../../../model/extraction.ts';
import type { InterpolatedText } from '../../../parsers/interpolation.ts';
import type { PlacedText } from '../../../parsers/placed-text.ts';
import {
  childOf,
  type TreeEntry,
  type TreeMap,
  type TreeNode,
  type TreeScalar,
} from '../../../parsers/tree.ts';
import { parseYaml } from '../../../parsers/yaml/parse.ts';
import type { Source } from '../../../text/source.ts';
import { expressionOf, type VariableLookUp } from '../expressions.ts';
import type { Assignment } from '../scripts/command-words.ts';
import { assignedValues } from '../scripts/shell-assignments.ts';
import { stringReferences, type Where } from '../strings.ts';
import { inside, itemSegment, segmentsOf, type TreePath } from '../tree-path.ts';
import { uniqueReferences } from '../unique-references.ts';
import { type NamedValue, type UnknownNames, VariableLevel } from './variables.ts';

/** How one tool writes its pipelines. */
export interface PipelineDialect {
  /** What is to be done with the value of `key`; `undefined`: it is read like any other. */
  readonly handlerOf: (key: string, path: TreePath | undefined) => PipelineHandler | undefined;
  /** The variables that hold in a map, and only there. */
  readonly variablesIn?: (
    map: TreeMap,
    path: TreePath | undefined,
    reader: PipelineReader,
  ) => readonly NamedValue[];
  /** A value with its variables. */
  readonly textOf: (text: PlacedText) => InterpolatedText;
  /** A script with what the tool puts into it before a shell reads it. */
  readonly scriptOf: (text: PlacedText) => InterpolatedText;
  /** What the variable `$NAME` of a script is called among the tool's own. */
  readonly shellName: (name: string) => string;
  readonly unknown: UnknownNames;
}

/** Reads an entry's value. @returns `false` when the value is to be read like any other. */
export type PipelineHandler = (reader: PipelineReader, value: TreeNode, path: TreePath) => boolean;

/** Reads a pipeline in YAML: what its keys mean is the dialect's. */
export function extractPipeline(source: Source, scope: string, dialect: PipelineDialect): Extraction {
  const file = parseYaml(source, SUPPRESSION_MARKER);
  const reader = new PipelineReader(scope, dialect);
  for (const document of file.documents) reader.readDocument(document);
  return {
    references: uniqueReferences(reader.references),
    definitions: reader.definitions,
    calls: reader.calls,
    comments: file.comments,
    problems: file.problems,
  };
}

/** Scripts in one map whose variables are followed: each is a level to look through. */
const MAX_LEVELS = 100;

/** Walks a pipeline's tree and gathers its references; knows which variables hold where it is. */
export class PipelineReader {
  readonly references: Reference[] = [];
  readonly calls: ModuleCall[] = [];
  readonly scope: string;
  readonly dialect: PipelineDialect;
  /** The document that is read. */
  root: TreeNode | undefined;
  private level: VariableLevel;
  private map: TreeMap | undefined;

  constructor(scope: string, dialect: PipelineDialect) {
    this.scope = scope;
    this.dialect = dialect;
    this.level = new VariableLevel(scope, dialect.unknown);
  }

  get definitions() {
    return this.level.definitions;
  }

  /** The tool's variables as they are here. */
  get lookUp(): VariableLookUp {
    return this.level.lookUp;
  }

  /** What stands beside the value that is read: at `key` of the innermost map. */
  sibling(key: string): TreeNode | undefined {
    return childOf(this.map, key);
  }

  /** From here on, up to the end of the innermost map, the shell's variables have these values. */
  assign(assignments: readonly Assignment[]): void {
    if (assignments.length === 0 || this.level.depth > MAX_LEVELS) return;
    this.level = this.level.inner(
      assignedValues(assignments, this.dialect.shellName, ({ value }, lookUp) =>
        expressionOf(value, this.shellVariables(lookUp)),
      ),
    );
  }

  /** The variables of a script: those without a prefix are the shell's. */
  get shellLookUp(): VariableLookUp {
    return this.shellVariables(this.level.lookUp);
  }

  /** What a document says at its top holds for those behind it too. */
  readDocument(document: TreeNode): void {
    this.root = document;
    if (document.kind === 'map') this.level = this.level.inner(this.valuesIn(document, undefined));
    this.readNode(document, undefined);
  }

  private shellVariables(lookUp: VariableLookUp): VariableLookUp {
    const { level, dialect } = this;
    return (name, span, fallback) => lookUp(level.has(name) ? name : dialect.shellName(name), span, fallback);
  }

  readNode(node: TreeNode, path: TreePath | undefined): void {
    if (node.kind === 'map') this.readMap(node, path);
    else if (node.kind === 'list')
      this.eachItem(node.items, path, (item, inner) => this.readNode(item, inner));
    else this.addStrings(node, path);
  }

  readMap(map: TreeMap, path: TreePath | undefined): void {
    const { level, map: outer } = this;
    const values = path ? this.valuesIn(map, path) : [];
    if (values.length > 0) this.level = level.inner(values);
    this.map = map;
    for (const entry of map.entries) this.readEntry(entry, path);
    this.level = level;
    this.map = outer;
  }

  readEntry({ key, value }: TreeEntry, parent: TreePath | undefined): void {
    if (!value) return;
    const path = inside(parent, key);
    const isDone = this.dialect.handlerOf(key, parent)?.(this, value, path) ?? false;
    if (!isDone) this.readNode(value, path);
  }

  private valuesIn(map: TreeMap, path: TreePath | undefined): readonly NamedValue[] {
    return this.dialect.variablesIn?.(map, path, this) ?? [];
  }

  eachItem(
    items: readonly TreeNode[],
    path: TreePath | undefined,
    read: (item: TreeNode, path: TreePath) => void,
  ): void {
    items.forEach((item, index) => {
      read(item, inside(path, itemSegment(item, index)));
    });
  }

  /** Hosts and resource names in any text. */
  addStrings(scalar: TreeScalar, path: TreePath | undefined): void {
    if (scalar.type !== 'string') return;
    this.add(stringReferences(this.dialect.textOf(scalar), this.where(path), this.lookUp));
  }

  add(references: readonly Reference[]): void {
    for (const reference of references) this.references.push(reference);
  }

  where(path: TreePath | undefined): Where {
    return { scope: this.scope, structuralPath: segmentsOf(path) };
  }
}
