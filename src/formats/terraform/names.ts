import type { Expression, UnknownReason } from '../../model/expression.ts';
import { stepInto } from '../../parsers/hcl/elements.ts';
import type { TraversalStep } from '../../parsers/hcl/tree.ts';
import { type Span, span } from '../../text/span.ts';

/**
 * What a name means in Terraform (https://developer.hashicorp.com/terraform/language/expressions/references):
 * variables, locals and module outputs are looked up, attributes of resources exist only after the provider has
 * answered. `each`, `count` and the iterators of `dynamic` blocks are variables too: see `repetition.ts`.
 */
export function readTerraformName(root: string, steps: readonly TraversalStep[], place: Span): Expression {
  switch (root) {
    case 'var':
    case 'local':
    case 'each':
      return readMember(root, steps, place);
    case 'module':
      return readModuleOutput(steps, place);
    case 'count':
    case 'path':
    case 'terraform':
      return unknown('set-at-run-time', place);
    default:
      return readResourceOrIterator(root, steps, place);
  }
}

/** `var.region`, and what is inside it. */
function readMember(root: string, steps: readonly TraversalStep[], place: Span): Expression {
  const [first, ...rest] = steps;
  if (first?.type !== 'attribute') return unknown('unsupported-expression', place);
  return stepInto(variable(`${root}.${first.name}`, place, first), rest, place);
}

/** `module.network.region`; with `count` or `for_each` there is an index before the output's name. */
function readModuleOutput(steps: readonly TraversalStep[], place: Span): Expression {
  const [call, ...further] = steps;
  const index = further.findIndex(step => step.type === 'attribute');
  const output = further[index];
  if (call?.type !== 'attribute' || output?.type !== 'attribute')
    return unknown('unsupported-expression', place);
  return stepInto(
    variable(`module.${call.name}.${output.name}`, place, output),
    further.slice(index + 1),
    place,
  );
}

/** `setting.value` in a `dynamic "setting"` block; as a resource it would have a third part. */
function readResourceOrIterator(root: string, steps: readonly TraversalStep[], place: Span): Expression {
  const [first, ...rest] = steps;
  const computed = unknown('computed-by-provider', place);
  if (first?.type !== 'attribute' || (first.name !== 'value' && first.name !== 'key')) return computed;
  return stepInto({ ...variable(`${root}.${first.name}`, place, first), fallback: computed }, rest, place);
}

/** The variable's own part of the whole: up to the step that names it. */
function variable(name: string, place: Span, last: TraversalStep): Expression & { type: 'variable' } {
  return {
    type: 'variable',
    name,
    span: span(place.start, Math.max(place.start, Math.min(last.span.end, place.end))),
  };
}

function unknown(reason: UnknownReason, place: Span): Expression {
  return { type: 'unknown', reason, span: place };
}
