import type { Expression } from '../model/expression.ts';
import { UNKNOWN_PART } from '../model/expression.ts';
import { asOpen } from './functions.ts';
import { unionOf, type Value, type ValueSet } from './value.ts';

/** What an expression evaluates to. */
type Evaluate = (part: Expression) => ValueSet;

/** The values of those options that may be taken; open where the files do not tell whether they are. */
export function chosenBy(
  conditions: readonly Expression[],
  options: readonly Expression[],
  evaluate: Evaluate,
): ValueSet {
  let reached: Chance = TAKEN;
  const sets: ValueSet[] = [];
  for (const [index, option] of options.entries()) {
    const condition = conditions[index];
    const outcome = condition ? outcomeOf(condition, evaluate) : OTHERWISE;
    const chance = Math.min(reached, outcome.holds);
    if (chance !== NEVER) sets.push(chance === TAKEN ? evaluate(option) : asOpen(evaluate(option)));
    reached = Math.min(reached, outcome.fails);
  }
  return unionOf(sets);
}

/** How sure it is that something happens at some time; the greater, the surer. */
type Chance = number;
const NEVER: Chance = 0;
const OPEN: Chance = 1;
const TAKEN: Chance = 2;

/** What can become of a condition: of one value it does one, of several perhaps both. */
interface Outcome {
  readonly holds: Chance;
  readonly fails: Chance;
}

const UNTOLD: Outcome = { holds: OPEN, fails: OPEN };

/** What stands behind the last condition is reached whenever all others fail. */
const OTHERWISE: Outcome = { holds: TAKEN, fails: TAKEN };

function outcomeOf(condition: Expression, evaluate: Evaluate): Outcome {
  if (condition.type !== 'call') return outcomeOfTexts([condition], ([text]) => text === 'true', evaluate);
  const inputs = condition.arguments;
  const outcomes = (): Outcome[] => inputs.map(input => outcomeOf(input, evaluate));
  switch (condition.name) {
    case '!':
      return negated(outcomes()[0] ?? UNTOLD);
    case '&&':
      return allOf(outcomes());
    case '||':
      return negated(allOf(outcomes().map(negated)));
    case '!=':
      return negated(outcomeOfEquality(inputs, evaluate));
    case '==':
      return outcomeOfEquality(inputs, evaluate);
    default: {
      const compare = COMPARISONS.get(condition.name);
      return compare ? outcomeOfTexts(inputs, compare, evaluate) : UNTOLD;
    }
  }
}

/** Whether something is given at all is asked in order to use something else instead: that is any one of both. */
function outcomeOfEquality(sides: readonly Expression[], evaluate: Evaluate): Outcome {
  if (sides.length !== 2) return UNTOLD;
  return sides.some(isNull) ? OTHERWISE : outcomeOfTexts(sides, ([one, other]) => one === other, evaluate);
}

function isNull(expression: Expression): boolean {
  return expression.type === 'choice' && expression.options.length === 0;
}

type Compare = (texts: readonly string[]) => boolean;

/** https://developer.hashicorp.com/terraform/language/functions */
const COMPARISONS: ReadonlyMap<string, Compare> = new Map<string, Compare>([
  ['startswith', ([text = '', start = '']) => text.startsWith(start)],
  ['endswith', ([text = '', end = '']) => text.endsWith(end)],
  ['strcontains', ([text = '', part = '']) => text.includes(part)],
]);

/** By each combination of what the inputs, one or two, are known to be. */
function outcomeOfTexts(inputs: readonly Expression[], compare: Compare, evaluate: Evaluate): Outcome {
  const [first = NOTHING, second = ONE_TEXT] = inputs.map(input => knownTexts(evaluate(input)));
  const answers = first.texts.flatMap(one => second.texts.map(other => compare([one, other])));
  const atLeast = first.isAll && second.isAll ? NEVER : OPEN;
  return {
    holds: answers.includes(true) ? TAKEN : atLeast,
    fails: answers.includes(false) ? TAKEN : atLeast,
  };
}

interface KnownTexts {
  readonly texts: readonly string[];
  /** It can be nothing else. */
  readonly isAll: boolean;
}

const NOTHING: KnownTexts = { texts: [], isAll: false };
const ONE_TEXT: KnownTexts = { texts: [''], isAll: true };

function knownTexts({ values, unknown }: ValueSet): KnownTexts {
  const known = values.flatMap(value => (isKnown(value) ? [value] : []));
  const isAll =
    unknown === undefined && known.length === values.length && !known.some(value => value.isDefault);
  return { texts: known.map(({ text }) => text), isAll: isAll && known.length > 0 };
}

function isKnown(value: Value): value is Value & { readonly kind: 'text' } {
  return value.kind === 'text' && !value.isOpen && !value.text.includes(UNKNOWN_PART);
}

function negated({ holds, fails }: Outcome): Outcome {
  return { holds: fails, fails: holds };
}

function allOf(outcomes: readonly Outcome[]): Outcome {
  return {
    holds: outcomes.reduce((all, { holds }) => Math.min(all, holds), TAKEN),
    fails: outcomes.reduce((all, { fails }) => Math.max(all, fails), NEVER),
  };
}
