import {
  AudienceSchema,
  ConcernSchema,
  DataRoleSchema,
  ReferenceKindSchema,
  RelationshipSchema,
  SEVERITIES,
} from '../model/vocabulary.ts';

/** The scope of rulesets: JSON with comments, and more. */
export const RULESET_SCOPE = 'source.vendor-diligence-ruleset';

/**
 * How an editor colours a ruleset: as JSON with comments, and in its strings severities, words of the vocabulary, days,
 * countries, package URLs, addresses with what proves them, and the wildcards of patterns.
 * Format: https://macromates.com/manual/en/language_grammars
 */
export function rulesetGrammar(): Readonly<Record<string, unknown>> {
  return {
    name: 'Vendor Diligence Ruleset',
    scopeName: RULESET_SCOPE,
    patterns: [{ include: 'source.json.comments' }],
    injections: { 'L:string.quoted.double.json.comments': { patterns: [...WHOLE, ...PARTS] } },
  };
}

const words = [
  ...AudienceSchema.options,
  ...ConcernSchema.options,
  ...DataRoleSchema.options,
  ...ReferenceKindSchema.options,
  ...RelationshipSchema.options,
];

/** What fills a string from quote to quote. */
const WHOLE = [
  whole([...SEVERITIES, 'by-evidence', 'off'], 'keyword.other.severity.vendor-diligence'),
  whole(words, 'support.constant.vocabulary.vendor-diligence'),
  { match: '(?<=")[A-Z]{2}(?=")', name: 'constant.other.country.vendor-diligence' },
  { match: '(?<=")\\d{4}-\\d{2}-\\d{2}(?=")', name: 'constant.numeric.day.vendor-diligence' },
  { match: '(?<=")(?:vendor-diligence|npm):[^"\\s]+(?=")', name: 'entity.name.namespace.vendor-diligence' },
  {
    match: '(?<=")(https:[^"\\s#]+)(?:(#)(sha256|key)(=)([^"\\s]+))?(?=")',
    captures: {
      1: { name: 'markup.underline.link.vendor-diligence' },
      2: { name: 'punctuation.separator.proof.vendor-diligence' },
      3: { name: 'variable.parameter.proof.vendor-diligence' },
      4: { name: 'keyword.operator.proof.vendor-diligence' },
      5: { name: 'constant.other.proof.vendor-diligence' },
    },
  },
  {
    match: '(?<=")(pkg:)([a-z0-9.+-]+)(/[^"\\s]+)(?=")',
    captures: {
      1: { name: 'keyword.other.purl.vendor-diligence' },
      2: { name: 'entity.name.type.ecosystem.vendor-diligence' },
      3: { name: 'entity.name.package.vendor-diligence' },
    },
  },
];

/** Wildcards, in strings without a space: prose has question marks of its own. */
const PARTS = [
  {
    match: '(?<=")[^"\\s]*[*?][^"\\s]*(?=")',
    name: 'string.regexp.glob.vendor-diligence',
    captures: {
      0: {
        patterns: [
          { match: '[*?]+|[!@+](?=\\()|[(){}\\[\\]|]', name: 'keyword.operator.glob.vendor-diligence' },
        ],
      },
    },
  },
];

function whole(ids: readonly string[], name: string) {
  const longestFirst = [...new Set(ids)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return { match: `(?<=")(?:${longestFirst.join('|')})(?=")`, name };
}
