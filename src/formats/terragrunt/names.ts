import type { Expression, UnknownReason } from '../../model/expression.ts';
import { stepInto } from '../../parsers/hcl/elements.ts';
import type { ReadName, TraversalStep } from '../../parsers/hcl/tree.ts';
import { type Span, span } from '../../text/span.ts';

/**
 * What a name means in Terragrunt: `local.region`, `include.root.locals.region`, `feature.name.value`,
 * `values.region` of a unit; `var.region` in a generated file; what the outputs of a `dependency` are made of. Else they
 * exist only after it has run.
 */
export const readTerragruntName: ReadName = (root, steps, place) => {
  const [first, second] = steps;
  switch (root) {
    case 'local':
    case 'values':
    case 'var':
    case 'feature':
      return first?.type === 'attribute'
        ? variable(`${root}.${first.name}`, first, steps.slice(1), place)
        : unknown('unsupported-expression', place);
    case 'include':
      if (first?.type !== 'attribute') return unknown('unsupported-expression', place);
      // Without a label, as it was in old versions: `include.locals.region`.
      if (EXPOSED.has(first.name)) return variable(`include.${first.name}`, first, steps.slice(1), place);
      return second?.type === 'attribute'
        ? variable(`include.${first.name}.${second.name}`, second, steps.slice(2), place)
        : unknown('unsupported-expression', place);
    case 'dependency':
      return readDependency(steps, place);
    default:
      return unknown('computed-by-provider', place);
  }
};

/** `dependency.vpc.outputs.region` */
function readDependency(
  [name, outputs, output, ...further]: readonly TraversalStep[],
  place: Span,
): Expression {
  const given = unknown('set-at-run-time', place);
  const isOutput = outputs?.type === 'attribute' && outputs.name === 'outputs';
  if (name?.type !== 'attribute' || !isOutput || output?.type !== 'attribute') return given;
  const end = Math.max(place.start, Math.min(output.span.end, place.end));
  const value: Expression = {
    type: 'variable',
    name: `dependency.${name.name}.${output.name}`,
    span: span(place.start, end),
    fallback: given,
  };
  return stepInto(value, further, place);
}

const EXPOSED: ReadonlySet<string> = new Set(['locals', 'inputs']);

function variable(
  name: string,
  last: TraversalStep,
  further: readonly TraversalStep[],
  place: Span,
): Expression {
  const end = Math.max(place.start, Math.min(last.span.end, place.end));
  return stepInto({ type: 'variable', name, span: span(place.start, end) }, further, place);
}

function unknown(reason: UnknownReason, place: Span): Expression {
  return { type: 'unknown', reason, span: place };
}
