import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { labelledItem, stringsOf } from '../../parsers/code/call.ts';
import { PYTHON } from '../../parsers/code/dialect.ts';
import type { CodeNode, CodeString } from '../../parsers/code/node.ts';
import { type CallPath, lastPart, walkCode } from '../../parsers/code/walk.ts';
import { type InterpolatedText, literalText, visibleText } from '../../parsers/interpolation.ts';
import { linesOf } from '../../parsers/lines.ts';
import { type Span, span } from '../../text/span.ts';
import { suppressionComments } from '../shared/comments/suppression-comments.ts';
import { scopeVariable } from '../shared/expressions.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { conanPackage } from '../shared/packages/conan-package.ts';
import { readScript, scriptExtraction } from '../shared/scripts/code-script.ts';
import { CodeReferences } from '../shared/scripts/code-strings.ts';

/** The packages of a `conanfile.txt` or of a recipe in Python. */
export const extractConan: Extract = source =>
  source.path.endsWith('.py') ? extractRecipe(source) : extractList(source);

/** Sections of lines, each a reference. */
const extractList: Extract = source => {
  const scope = folderModule('conan', source.path);
  const references: Reference[] = [];
  const comments: Span[] = [];
  let section = '';
  for (const line of linesOf(source.text)) {
    if (line.text.startsWith('#')) comments.push(line);
    else if (line.text.startsWith('[')) section = line.text.replace(/^\[|\].*$/gs, '');
    else if (SECTIONS.has(section)) {
      const text = line.text.replace(/\s#.*$/s, '');
      const place = { text, span: span(line.start, line.start + text.length) };
      references.push(...conanPackage(place, { scope, structuralPath: [section, text] }));
    }
  }
  const silencing = suppressionComments(source.text, comments, () => references.map(each => each.span));
  return { references, definitions: [], calls: [], comments: silencing, problems: [] };
};

const SECTIONS = new Set(['requires', 'build_requires', 'tool_requires', 'test_requires', 'python_requires']);

const extractRecipe: Extract = source => {
  const script = readScript(source, PYTHON);
  const scope = folderModule('conan', source.path);
  const found = new CodeReferences(scope, scopeVariable);

  walkCode(script.file.nodes, {
    call: ({ name, items }, path) => {
      if (!SECTIONS.has(lastPart(name))) return;
      for (const string of stringsOf(items[0] ?? labelledItem(items, 'ref'))) addPackage(string, path);
    },
    assignment: (name, value, path) => {
      if (SECTIONS.has(lastPart(name))) for (const string of stringsIn(value)) addPackage(string, path);
    },
    statement: (nodes, path) => found.noteStrings(nodes, path),
  });
  found.addRest(path => path !== undefined && !path.parent && PROSE.has(path.name));
  return scriptExtraction(source, scope, script, found.references);

  function addPackage({ text }: CodeString, path: CallPath | undefined): void {
    found.understand(text);
    found.add(
      conanPackage(literalText(text) ?? visibleText(text), found.where(path, 'requires', shown(text))),
    );
  }
};

/** What a recipe says of itself to readers. */
const PROSE = new Set(['url', 'homepage', 'description', 'license', 'author', 'topics']);

function shown(text: InterpolatedText): string {
  return visibleText(text).text.replaceAll('\0', '');
}

/** `"a/1"`, `"a/1", "b/2"`, `["a/1", ("b/2", "private")]`. */
function stringsIn(nodes: readonly CodeNode[]): CodeString[] {
  return nodes.flatMap(node =>
    node.kind === 'string' ? [node] : node.kind === 'group' ? stringsIn(node.nodes) : [],
  );
}
