import type { ModuleCall } from '../../model/extraction.ts';
import type { MakeAssignment, Makefile, MakeRecipe, MakeRule } from '../../parsers/makefile.ts';
import { hashText } from '../../text/hash.ts';

/** The scopes of a makefile, and which of them hands its variables down to which. */
export interface TargetScopes {
  readonly calls: readonly ModuleCall[];
  /** One for each target that has the variable. */
  ofAssignment(assignment: MakeAssignment): readonly string[];
  ofRecipe(recipe: MakeRecipe): string;
}

/**
 * Where variables hold that a target has for itself: in what is run for the target, and in what is run for its
 * prerequisites (https://www.gnu.org/software/make/manual/html_node/Target_002dspecific.html). What no such variable
 * can reach is in the scope of the file.
 */
export function targetScopes({ assignments, rules }: Makefile, fileScope: string): TargetScopes {
  const owners = new Set(assignments.flatMap(({ targets }) => targets));
  const steps = owners.size > 0 ? stepsBetween(owners, rules) : new Map<string, Set<string>>();
  const nodes = new Map(rules.map(({ targets }) => [targets, ruleNode(targets)]));
  const reached = reachedFrom(owners, steps);
  const scopeOf = (node: string): string => `${fileScope}#${node}`;
  const handed = [...reached].flatMap(node =>
    [...(steps.get(node) ?? [])].map(next => handDown(scopeOf(node), scopeOf(next))),
  );
  const isSurrounded = surroundedNodes(owners, reached, rules);
  const open = [...reached].filter(node => !isSurrounded.has(node));
  return {
    calls: [...open.map(node => handDown(fileScope, scopeOf(node))), ...handed],
    ofAssignment: ({ targets }) => (targets.length > 0 ? targets.map(scopeOf) : [fileScope]),
    ofRecipe: ({ targets }) => {
      const node = nodes.get(targets);
      return node !== undefined && reached.has(node) ? scopeOf(node) : fileScope;
    },
  };
}

function handDown(scope: string, target: string): ModuleCall {
  return { scope, target, name: '', span: { start: 0, end: 0 }, inputs: new Map(), inheritedPrefix: '' };
}

/**
 * From whom variables come to whom: from a target to the rules that are run for it, from a rule to its prerequisites,
 * from a pattern to the targets that it fits.
 */
function stepsBetween(owners: ReadonlySet<string>, rules: readonly MakeRule[]): Map<string, Set<string>> {
  const steps = new Map<string, Set<string>>();
  const names = new Set([
    ...owners,
    ...rules.flatMap(({ targets, prerequisites }) => [...targets, ...prerequisites]),
  ]);
  for (const { targets, prerequisites } of rules) {
    const rule = ruleNode(targets);
    for (const target of targets) addStep(steps, target, rule);
    for (const name of prerequisites) addStep(steps, rule, name);
  }
  const ruled = new Set(rules.flatMap(({ targets }) => targets));
  for (const [pattern, name] of fits(patternsIn(owners), names)) addStep(steps, pattern, name);
  for (const [pattern, name] of fits(patternsIn(ruled), names)) addStep(steps, name, ruleNode([pattern]));
  return steps;
}

function addStep(steps: Map<string, Set<string>>, from: string, to: string): void {
  const known = steps.get(from);
  if (known) known.add(to);
  else steps.set(from, new Set([to]));
}

/** No target has a name with a colon. Many names would make keys long that are compared often. */
function ruleNode(targets: readonly string[]): string {
  const names = targets.join(' ');
  return `${targets.length > 1 ? hashText(names) : names}:`;
}

function reachedFrom(
  owners: ReadonlySet<string>,
  steps: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const reached = new Set(owners);
  // A set hands out what is added while it is walked: it is its own queue.
  for (const node of reached) for (const next of steps.get(node) ?? []) reached.add(next);
  return reached;
}

/** What gets the file's variables from others, which may have changed them: whatever a pattern fits, and the rules of such targets alone. */
function surroundedNodes(
  owners: ReadonlySet<string>,
  reached: ReadonlySet<string>,
  rules: readonly MakeRule[],
): Set<string> {
  const ofOwners = rules.filter(({ targets }) => targets.every(target => reached.has(target)));
  return new Set([
    ...Array.from(fits(patternsIn(owners), reached), ([, name]) => name),
    ...ofOwners.map(({ targets }) => ruleNode(targets)),
  ]);
}

/** Patterns among target names; more in a file than anybody writes are left out. */
function patternsIn(names: Iterable<string>): string[] {
  return [...names].filter(name => name.includes('%')).slice(0, MAX_PATTERNS);
}

const MAX_PATTERNS = 100;

/** Each pattern with each name that it fits: `%` stands for one character or more. */
function* fits(patterns: readonly string[], names: Iterable<string>): Generator<[string, string]> {
  if (patterns.length === 0) return;
  for (const name of names) {
    if (name.includes('%') || name.endsWith(':')) continue;
    for (const pattern of patterns) {
      const stem = pattern.indexOf('%');
      const [start, end] = [pattern.slice(0, stem), pattern.slice(stem + 1)];
      const isLonger = name.length > start.length + end.length;
      if (isLonger && name.startsWith(start) && name.endsWith(end)) yield [pattern, name];
    }
  }
}
