import type { TextEdit } from '../../text/edit.ts';
import { type Span, span } from '../../text/span.ts';
import { lineAround } from '../lines.ts';
import {
  caret,
  cargoRange,
  exactly,
  gemRange,
  goVersion,
  pythonRange,
  type RangeStyle,
  shortCaret,
} from './ranges.ts';
import { rewriteDependencyElement, rewritePackageElement } from './xml-dependency.ts';

/** A package as its manifests name it, in a version that exists. */
export interface Release {
  readonly name: string;
  readonly version: string;
}

/**
 * Writes another package in a dependency's place, with its version in the way of the one that goes: exact where that
 * was exact, a range where it was one. `undefined` where the syntax there is another.
 * @param place the name as it is written
 */
export type Rewrite = (text: string, place: Span, release: Release) => readonly TextEdit[] | undefined;

/** By the format's id. */
export const REWRITES: Readonly<Record<string, readonly Rewrite[]>> = {
  'package-json': [entry(caret)],
  'pnpm-workspace': [entry(caret)],
  'composer-json': [entry(shortCaret)],
  'pip-requirements': [requirement],
  'setup-cfg': [requirement],
  'setup-py': [requirement],
  'conda-environment': [requirement],
  'home-assistant': [requirement],
  pyproject: [tableEntry(shortCaret), requirement],
  pipfile: [tableEntry(pythonRange)],
  'cargo-toml': [tableEntry(cargoRange)],
  gemfile: [gem],
  'go-mod': [goRequirement],
  pubspec: [entry(caret)],
  maven: [rewriteDependencyElement],
  gradle: [coordinates],
  'gradle-catalog': [catalogEntry, coordinates],
  'dotnet-project': [rewritePackageElement],
};

/** `"name": "version"` of JSON, `name: version` of YAML. */
function entry(style: RangeStyle): Rewrite {
  return (text, place, { name, version }) => {
    const rest = restOfLine(text, place);
    const match = /^("?\s*:\s*)("[^"]*"|'[^']*'|[^\s"'#,{}]+)(?=\s*(?:,|#|\}|$))/.exec(rest);
    const [, colon = '', value = ''] = match ?? [];
    if (!match || (rest.startsWith('"') && !/^"[^"]*"$/.test(value))) return undefined;
    const quote = /^["']/.exec(value)?.[0] ?? '';
    const range = style(version, value.replaceAll(quote || '"', ''));
    // In YAML, a bare name may not begin with @.
    const written = !rest.startsWith('"') && name.startsWith('@') ? `'${name}'` : name;
    const newText = written + colon + quote + range + quote;
    return [{ span: span(place.start, place.end + match[0].length), newText }];
  };
}

/** `name[extra]>=1,<2 ; marker` of pip and setuptools; markers and comments stay. */
function requirement(text: string, place: Span, { name, version }: Release): readonly TextEdit[] | undefined {
  const before = text.slice(lineAround(text, place.start).start, place.start);
  if (!/(?:^|["',[=])\s*(?:- )?["']?$/.test(before)) return undefined;
  const constraint =
    /^(?:\[[^\]]*\])?\s*(?:\(?[=<>!~]=?=?\s*[^\s;#"',()]+\)?\s*,?\s*)*/.exec(restOfLine(text, place))?.[0] ??
    '';
  const length = constraint.trimEnd().replace(/,$/, '').length;
  const next = text[place.end + length];
  if (next !== undefined && !/[\s;#"',\]]/.test(next)) return undefined;
  const [, gap = '', written = ''] = /^(?:\[[^\]]*\])?(\s*)(.*)$/s.exec(constraint.slice(0, length)) ?? [];
  const range = pythonRange(version, written.replace(/^\((.*)\)$/s, '$1'));
  return [{ span: span(place.start, place.end + length), newText: name + gap + range }];
}

/** `name = "version"` or `name = { … }` in a table of TOML. */
function tableEntry(style: RangeStyle): Rewrite {
  return (text, place, { name, version }) => {
    const line = lineAround(text, place.start);
    const before = text.slice(line.start, place.start);
    const match = /^(["']?[ \t]*=[ \t]*)("[^"]*"|'[^']*'|\{[^{}]*\})(?=[ \t]*(?:#|$))/.exec(
      restOfLine(text, place),
    );
    if (!match || !/^[ \t]*["']?$/.test(before)) return undefined;
    const [, equals = '', value = ''] = match;
    const written = /\bversion\s*=\s*["']([^"']*)["']/.exec(value)?.[1] ?? value.slice(1, -1);
    return [
      {
        span: span(place.start, place.end + match[0].length),
        newText: `${name}${equals}"${style(version, written)}"`,
      },
    ];
  };
}

/** `gem "name", "~> 1.2", require: …`: the versions go. */
function gem(text: string, place: Span, { name, version }: Release): readonly TextEdit[] | undefined {
  const match = /^(["'])((?:[ \t]*,[ \t]*["'][^"']*["'])*)(.*)/.exec(restOfLine(text, place));
  if (!match) return undefined;
  const [, quote = '', versions = '', rest = ''] = match;
  // A `require:` or a source belongs to the gem that goes.
  if (!/^[ \t]*(?:#.*)?$/.test(rest)) return undefined;
  const written = /^[ \t]*,[ \t]*["']([^"']*)["']$/.exec(versions)?.[1] ?? '';
  return [
    {
      span: span(place.start, place.end + quote.length + versions.length),
      newText: `${name}${quote}, ${quote}${gemRange(version, written)}${quote}`,
    },
  ];
}

/** `path version` of a requirement. */
function goRequirement(
  text: string,
  place: Span,
  { name, version }: Release,
): readonly TextEdit[] | undefined {
  const line = lineAround(text, place.start);
  const match = /^[ \t]+v[^\s]+/.exec(text.slice(place.end, line.end));
  if (!match || text.slice(line.start, line.end).includes('=>')) return undefined;
  const newText = `${name} ${goVersion(version, '')}`;
  return [{ span: span(place.start, place.end + match[0].length), newText }];
}

/** `group:name:version` in one string. */
function coordinates(text: string, place: Span, { name, version }: Release): readonly TextEdit[] | undefined {
  const match = /^:[^"':$@]+(?=["'])/.exec(restOfLine(text, place));
  const opening = text[place.start - 1];
  if (!match || (opening !== '"' && opening !== "'")) return undefined;
  const newText = `${name}:${exactly(version, '')}`;
  return [{ span: span(place.start, place.end + match[0].length), newText }];
}

/** `{ module = "group:name", version… = … }` of a version catalog, whose versions can stand elsewhere. */
function catalogEntry(
  text: string,
  place: Span,
  { name, version }: Release,
): readonly TextEdit[] | undefined {
  const before = text.slice(lineAround(text, place.start).start, place.start);
  const match = /^("[ \t]*,[ \t]*)version(?:\.ref)?[ \t]*=[ \t]*"[^"]*"(?=[ \t]*\})/.exec(
    restOfLine(text, place),
  );
  if (!match || !/\bmodule[ \t]*=[ \t]*"$/.test(before)) return undefined;
  const newText = `${name}${match[1]}version = "${version}"`;
  return [{ span: span(place.start, place.end + match[0].length), newText }];
}

function restOfLine(text: string, place: Span): string {
  return text.slice(place.end, lineAround(text, place.end).end);
}
