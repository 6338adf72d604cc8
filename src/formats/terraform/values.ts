import type { Expression } from '../../model/expression.ts';
import type { Definition } from '../../model/extraction.ts';
import { attributeOf, type HclBlock } from '../../parsers/hcl/tree.ts';
import type { Span } from '../../text/span.ts';
import type { Extracted } from '../shared/hcl/extracted.ts';
import { type Place, within } from '../shared/hcl/place.ts';
import { settingReferences } from '../shared/hcl/settings.ts';

/** `variable "region" { default = … }`; an override file's default replaces the first one's. */
export function extractVariable(
  block: HclBlock,
  outer: Place,
  precedence: Definition['precedence'],
): Extracted {
  const [label] = block.labels;
  if (!label?.text) return { references: [] };
  const place = within(outer, 'variable', label.text);
  const given = attributeOf(block.body, 'default')?.value;
  const value = given && !isNull(given) ? given : setAtRunTime(label.span);
  return {
    references: given ? settingReferences('default', given, place) : [],
    definitions: [{ scope: place.scope, name: `var.${label.text}`, value, precedence, isReplaceable: true }],
  };
}

/** `locals { … }` */
export function extractLocals(
  block: HclBlock,
  outer: Place,
  precedence: Definition['precedence'],
): Extracted {
  const place = within(outer, 'locals');
  return {
    references: block.body.attributes.flatMap(({ name, value }) => settingReferences(name, value, place)),
    definitions: block.body.attributes.map(({ name, value }) => ({
      scope: place.scope,
      name: `local.${name}`,
      value,
      precedence,
    })),
  };
}

/** `output "region" { value = … }`: what callers know as `module.<call>.region`. */
export function extractOutput(
  block: HclBlock,
  outer: Place,
  precedence: Definition['precedence'],
): Extracted {
  const [label] = block.labels;
  const value = attributeOf(block.body, 'value')?.value;
  if (!label?.text || !value) return { references: [] };
  const place = within(outer, 'output', label.text);
  return {
    references: settingReferences('value', value, place),
    definitions: [{ scope: place.scope, name: `output.${label.text}`, value, precedence }],
  };
}

function isNull(value: Expression): boolean {
  return value.type === 'choice' && value.options.length === 0;
}

function setAtRunTime(span: Span): Expression {
  return { type: 'unknown', reason: 'set-at-run-time', span };
}
