import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { labelledItem, stringsOf } from '../../parsers/code/call.ts';
import { PYTHON } from '../../parsers/code/dialect.ts';
import type { CodeNode, CodeString } from '../../parsers/code/node.ts';
import { type CallPath, type CodeCall, type CodeVisitor, lastPart } from '../../parsers/code/walk.ts';
import { type InterpolatedText, literalText, visibleText } from '../../parsers/interpolation.ts';
import { linesOf } from '../../parsers/lines.ts';
import { type Span, span } from '../../text/span.ts';
import { withoutUnknown } from '../../text/unknown-part.ts';
import { suppressionComments } from '../shared/comments/suppression-comments.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { conanPackage } from '../shared/packages/conan-package.ts';
import { extractBuildScript } from '../shared/scripts/build-script.ts';
import type { CodeReferences } from '../shared/scripts/code-strings.ts';

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

const extractRecipe: Extract = source =>
  extractBuildScript(source, {
    dialect: PYTHON,
    module: 'conan',
    readerOf: found => new RecipeReader(found),
    isProse: path => path !== undefined && !path.parent && PROSE.has(path.name),
  });

class RecipeReader implements CodeVisitor {
  private readonly found: CodeReferences;

  constructor(found: CodeReferences) {
    this.found = found;
  }

  call({ name, items }: CodeCall, path: CallPath | undefined): void {
    if (SECTIONS.has(lastPart(name)))
      this.addPackages(stringsOf(items[0] ?? labelledItem(items, 'ref')), path);
  }

  assignment(name: string, value: readonly CodeNode[], path: CallPath | undefined): void {
    if (SECTIONS.has(lastPart(name))) this.addPackages(stringsIn(value), path);
  }

  private addPackages(strings: readonly CodeString[], path: CallPath | undefined): void {
    for (const { text } of strings) {
      this.found.understand(text);
      const where = this.found.where(path, 'requires', shown(text));
      this.found.add(conanPackage(literalText(text) ?? visibleText(text), where));
    }
  }
}

/** What a recipe says of itself to readers. */
const PROSE = new Set(['url', 'homepage', 'description', 'license', 'author', 'topics']);

function shown(text: InterpolatedText): string {
  return withoutUnknown(visibleText(text).text);
}

/** `"a/1"`, `"a/1", "b/2"`, `["a/1", ("b/2", "private")]`. */
function stringsIn(nodes: readonly CodeNode[]): CodeString[] {
  return nodes.flatMap(node =>
    node.kind === 'string' ? [node] : node.kind === 'group' ? stringsIn(node.nodes) : [],
  );
}
