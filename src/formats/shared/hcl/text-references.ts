import type { Expression } from '../../../model/expression.ts';
import type { Reference } from '../../../model/extraction.ts';
import { findHosts, type HostMention } from '../../../text/hosts.ts';
import { UNKNOWN_PART } from '../../../text/unknown-part.ts';
import { outsideComments } from '../comments/text-comments.ts';
import { type FlatText, flatSpan, flatten, sliceFlat } from './flat-text.ts';
import { type Place, referenceAt } from './place.ts';

/**
 * The hosts and the ARNs in a literal or template: one reference for each, wherever in the text it is. Its value is
 * a literal when all of it is written out, else the part of the template that makes it.
 */
export function textReferences(expression: Expression, place: Place): Reference[] {
  if (expression.type === 'literal' && !expression.value.includes('.') && !expression.value.includes('arn:'))
    return [];
  const flat = flatten(expression, place.text);
  const [isHostWanted, isNameWanted] = [outsideComments(flat.text), outsideComments(flat.text)];
  return [
    ...findHosts(flat.text)
      .filter(mention => isHostWanted(mention.span.start))
      .map(mention => hostReference(flat, mention, place)),
    ...[...flat.text.matchAll(ARN)]
      .filter(match => isNameWanted(match.index))
      .map(match => partitionReference(flat, match, place)),
  ];
}

/** A host is compared with the port and path behind it, and underlined without them. */
function hostReference(flat: FlatText, { span, path }: HostMention, place: Place): Reference {
  const port = /^:\d{1,5}/.exec(flat.text.slice(span.end, span.end + 6))?.[0] ?? '';
  const end = span.end + port.length + path.length;
  return referenceAt(place, 'host', sliceFlat(flat, span.start, end), flatSpan(flat, span.start, span.end));
}

/** Of an ARN, what comes before the account is compared: partition, service and region. */
function partitionReference(flat: FlatText, match: RegExpExecArray, place: Place): Reference {
  const [whole, upToRegion = whole] = match;
  const value = sliceFlat(flat, match.index, match.index + upToRegion.length);
  return referenceAt(place, 'partition', value, flatSpan(flat, match.index, match.index + whole.length));
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const FIELD = `[a-z0-9${UNKNOWN_PART}-]`;
const ARN = new RegExp(
  `(?<![a-z0-9${UNKNOWN_PART}_-])(arn:${FIELD}+:(?:${FIELD}|\\*)+:(?:${FIELD}|\\*)*):[^\\s"'\`<>,;()[\\]{}\\\\]*`,
  'g',
);
