import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { type IniEntry, NPM_INI, parseIni } from '../../parsers/ini.ts';
import { findHosts } from '../../text/hosts.ts';
import { span } from '../../text/span.ts';
import { npmModule } from '../shared/modules/npm-module.ts';
import { ecosystemOfSetting } from '../shared/registries/npm-settings.ts';
import { hostReferences, isInUrl, mirrorReferences } from '../shared/url-references.ts';
import { suppressionComments } from './suppressions.ts';
import { expressionOf, withVariablesHidden } from './variables.ts';

/** Registries, mirrors and hosts of an `.npmrc`. Secrets (`_authToken`, `_password`, …) are never read. */
export const extractNpmrc: Extract = source => {
  const document = parseIni(source, NPM_INI);
  const scope = npmModule(source.path);
  return {
    references: document.entries.flatMap(entry => referencesOf(entry, scope)),
    definitions: [],
    calls: [],
    comments: suppressionComments(source.text, document),
    problems: document.problems,
  };
};

function referencesOf(entry: IniEntry, scope: string): Reference[] {
  // A list item: `key[] = value`.
  const key = entry.key.replace(/\[\]$/, '');
  const where = { scope, structuralPath: entry.section === '' ? [key] : [entry.section, key] };
  if (key.startsWith('//')) return credentialHost(entry, scope);
  if (!entry.value || NOT_READ.test(key)) return [];
  const value = entry.value;
  const visible = withVariablesHidden(value);
  const ecosystem = ecosystemOfSetting(key);
  if (ecosystem !== undefined) {
    return mirrorReferences(visible, ecosystem, where, from => expressionOf(value, from));
  }
  return hostReferences(visible, where, mention => PROXY.test(key) || isInUrl(visible.text, mention));
}

/** Secrets, people, and hosts that are only left alone. */
const NOT_READ = /^(?:_|.*:_|(?:email|username|no-?proxy|cert|key|ca)$)/is;
const PROXY = /^(?:https?-)?proxy$/i;

/** `//registry.example.com/path/:_authToken`: the part before the colon is the registry that the setting is for. */
function credentialHost(entry: IniEntry, scope: string): Reference[] {
  const colon = entry.key.lastIndexOf(':');
  const registry = colon < 0 ? entry.key : entry.key.slice(0, colon);
  const [mention] = findHosts(registry);
  if (!mention) return [];
  const { start } = entry.keySpan;
  return [
    {
      kind: 'host',
      value: { type: 'literal', value: registry, span: span(start, start + registry.length) },
      span: span(start + mention.span.start, start + mention.span.end),
      scope,
      structuralPath: [entry.key],
    },
  ];
}
