import type { TextEdit } from '../../text/edit.ts';
import { type Span, span } from '../../text/span.ts';
import { lineAround } from '../lines.ts';
import type { Rewrite } from './rewrite.ts';

/** The `<dependency>` of a Maven project: group, name and version; one that a parent manages gets its own. */
export const rewriteDependencyElement: Rewrite = (text, place, { name, version }) => {
  const [group = '', artifact = ''] = name.split(':');
  const element = elementAround(text, place, 'dependency');
  if (!element) return undefined;
  const groupEdit = childText(text, element, 'groupId', group);
  const artifactEdit = childText(text, element, 'artifactId', artifact);
  if (!groupEdit || !artifactEdit) return undefined;
  const versionEdit =
    childText(text, element, 'version', version) ?? newVersion(text, artifactEdit.span, version);
  return [groupEdit, artifactEdit, versionEdit];
};

/** `<PackageReference Include="name" Version="version" />` and `<PackageVersion …>`. */
export const rewritePackageElement: Rewrite = (text, place, release) => {
  const end = text.indexOf('>', place.end);
  if (end < 0) return undefined;
  // The older files (`<package id=…>`) are repeated by paths in the project.
  if (!/(?:Include|Update)=["']$/.test(text.slice(place.start - 9, place.start))) return undefined;
  const version = /^"[^<>]*?\sVersion="([^"<>]*)"/.exec(text.slice(place.end, end));
  const edits: TextEdit[] = [{ span: place, newText: release.name }];
  if (version?.[1] !== undefined) {
    const stop = place.end + version[0].length - 1;
    edits.push({ span: span(stop - version[1].length, stop), newText: release.version });
  }
  return edits;
};

function elementAround(text: string, { start, end }: Span, name: string): Span | undefined {
  const opening = text.lastIndexOf(`<${name}>`, start);
  const closing = text.indexOf(`</${name}>`, end);
  if (opening < 0 || closing < 0) return undefined;
  const inside = text.slice(opening + 1, closing);
  return inside.includes(`<${name}>`) || inside.includes(`</${name}>`) ? undefined : span(opening, closing);
}

/** `undefined` when there is no such child. */
function childText(text: string, element: Span, name: string, newText: string): TextEdit | undefined {
  const content = text
    .slice(element.start, element.end)
    .replace(/<exclusions>(?:(?!<exclusions>).)*?<\/exclusions>/s, inner => ' '.repeat(inner.length));
  const match = new RegExp(`<${name}>([^<]*)</${name}>`).exec(content);
  const written = match?.[1]?.trim();
  if (!match || !written) return undefined;
  const start = element.start + match.index + match[0].indexOf(written, name.length + 2);
  return { span: span(start, start + written.length), newText };
}

/** Below the artifact, written like it. */
function newVersion(text: string, artifact: Span, version: string): TextEdit {
  const line = lineAround(text, artifact.start);
  const at = text.indexOf('>', artifact.end) + 1;
  const indent = /^[ \t]*/.exec(text.slice(line.start, line.end))?.[0] ?? '';
  const isAlone = text.slice(line.start, artifact.start).trim() === '<artifactId>';
  const lineBreak = text.slice(line.end, line.end + 2) === '\r\n' ? '\r\n' : '\n';
  const gap = isAlone ? lineBreak + indent : '';
  return { span: span(at, at), newText: `${gap}<version>${version}</version>` };
}
