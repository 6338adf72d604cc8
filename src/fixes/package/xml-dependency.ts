import type { TextEdit } from '../../text/edit.ts';
import { type Span, span } from '../../text/span.ts';
import type { Rewrite } from './rewrite.ts';

/** The `<dependency>` of a Maven project: group, name and version. */
export const rewriteDependencyElement: Rewrite = (text, place, name) => {
  const [group = '', artifact = ''] = name.split(':');
  const element = elementAround(text, place, 'dependency');
  if (!element) return undefined;
  const edits = [
    childText(text, element, 'groupId', group),
    childText(text, element, 'artifactId', artifact),
    // Any version: which one is to be pinned is for people to say.
    childText(text, element, 'version', '[0,)'),
  ];
  return edits[0] && edits[1] ? edits.filter(edit => edit !== undefined) : undefined;
};

/** `<PackageReference Include="name" Version="version" />` and `<PackageVersion …>`. */
export const rewritePackageElement: Rewrite = (text, place, name) => {
  const end = text.indexOf('>', place.end);
  if (end < 0) return undefined;
  // The older files (`<package id=…>`) need an exact version.
  if (!/(?:Include|Update)=["']$/.test(text.slice(place.start - 9, place.start))) return undefined;
  const version = /^"[^<>]*?\sVersion="([^"<>]*)"/.exec(text.slice(place.end, end));
  const edits: TextEdit[] = [{ span: place, newText: name }];
  if (version?.[1] !== undefined) {
    const stop = place.end + version[0].length - 1;
    edits.push({ span: span(stop - version[1].length, stop), newText: '*' });
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

/** `undefined` when there is no such child, or its text is made of properties. */
function childText(text: string, element: Span, name: string, newText: string): TextEdit | undefined {
  const content = text
    .slice(element.start, element.end)
    .replace(/<exclusions>.*?<\/exclusions>/s, inner => ' '.repeat(inner.length));
  const match = new RegExp(`<${name}>\\s*([^<]*?)\\s*</${name}>`).exec(content);
  if (!match?.[1]) return undefined;
  const start = element.start + match.index + match[0].indexOf(match[1], name.length + 2);
  return { span: span(start, start + match[1].length), newText };
}
