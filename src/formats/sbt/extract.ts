import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { SCALA } from '../../parsers/code/dialect.ts';
import { type CodeNode, type CodeString, isMark } from '../../parsers/code/node.ts';
import { textOfNodes } from '../../parsers/code/value.ts';
import { type CallPath, type CodeVisitor, isWithin } from '../../parsers/code/walk.ts';
import type { InterpolatedText } from '../../parsers/interpolation.ts';
import { linesOf } from '../../parsers/lines.ts';
import { basename } from '../../text/path.ts';
import { span } from '../../text/span.ts';
import { scopeVariable } from '../shared/expressions.ts';
import { type KnownText, knownText } from '../shared/known-text.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { mavenReferences } from '../shared/packages/maven-package.ts';
import { extractBuildScript } from '../shared/scripts/build-script.ts';
import type { CodeReferences } from '../shared/scripts/code-strings.ts';
import { mirrorReferences } from '../shared/url-references.ts';

/** Libraries and resolvers of a build, or the launcher's repositories. */
export const extractSbt: Extract = source =>
  basename(source.path) === 'repositories' ? extractRepositories(source) : extractBuild(source);

const extractBuild: Extract = source =>
  extractBuildScript(source, {
    dialect: SCALA,
    module: 'sbt',
    readerOf: (found, { variables }) => new SbtReader(found, knownText(variables)),
    isProse: path => isWithin(path, 'homepage', 'scmInfo', 'licenses', 'developers', 'organizationHomepage'),
  });

class SbtReader implements CodeVisitor {
  private readonly found: CodeReferences;
  private readonly known: KnownText;

  constructor(found: CodeReferences, known: KnownText) {
    this.found = found;
    this.known = known;
  }

  statement(nodes: readonly CodeNode[], path: CallPath | undefined): void {
    this.readModules(nodes, path);
    this.readResolvers(nodes, path);
  }

  /** `"group" %% "artifact" % version`; with `%%` the real name ends in the version of Scala. */
  private readModules(nodes: readonly CodeNode[], path: CallPath | undefined): void {
    for (let index = 0; index < nodes.length; index++) {
      const group = nodes[index];
      if (group?.kind !== 'string' || !isMark(nodes[index + 1], '%')) continue;
      const artifactAt = afterPercents(nodes, index + 1);
      const artifact = nodes[artifactAt];
      if (artifact?.kind !== 'string') continue;
      const version = isMark(nodes[artifactAt + 1], '%') ? versionAt(nodes, artifactAt + 2) : undefined;
      const coordinate = { group: group.text, artifact: artifact.text, span: artifact.text.span };
      const versioned = version ? { ...coordinate, version } : coordinate;
      for (const { text } of [group, artifact]) this.found.understand(text);
      this.found.add(mavenReferences(versioned, this.found.where(path), this.known, scopeVariable));
      index = artifactAt;
    }
  }

  /** `"name" at "https://…"`, `MavenRepository("name", "https://…")`, `Resolver.url("name", url("https://…"))`. */
  private readResolvers(nodes: readonly CodeNode[], path: CallPath | undefined): void {
    nodes.forEach((node, index) => {
      const next = nodes[index + 1];
      if (node.kind === 'word' && node.text === 'at' && next?.kind === 'string') this.addMirror(next, path);
      else if (
        node.kind === 'string' &&
        isWithin(path, 'MavenRepository', 'MavenCache', 'url', 'resolvers') &&
        isAddress(node)
      )
        this.addMirror(node, path);
    });
  }

  private addMirror({ text }: CodeString, path: CallPath | undefined): void {
    if (!isWithin(path, 'homepage', 'scmInfo', 'licenses'))
      this.found.addMirror(text, 'maven', this.found.where(path, 'resolvers'));
  }
}

function isAddress({ text }: CodeString): boolean {
  const [first] = text.parts;
  return first?.type === 'text' && first.text.text.includes('://');
}

function afterPercents(nodes: readonly CodeNode[], index: number): number {
  let at = index;
  while (isMark(nodes[at], '%')) at++;
  return at;
}

/** A string, or the name of a value. */
function versionAt(nodes: readonly CodeNode[], index: number): InterpolatedText | undefined {
  const rest = nodes.slice(index, index + 5);
  const end = rest.findIndex(node => node.kind !== 'string' && node.kind !== 'word' && !isMark(node, '.'));
  return textOfNodes(end < 0 ? rest : rest.slice(0, end));
}

/** `name: https://…, pattern` (https://www.scala-sbt.org/1.x/docs/Launcher-Configuration.html). */
const extractRepositories: Extract = source => {
  const scope = folderModule('sbt', source.path);
  const references: Reference[] = [];
  for (const line of linesOf(source.text)) {
    const match = /^([\w.-]+)\s*:\s*([a-z]+:\/\/[^\s,]+)/i.exec(line.text);
    if (!match) continue;
    const [whole, name = '', address = ''] = match;
    const start = line.start + whole.length - address.length;
    const text = { text: address, span: span(start, start + address.length) };
    references.push(...mirrorReferences(text, 'maven', { scope, structuralPath: ['repositories', name] }));
  }
  return { references, definitions: [], calls: [], comments: [], problems: [] };
};
