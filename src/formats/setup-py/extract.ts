import type { Extract } from '../../model/format.ts';
import { itemsOf } from '../../parsers/code/call.ts';
import { PYTHON } from '../../parsers/code/dialect.ts';
import { type CodeGroup, type CodeNode, type CodeString, isMark } from '../../parsers/code/node.ts';
import { type CallPath, type CodeVisitor, lastPart, walkCode } from '../../parsers/code/walk.ts';
import { type InterpolatedText, literalText, visibleText } from '../../parsers/interpolation.ts';
import { linesOf } from '../../parsers/lines.ts';
import { type PlacedText, slicePlaced } from '../../parsers/placed-text.ts';
import { requirementReferences } from '../shared/packages/requirement.ts';
import { extractBuildScript } from '../shared/scripts/build-script.ts';
import type { Script } from '../shared/scripts/code-script.ts';
import type { CodeReferences } from '../shared/scripts/code-strings.ts';

/** The packages that a script of setuptools asks for, wherever it keeps the lists, and addresses in its other strings. */
export const extractSetupPy: Extract = source =>
  extractBuildScript(source, {
    dialect: PYTHON,
    module: 'python',
    readerOf: (found, script) => new SetupReader(found, script),
    isProse: () => false,
  });

class SetupReader implements CodeVisitor {
  private readonly found: CodeReferences;
  private readonly requirements: ReadonlySet<string>;
  private readonly links: ReadonlySet<string>;

  constructor(found: CodeReferences, script: Script) {
    this.found = found;
    this.requirements = namesOf(REQUIREMENTS, script);
    this.links = namesOf(LINKS, script);
  }

  statement(nodes: readonly CodeNode[], path: CallPath | undefined): void {
    const strings = valuesIn(nodes);
    const [only] = strings;
    if (path) this.addValues(strings, path);
    // What is said about a file or function.
    else if (only && nodes.length === 1) this.found.understand(only.text);
  }

  /** A dictionary with arguments of `setup`. */
  group({ open, nodes }: CodeGroup, path: CallPath | undefined): void {
    if (open !== '{') return;
    for (const { label: name, nodes: value } of itemsOf(nodes)) {
      if (name === undefined) continue;
      const inside = path ? { name, parent: path } : { name };
      const listed = value.flatMap(node => (node.kind === 'group' ? node.nodes : []));
      this.addValues([...valuesIn(value), ...valuesIn(listed)], inside);
    }
  }

  private addValues(strings: readonly CodeString[], path: CallPath): void {
    if (PROSE.has(lastPart(path.name))) for (const { text } of strings) this.found.understand(text);
    else if (isValueOf(path, this.links)) this.addLinks(strings, path);
    else if (isValueOf(path, this.requirements)) this.addPackages(strings, path);
  }

  private addLinks(strings: readonly CodeString[], path: CallPath): void {
    for (const { text } of strings)
      if (visibleText(text).text.includes('://')) this.found.addMirror(text, 'pypi', this.found.where(path));
  }

  private addPackages(strings: readonly CodeString[], path: CallPath): void {
    for (const { text } of strings) {
      this.found.understand(text);
      for (const line of requirementsIn(text))
        this.found.add(requirementReferences(line, this.found.where(path)));
    }
  }
}

/** Keywords of `setup`, which are also usual as names of variables and keys. */
const REQUIREMENTS = [
  'install_requires',
  'setup_requires',
  'tests_require',
  'extras_require',
  'requires_dist',
];
const LINKS = ['dependency_links'];

/** What a package says of itself to readers. */
const PROSE = new Set([
  ...['url', 'download_url', 'project_urls', 'description', 'long_description', 'license', 'keywords'],
  ...['author', 'author_email', 'maintainer', 'maintainer_email', 'classifiers'],
]);

/** The keywords, and the names of what the script hands to them: `install_requires=REQUIRED + ["oss2"]`. */
function namesOf(keywords: readonly string[], { file }: Script): ReadonlySet<string> {
  const known = new Set(keywords);
  const names = new Set(keywords);
  walkCode(file.nodes, {
    statement: (nodes, path) => {
      if (!path || !isValueOf(path, known)) return;
      nodes.forEach((node, index) => {
        if (node.kind === 'word' && isWhole(nodes, index)) names.add(node.text);
      });
    },
  });
  return names;
}

/** Is it a name alone, neither called nor a part of another? */
function isWhole(nodes: readonly CodeNode[], index: number): boolean {
  const next = nodes[index + 1];
  return next?.kind !== 'group' && !isMark(next, '.') && !isMark(nodes[index - 1], '.');
}

/**
 * Does something by one of the names stand there, or become a part of it? What is handed to any other function is
 * something else, such as the name of a file with requirements.
 */
function isValueOf({ name, parent }: CallPath, names: ReadonlySet<string>): boolean {
  const [first = ''] = name.split('.', 1);
  if (names.has(first) || names.has(lastPart(name))) return true;
  const outer = parent?.name === 'dict' ? parent.parent : COLLECTIONS.has(name) ? parent : undefined;
  return outer !== undefined && names.has(lastPart(outer.name));
}

const COLLECTIONS = new Set(['list', 'tuple', 'set', 'sorted']);

/** The strings among the nodes, without keys of a dictionary. */
function valuesIn(nodes: readonly CodeNode[]): CodeString[] {
  return nodes.flatMap((node, index) =>
    node.kind === 'string' && !isMark(nodes[index + 1], ':') ? [node] : [],
  );
}

/** One on each line; of a text with variables, the package alone. */
function requirementsIn(text: InterpolatedText): PlacedText[] {
  const literal = literalText(text);
  if (!literal) return [nameIn(visibleText(text))];
  return [...linesOf(literal.text)].map(({ start, end }) => slicePlaced(literal, start, end));
}

function nameIn(text: PlacedText): PlacedText {
  return slicePlaced(text, 0, /^[\w.-]*(?:\[[\w.,-]*\])?/.exec(text.text)?.[0].length ?? 0);
}
