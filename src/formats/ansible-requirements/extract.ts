import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { Collector } from '../kubernetes/collector.ts';
import { ansibleModule, ansibleWording } from '../shared/modules/ansible-module.ts';
import { entriesOf, itemsOf, stringAt, stringOf } from '../shared/tree-access.ts';
import { inside, type TreePath } from '../shared/tree-path.ts';
import { uniqueReferences } from '../shared/unique-references.ts';

/** What a project, a collection or a role asks Galaxy or Git for. */
export const extractAnsibleRequirements: Extract = source => {
  const { path } = source;
  const file = parseYaml(source, SUPPRESSION_MARKER);
  const collector = new Collector(ansibleModule(path), ansibleWording(path));
  for (const document of file.documents) readRequirements(collector, document);
  return {
    references: uniqueReferences(collector.references),
    definitions: [],
    calls: [],
    comments: file.comments,
    problems: file.problems,
  };
};

function readRequirements(collector: Collector, document: TreeNode): void {
  // Old files have a list of roles alone.
  readList(collector, document, inside(undefined, 'roles'));
  for (const key of ['collections', 'roles'])
    readList(collector, childOf(document, key), inside(undefined, key));
  const dependencies = childOf(document, 'dependencies');
  const path = inside(undefined, 'dependencies');
  readList(collector, dependencies, path);
  // A collection's are a map from names to versions.
  for (const { key, keySpan } of entriesOf(dependencies))
    addName(collector, { text: key, span: keySpan }, path);
}

function readList(collector: Collector, list: TreeNode | undefined, path: TreePath): void {
  for (const item of itemsOf(list)) {
    const names = [stringOf(item), ...['name', 'src', 'role'].map(key => stringAt(item, key))];
    for (const name of names) if (name) readName(collector, name, path);
    const source = stringAt(item, 'source');
    if (source) collector.addStrings(source, path);
  }
}

/** A name on Galaxy, or the address of a repository or an archive. */
function readName(collector: Collector, name: Parameters<Collector['addStrings']>[0], path: TreePath): void {
  if (/[/:@]/.test(name.text)) collector.addStrings(name, path);
  else addName(collector, name, path);
}

function addName(collector: Collector, name: PlacedText, path: TreePath): void {
  if (/^[\w-]+\.[\w-]+$/.test(name.text)) collector.addName('plugin', name, path);
}
