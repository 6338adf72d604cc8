import { type Reference, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import type { InterpolatedText } from '../../parsers/interpolation.ts';
import type { TreeEntry, TreeNode, TreeScalar } from '../../parsers/tree.ts';
import { interpolate } from '../../parsers/variable.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { scopeVariable } from '../shared/expressions.ts';
import { composeModule } from '../shared/modules/compose-module.ts';
import { imageReferences } from '../shared/packages/image-reference.ts';
import { assignmentOf, commandWords } from '../shared/scripts/command-words.ts';
import { commandReferences, shellReferences } from '../shared/scripts/shell-references.ts';
import { environmentReferences, variableNameReference } from '../shared/settings/environment.ts';
import { stringReferences, type Where } from '../shared/strings.ts';
import { stringAt } from '../shared/tree-access.ts';
import { inside, itemSegment, segmentsOf, type TreePath } from '../shared/tree-path.ts';
import { uniqueReferences } from '../shared/unique-references.ts';

/** Images, environment variables, commands and hosts of a Compose file. */
export const extractCompose: Extract = source => {
  const file = parseYaml(source, SUPPRESSION_MARKER);
  const reader = new ComposeReader(composeModule(source.path));
  for (const document of file.documents) reader.readDocument(document);
  return {
    references: uniqueReferences(reader.references),
    definitions: [],
    calls: [],
    comments: file.comments,
    problems: file.problems,
  };
};

/** What is said under these keys is for people or about the inside of the project. */
const IGNORED_KEYS = new Set([
  'labels',
  'annotations',
  'container_name',
  'depends_on',
  'dns_search',
  'domainname',
  'env_file',
  'expose',
  'external_links',
  'extra_hosts',
  'hostname',
  'links',
  'networks',
  'ports',
  'profiles',
]);
const COMMAND_KEYS = new Set(['command', 'entrypoint', 'test']);
const IMAGE_KEYS = new Set(['image', 'cache_from', 'cache_to', 'tags']);
const ENVIRONMENT_KEYS = new Set(['environment', 'args']);

class ComposeReader {
  readonly references: Reference[] = [];
  private readonly scope: string;
  /** Values that are known to be images: through an anchor they can also stand elsewhere. */
  private readonly images = new Set<TreeNode>();

  constructor(scope: string) {
    this.scope = scope;
  }

  /** Services first: they tell what the values of `x-` fields are. */
  readDocument(root: TreeNode): void {
    if (root.kind !== 'map') return;
    const isServices = ({ key }: TreeEntry): boolean => key === 'services';
    for (const entry of root.entries.filter(isServices)) this.readServices(entry);
    for (const entry of root.entries) if (!isServices(entry)) this.readEntry(entry, undefined);
  }

  /** The names of services are no keys that mean something. */
  private readServices({ key, value }: TreeEntry): void {
    const path = inside(undefined, key);
    if (value?.kind !== 'map') return;
    for (const service of value.entries) {
      if (service.value) this.readNode(service.value, inside(path, service.key));
    }
  }

  private readEntry({ key, value }: TreeEntry, parent: TreePath | undefined, program?: string): void {
    if (!value || IGNORED_KEYS.has(key)) return;
    const path = inside(parent, key);
    if (IMAGE_KEYS.has(key)) this.readImages(value, path);
    else if (ENVIRONMENT_KEYS.has(key)) this.readEnvironment(value, path);
    else if (COMMAND_KEYS.has(key)) this.readCommand(value, path, program);
    else this.readNode(value, path);
  }

  private readNode(node: TreeNode, path: TreePath): void {
    if (node.kind === 'map') {
      const program = stringAt(node, 'image')?.text;
      for (const entry of node.entries) this.readEntry(entry, path, program);
    } else if (node.kind === 'list')
      this.eachItem(node.items, path, (item, inner) => this.readNode(item, inner));
    else this.readString(node, path);
  }

  private readString(scalar: TreeScalar, path: TreePath): void {
    if (scalar.type !== 'string' || this.images.has(scalar)) return;
    const text = textOf(scalar);
    // An additional context can be an image.
    const isImage = scalar.text.startsWith('docker-image://');
    const read = isImage ? imageReferences : stringReferences;
    this.add(read(text, this.where(path), scopeVariable));
  }

  private readImages(node: TreeNode, path: TreePath): void {
    if (node.kind === 'list') {
      this.eachItem(node.items, path, (item, inner) => this.readImages(item, inner));
    } else if (node.kind === 'scalar') {
      this.images.add(node);
      // `type=registry,ref=…` is the long form of a cache.
      if (!node.text.startsWith('type='))
        this.add(imageReferences(textOf(node), this.where(path), scopeVariable));
      else this.add(stringReferences(textOf(node), this.where(path), scopeVariable));
    } else this.readNode(node, path);
  }

  /** A map, or a list of `NAME=value`. */
  private readEnvironment(node: TreeNode, path: TreePath): void {
    if (node.kind === 'map') {
      for (const { key, keySpan, value } of node.entries) {
        const text = value?.kind === 'scalar' ? textOf(value) : undefined;
        const name = { text: key, span: keySpan };
        this.add(environmentReferences(name, text, this.where(inside(path, key)), scopeVariable));
      }
    } else if (node.kind === 'list') {
      for (const item of node.items) if (item.kind === 'scalar') this.readAssignment(item, path);
    }
  }

  private readAssignment(scalar: TreeScalar, path: TreePath): void {
    for (const word of commandWords([textOf(scalar)])) {
      const assignment = assignmentOf(word);
      const name = assignment?.name ?? { text: scalar.text, span: scalar.span };
      const where = this.where(inside(path, name.text));
      this.add(
        assignment
          ? environmentReferences(name, assignment.value, where, scopeVariable)
          : variableNameReference(name, where),
      );
    }
  }

  /** Shell text, or a list of words. */
  private readCommand(node: TreeNode, path: TreePath, program: string | undefined): void {
    const context = { where: this.where(path), lookUp: scopeVariable, program };
    if (node.kind === 'scalar') {
      // Its variables are written as a shell's are.
      this.add(shellReferences(node, context));
    } else if (node.kind === 'list') {
      const scalars = node.items.filter(item => item.kind === 'scalar');
      // A health check's list begins with how the rest is to be run.
      const words = /^CMD(?:-SHELL)?$/.test(scalars[0]?.text ?? '') ? scalars.slice(1) : scalars;
      const [script] = words;
      if (script && words.length === 1) {
        this.add(shellReferences(script, context));
      } else {
        const command = { words: words.map(textOf), redirects: [], heredocs: [], pipeline: 1 };
        this.add(commandReferences([command], context));
      }
    } else this.readNode(node, path);
  }

  private eachItem(
    items: readonly TreeNode[],
    path: TreePath,
    read: (item: TreeNode, path: TreePath) => void,
  ): void {
    items.forEach((item, index) => {
      read(item, inside(path, itemSegment(item, index)));
    });
  }

  private add(references: readonly Reference[]): void {
    for (const reference of references) this.references.push(reference);
  }

  private where(path: TreePath): Where {
    return { scope: this.scope, structuralPath: segmentsOf(path) };
  }
}

function textOf(scalar: TreeScalar): InterpolatedText {
  return interpolate(scalar, '$$');
}
