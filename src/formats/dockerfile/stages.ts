import type { Expression } from '../../model/expression.ts';
import type { Definition } from '../../model/extraction.ts';
import type { Span } from '../../text/span.ts';
import type { VariableLookUp } from '../shared/expressions.ts';

/** What a name stands for at one place of the file. */
interface Binding {
  /** As definitions call it; absent when it only has a value when the image is built. */
  readonly definition?: string;
}

type Bindings = Map<string, Binding>;

/** What a stage's ENV lines set, and what those of the stage that it is made from did. */
interface Environment {
  readonly own: Bindings;
  readonly base?: Environment | undefined;
}

/** Stages that are made from each other, one after the other: more than anybody writes. */
const MAX_INHERITANCE = 50;

/**
 * The build stages read so far and the variables that hold at this place: a name means what was last said above it
 * (https://docs.docker.com/reference/dockerfile/#scope). Each `ARG` and `ENV` with a value is a definition of its
 * own, since a later one must not change what an earlier line says.
 */
export class Stages {
  readonly definitions: Definition[] = [];
  private readonly scope: string;
  /** Arguments from above the first stage. */
  private readonly globals: Bindings = new Map();
  private readonly environments = new Map<string, Environment>();
  private readonly timesDefined = new Map<string, number>();
  /** The arguments of the current stage. */
  private declared: Bindings = this.globals;
  private environment: Environment = { own: new Map() };
  private count = 0;
  private label = '';

  /** @param scope of the file's references and definitions. */
  constructor(scope: string) {
    this.scope = scope;
  }

  /** What messages call the place: the stage's name, else its number; empty before the first stage. */
  get current(): string {
    return this.label;
  }

  /** Does `reference`, of `FROM` or `COPY --from`, mean a stage above it? */
  has(reference: string): boolean {
    return this.environments.has(reference.toLowerCase());
  }

  /** Begins a stage. What the stage that it is made from has in its environment holds here too. */
  begin(base: string, name: string | undefined): void {
    this.environment = { own: new Map(), base: this.environments.get(base.toLowerCase()) };
    this.declared = new Map();
    this.label = name ?? String(this.count);
    this.environments.set(String(this.count), this.environment);
    if (name !== undefined) this.environments.set(name.toLowerCase(), this.environment);
    this.count++;
  }

  /** `ARG name` or `ARG name=value`; without a value a stage's argument is the one from above the first stage. */
  declareArgument(name: string, value: Expression | undefined): void {
    this.declared.set(name, value ? this.define(name, value) : (this.globals.get(name) ?? {}));
  }

  setEnvironment(name: string, value: Expression): void {
    this.environment.own.set(name, this.define(name, value));
  }

  /** Variables as they are at this place: an `ENV` always overrides an `ARG`. */
  readonly lookUp: VariableLookUp = (name, span, fallback) =>
    use(fromEnvironment(this.environment, name) ?? this.declared.get(name), name, span, fallback);

  /** Variables as a `FROM` sees them: only arguments from above the first stage. */
  readonly lookUpGlobal: VariableLookUp = (name, span, fallback) =>
    use(this.globals.get(name), name, span, fallback);

  /** The second and later definitions of a name are told apart by a number. */
  private define(name: string, value: Expression): Binding {
    const times = (this.timesDefined.get(name) ?? 0) + 1;
    this.timesDefined.set(name, times);
    const definition = times === 1 ? name : `${name}#${times}`;
    this.definitions.push({ scope: this.scope, name: definition, value, precedence: 'default' });
    return { definition };
  }
}

function fromEnvironment(environment: Environment, name: string): Binding | undefined {
  let current: Environment | undefined = environment;
  for (let level = 0; current && level < MAX_INHERITANCE; level++) {
    const binding = current.own.get(name);
    if (binding) return binding;
    current = current.base;
  }
  return undefined;
}

function use(
  binding: Binding | undefined,
  name: string,
  span: Span,
  fallback: Expression | undefined,
): Expression {
  if (binding?.definition === undefined) {
    const reason = binding || PREDEFINED.test(name) ? 'set-at-run-time' : 'not-defined';
    return fallback ?? { type: 'unknown', reason, span };
  }
  return { type: 'variable', name: binding.definition, span, ...(fallback && { fallback }) };
}

/** Arguments that the builder gives (https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope). */
const PREDEFINED = /^(?:(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)|(?:HTTPS?|FTP|NO|ALL)_PROXY)$/i;
