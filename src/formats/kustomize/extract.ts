import type { Expression } from '../../model/expression.ts';
import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { withoutVariables } from '../../parsers/interpolation.ts';
import type { TreeEntry, TreeNode } from '../../parsers/tree.ts';
import { childOf } from '../../parsers/tree.ts';
import { embeddedYaml } from '../../parsers/yaml/embedded.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { span } from '../../text/span.ts';
import { Collector } from '../kubernetes/collector.ts';
import { readManifest } from '../kubernetes/extract.ts';
import { kubernetesModule } from '../kubernetes/module.ts';
import { assignmentOf, commandWords } from '../shared/scripts/command-words.ts';
import { environmentReferences } from '../shared/settings/environment.ts';
import { entriesOf, itemsOf, scalarAt, stringOf, stringsOf } from '../shared/tree-access.ts';
import { inside, itemSegment, type TreePath } from '../shared/tree-path.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { baseCalls } from './calls.ts';

/** What a kustomization adds to its bases and what it puts in the place of their images. */
export const extractKustomize: Extract = source => {
  const file = parseYaml(source, SUPPRESSION_MARKER);
  const collector = new Collector(kubernetesModule(source.path));
  for (const document of file.documents) for (const entry of entriesOf(document)) readEntry(collector, entry);
  return {
    references: uniqueReferences(collector.references),
    definitions: collector.definitions,
    calls: file.documents.flatMap(document =>
      baseCalls(document, source.path, override => replacementOf(collector, override)),
    ),
    comments: file.comments,
    problems: file.problems,
  };
};

function readEntry(collector: Collector, entry: TreeEntry): void {
  const { key, value } = entry;
  const path = inside(undefined, key);
  if (!value) return;
  if (key === 'images') eachItem(value, path, (item, inner) => readOverride(collector, item, inner));
  else if (PLACES.has(key)) readPlaces(collector, value, path);
  else if (GENERATORS.has(key)) eachItem(value, path, (item, inner) => readLiterals(collector, item, inner));
  else if (key === 'patchesStrategicMerge') readPatchTexts(collector, value, path);
  else readManifest(collector, { kind: 'map', span: value.span, entries: [entry] });
}

/** Files, folders and addresses of other kustomizations. */
const PLACES = new Set([
  'resources',
  'bases',
  'components',
  'crds',
  'generators',
  'transformers',
  'validators',
]);
const GENERATORS = new Set(['configMapGenerator', 'secretGenerator']);

function readOverride(collector: Collector, item: TreeNode, path: TreePath): void {
  const value = replacementOf(collector, item);
  if (value) collector.add([{ kind: 'image', value, span: value.span, ...collector.where(path) }]);
}

/** The image that is used in the end: the new name, else the old one, with what is said of its version. */
function replacementOf(collector: Collector, item: TreeNode): Expression | undefined {
  const name = scalarAt(item, 'newName') ?? scalarAt(item, 'name');
  if (!name || name.text === '') return undefined;
  const digest = scalarAt(item, 'digest');
  const version = digest ?? scalarAt(item, 'newTag');
  const written = collector.expressionOf(name);
  if (!version) return written;
  const at = span(name.span.end, name.span.end);
  const sign: Expression = { type: 'literal', value: digest ? '@' : ':', span: at };
  const parts = [written, sign, collector.expressionOf(version)];
  return { type: 'template', parts, span: name.span };
}

/** `https://…`, `git@…`, `github.com/owner/name//path?ref=v1`; anything else is a path. A manifest can stand there too. */
function readPlaces(collector: Collector, value: TreeNode, path: TreePath): void {
  for (const place of stringsOf(value)) {
    if (place.text.includes('\n')) readText(collector, place, path);
    else if (REMOTE.test(place.text)) collector.addStrings(place, path);
  }
}

const REMOTE = /:\/\/|^[\w.-]+@|^(?:[\w-]+\.)+[a-z]{2,}\/|\?ref=/i;

function readPatchTexts(collector: Collector, value: TreeNode, path: TreePath): void {
  for (const patch of stringsOf(value)) if (patch.text.includes('\n')) readText(collector, patch, path);
}

function readText(collector: Collector, text: TreeNode, path: TreePath): void {
  const scalar = stringOf(text);
  for (const document of scalar ? embeddedYaml(scalar) : []) readManifest(collector, document, path);
}

/** `NAME=value` becomes an environment variable, or a file's text. */
function readLiterals(collector: Collector, item: TreeNode, path: TreePath): void {
  for (const literal of itemsOf(childOf(item, 'literals'))) {
    const scalar = stringOf(literal);
    const [word] = scalar ? commandWords([withoutVariables(scalar)]) : [];
    const assignment = word && assignmentOf(word);
    if (assignment)
      collector.add(environmentReferences(assignment.name, assignment.value, collector.where(path)));
    else if (scalar) collector.addStrings(scalar, path);
  }
}

function eachItem(list: TreeNode, path: TreePath, read: (item: TreeNode, path: TreePath) => void): void {
  for (const [index, item] of itemsOf(list).entries()) read(item, inside(path, itemSegment(item, index)));
}
