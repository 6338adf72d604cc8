import type { Reference } from '../../model/extraction.ts';
import {
  type InterpolatedText,
  literalText,
  makeSlicer,
  sliceInterpolated,
  type VariablePart,
  visibleText,
} from '../../parsers/interpolation.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import { spanWithin } from '../../parsers/tree.ts';
import { findHosts, type HostMention } from '../../text/hosts.ts';
import { UNKNOWN_PART } from '../../text/unknown-part.ts';
import { outsideComments } from './comments/text-comments.ts';
import { expressionOf, unknownVariable, type VariableLookUp } from './expressions.ts';
import { hostReferences, mirrorReferences } from './url-references.ts';
import { writtenTexts } from './written-texts.ts';

/** Where a reference stands, and in which resource. */
export type Where = Pick<Reference, 'scope' | 'structuralPath' | 'provider' | 'resourceType'>;

/**
 * What a string value names whatever it is for: hosts, and resource names with a partition
 * (`arn:aws-cn:…`, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html).
 */
export function stringReferences(
  text: InterpolatedText,
  where: Where,
  lookUp: VariableLookUp = unknownVariable,
): Reference[] {
  const visible = visibleText(text);
  return [
    ...hostsOf(text, visible, where, lookUp),
    ...text.parts.flatMap(part => (part.type === 'variable' ? partStrings(part, where, lookUp) : [])),
    ...(visible.text.includes('arn:') ? partitionsOf(text, visible, where, lookUp) : []),
  ];
}

/** What stands inside a variable's use: its operands, or the literals of the expression that it is. */
function partStrings(part: VariablePart, where: Where, lookUp: VariableLookUp): Reference[] {
  const operands = operandsOf(part).flatMap(operand => stringReferences(operand, where, lookUp));
  const isExpression = part.operator === 'expression';
  const texts = isExpression ? writtenTexts(lookUp(part.name, part.span), part.span) : [];
  return [...operands, ...texts.flatMap(inner => stringReferences(inner.text, where, inner.lookUp))];
}

function operandsOf({ operand, otherwise }: VariablePart): InterpolatedText[] {
  return [operand, otherwise].filter(each => each !== undefined);
}

/** The addresses in a setting that redirects downloads: one, or several between commas, bars or blanks. */
export function mirrorsIn(
  text: InterpolatedText,
  ecosystem: string,
  where: Where,
  lookUp: VariableLookUp = unknownVariable,
): Reference[] {
  const mirrors = addressMirrors(text, ecosystem, where, lookUp);
  return mirrors.length > 0 ? mirrors : wholeAsMirror(text, ecosystem, where, lookUp);
}

function addressMirrors(
  text: InterpolatedText,
  ecosystem: string,
  where: Where,
  lookUp: VariableLookUp,
): Reference[] {
  const visible = visibleText(text);
  const isWanted = outsideComments(visible.text);
  const variables = variablesByPlace(text);
  const slice = makeSlicer(text);
  return [...visible.text.matchAll(ADDRESS)].flatMap(({ 0: written, index }) => {
    if (!isWanted(index)) return [];
    const start = SETTING.exec(written)?.[0].length ?? 0;
    const variable = variables.get(index + start);
    // A branch may hold more than the address.
    if (variable?.operator === '+' && written.length === start + UNKNOWN_PART.length)
      return operandsOf(variable).flatMap(branch => addressMirrors(branch, ecosystem, where, lookUp));
    const isAddress =
      findHosts(written).length > 0 ||
      OPEN_HOST.test(written) ||
      (variable && partStrings(variable, where, lookUp).length > 0);
    if (!isAddress) return [];
    const address = slice(index + start, index + written.length);
    return mirrorReferences(visibleText(address), ecosystem, where, from =>
      expressionOf(sliceInterpolated(address, from, written.length - start), lookUp),
    );
  });
}

function variablesByPlace(text: InterpolatedText): ReadonlyMap<number, VariablePart> {
  const variables = new Map<number, VariablePart>();
  let place = 0;
  for (const part of text.parts) {
    if (part.type === 'variable') variables.set(place, part);
    place += part.type === 'text' ? part.text.text.length : UNKNOWN_PART.length;
  }
  return variables;
}

/** `baseurl=https://…` in the text of a file. */
const SETTING = new RegExp(`^[\\w.-]+=(?=[a-z]+://|${UNKNOWN_PART})`);

/** An address of which a variable says the host. */
const OPEN_HOST = new RegExp(`^(?:[\\w.-]+=)?[a-z]+://${UNKNOWN_PART}`, 'i');

const ADDRESS = /[^\s,|"'<>;[\]()\\]+/g;

/** An address that is a variable altogether may still turn out to be one. */
function wholeAsMirror(
  text: InterpolatedText,
  ecosystem: string,
  where: Where,
  lookUp: VariableLookUp,
): Reference[] {
  if (literalText(text)) return [];
  return [{ kind: 'mirror', ecosystem, value: expressionOf(text, lookUp), span: text.span, ...where }];
}

function hostsOf(
  text: InterpolatedText,
  visible: PlacedText,
  where: Where,
  lookUp: VariableLookUp,
): Reference[] {
  if (!visible.text.includes('.')) return [];
  const isWanted = outsideComments(visible.text);
  if (literalText(text)) return hostReferences(visible, where, ({ span }) => isWanted(span.start));
  const slice = makeSlicer(text);
  return findHosts(visible.text)
    .filter(({ span }) => isWanted(span.start))
    .map(mention => {
      const { start } = mention.span;
      const address = slice(start, addressEnd(visible.text, mention));
      return {
        kind: 'host',
        value: expressionOf(address, lookUp),
        span: spanWithin(visible, start, mention.span.end),
        ...where,
      };
    });
}

/** The end of what follows the host: port and path. */
function addressEnd(text: string, { span, path }: HostMention): number {
  const port = /^:\d{1,5}/.exec(text.slice(span.end, span.end + 6))?.[0] ?? '';
  return span.end + port.length + path.length;
}

function partitionsOf(
  text: InterpolatedText,
  visible: PlacedText,
  where: Where,
  lookUp: VariableLookUp,
): Reference[] {
  const slice = makeSlicer(text);
  return [...visible.text.matchAll(RESOURCE_NAME)].map(({ 0: name, 1: head = '', index }) => ({
    kind: 'partition',
    value: expressionOf(slice(index, index + head.length), lookUp),
    span: spanWithin(visible, index, index + name.length),
    ...where,
  }));
}

/** `arn:partition:service:region:account:resource`; a variable may stand for any of them, a star for all but the partition. */
const RESOURCE_NAME =
  /(?<![\w:.-])(arn:[\w\0-]{1,40}:[\w\0*-]{0,60}:[\w\0*-]{0,40}):[^\s"'`,;<>\])}]{0,1000}/g;
