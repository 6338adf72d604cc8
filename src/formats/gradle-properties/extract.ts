import type { Definition, Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { type Property, parseProperties } from '../../parsers/properties.ts';
import { basename } from '../../text/path.ts';
import { span } from '../../text/span.ts';
import { suppressionComments } from '../shared/comments/suppression-comments.ts';
import { gradleModule } from '../shared/modules/gradle-module.ts';
import { inheritableDefinitions } from '../shared/modules/outer-modules.ts';
import { hostReferences, isInUrl, mirrorReferences } from '../shared/url-references.ts';

/** Where the wrapper gets Gradle from, the hosts in properties, and the properties as variables of build scripts. */
export const extractGradleProperties: Extract = source => {
  const { entries, comments } = parseProperties(source.text);
  const scope = gradleModule(source.path);
  const isWrapper = basename(source.path) === 'gradle-wrapper.properties';
  return {
    references: entries.flatMap(entry => referencesOf(entry, scope)),
    definitions: isWrapper ? [] : entries.flatMap(entry => definitionsOf(entry, scope)),
    calls: [],
    comments: suppressionComments(source.text, comments, () =>
      entries.map(entry => span(entry.keySpan.start, Math.max(entry.keySpan.end, entry.value.span.end))),
    ),
    problems: [],
  };
};

function referencesOf({ key, value }: Property, scope: string): Reference[] {
  const where = { scope, structuralPath: [key] };
  if (PROSE.test(key)) return [];
  if (key === 'distributionUrl') return mirrorReferences(value, 'gradle', where);
  const isProxy = /proxyHost$/i.test(key);
  return hostReferences(value, where, mention => isProxy || isInUrl(value.text, mention));
}

/** What plugins that publish write into the pom for readers. */
const PROSE = /^POM_(?!REPOSITORY)/;

function definitionsOf({ key, value }: Property, scope: string): Definition[] {
  const name = key.replace(/^systemProp\./, '');
  return inheritableDefinitions(scope, name, { type: 'literal', value: value.text, span: value.span });
}
