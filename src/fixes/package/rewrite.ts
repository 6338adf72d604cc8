import type { TextEdit } from '../../text/edit.ts';
import { type Span, span } from '../../text/span.ts';
import { lineAround } from '../lines.ts';
import { rewriteDependencyElement, rewritePackageElement } from './xml-dependency.ts';

/**
 * Writes another package in a dependency's place, in whatever version the package manager finds: the version of the
 * one that goes says nothing about the one that comes. `undefined` where the syntax there is another.
 * @param place the name as it is written
 */
export type Rewrite = (text: string, place: Span, name: string) => readonly TextEdit[] | undefined;

/** By the format's id. */
export const REWRITES: Readonly<Record<string, readonly Rewrite[]>> = {
  'package-json': [entry('latest')],
  'pnpm-workspace': [entry('latest')],
  'composer-json': [entry('*')],
  'pip-requirements': [requirement],
  'setup-cfg': [requirement],
  'conda-environment': [requirement],
  pyproject: [tableEntry('*'), requirement],
  pipfile: [tableEntry('*')],
  'cargo-toml': [tableEntry('*')],
  gemfile: [gem],
  'go-mod': [goRequirement],
  pubspec: [entry('any')],
  maven: [rewriteDependencyElement],
  gradle: [coordinates],
  'gradle-catalog': [coordinates],
  'dotnet-project': [rewritePackageElement],
};

/** `"name": "version"` of JSON, `name: version` of YAML. */
function entry(version: string): Rewrite {
  return (text, place, name) => {
    const rest = restOfLine(text, place);
    const match = /^("?\s*:\s*)("[^"]*"|[^\s"'#,{}]+)(?=\s*(?:,|#|\}|$))/.exec(rest);
    if (!match || (rest.startsWith('"') && !/^"[^"]*"$/.test(match[2] ?? ''))) return undefined;
    const quoted = match[2]?.startsWith('"') ? `"${version}"` : version;
    // In YAML, a bare name may not begin with @.
    const written = !rest.startsWith('"') && name.startsWith('@') ? `'${name}'` : name;
    return [{ span: span(place.start, place.end + match[0].length), newText: written + match[1] + quoted }];
  };
}

/** `name[extra]>=1,<2 ; marker` of pip and setuptools; markers and comments stay. */
function requirement(text: string, place: Span, name: string): readonly TextEdit[] | undefined {
  const before = text.slice(lineAround(text, place.start).start, place.start);
  if (!/(?:^|["',[=])\s*(?:- )?["']?$/.test(before)) return undefined;
  const constraint =
    /^(?:\[[^\]]*\])?\s*(?:\(?[=<>!~]=?=?\s*[^\s;#"',()]+\)?\s*,?\s*)*/.exec(restOfLine(text, place))?.[0] ??
    '';
  const length = constraint.trimEnd().replace(/,$/, '').length;
  const next = text[place.end + length];
  if (next !== undefined && !/[\s;#"',\]]/.test(next)) return undefined;
  return [{ span: span(place.start, place.end + length), newText: name }];
}

/** `name = "version"` or `name = { … }` in a table of TOML. */
function tableEntry(version: string): Rewrite {
  return (text, place, name) => {
    const line = lineAround(text, place.start);
    const before = text.slice(line.start, place.start);
    const match = /^(["']?[ \t]*=[ \t]*)(?:"[^"]*"|'[^']*'|\{[^{}]*\})(?=[ \t]*(?:#|$))/.exec(
      restOfLine(text, place),
    );
    if (!match || !/^[ \t]*["']?$/.test(before)) return undefined;
    return [
      { span: span(place.start, place.end + match[0].length), newText: `${name}${match[1]}"${version}"` },
    ];
  };
}

/** `gem "name", "~> 1.2", require: …`: the versions go. */
function gem(text: string, place: Span, name: string): readonly TextEdit[] | undefined {
  const match = /^(["'])((?:[ \t]*,[ \t]*["'][^"']*["'])*)(.*)/.exec(restOfLine(text, place));
  if (!match) return undefined;
  const [, quote = '', versions = '', rest = ''] = match;
  // A `require:` or a source belongs to the gem that goes.
  if (!/^[ \t]*(?:#.*)?$/.test(rest)) return undefined;
  return [{ span: span(place.start, place.end + quote.length + versions.length), newText: name + quote }];
}

/** `path version` of a requirement; Go writes the version that it finds. */
function goRequirement(text: string, place: Span, name: string): readonly TextEdit[] | undefined {
  const line = lineAround(text, place.start);
  const match = /^[ \t]+v[^\s]+/.exec(text.slice(place.end, line.end));
  if (!match || text.slice(line.start, line.end).includes('=>')) return undefined;
  return [{ span: span(place.start, place.end + match[0].length), newText: `${name} latest` }];
}

/** `group:name:version` in one string. */
function coordinates(text: string, place: Span, name: string): readonly TextEdit[] | undefined {
  const match = /^:[^"':$@]+(?=["'])/.exec(restOfLine(text, place));
  const opening = text[place.start - 1];
  if (!match || (opening !== '"' && opening !== "'")) return undefined;
  return [{ span: span(place.start, place.end + match[0].length), newText: `${name}:latest.release` }];
}

function restOfLine(text: string, place: Span): string {
  return text.slice(place.end, lineAround(text, place.end).end);
}
