import assert from 'node:assert/strict';
import type { Expression } from '../../src/model/expression.ts';
import type { Definition, Extraction, ModuleCall } from '../../src/model/extraction.ts';
import { Resolver } from '../../src/resolve/resolve.ts';
import { Scopes } from '../../src/resolve/scopes.ts';
import { span } from '../../src/text/span.ts';

const at = span(0, 1);
const text = (value: string): Expression => ({ type: 'literal', value, span: at });
const name = (of: string, fallback?: Expression): Expression => ({
  type: 'variable',
  name: of,
  span: at,
  ...(fallback ? { fallback } : {}),
});
const join = (...parts: Expression[]): Expression => ({ type: 'template', parts, span: at });
const either = (...options: Expression[]): Expression => ({ type: 'choice', options, span: at });
const call = (fn: string, ...inputs: Expression[]): Expression => ({
  type: 'call',
  name: fn,
  arguments: inputs,
  span: at,
});
const list = (...values: Expression[]): Expression => ({
  type: 'collection',
  items: values.map(value => ({ value })),
  span: at,
});
const map = (entries: Record<string, Expression>): Expression => ({
  type: 'collection',
  items: Object.entries(entries).map(([key, value]) => ({ key, value })),
  span: at,
});
const member = (object: Expression, key: Expression): Expression => ({
  type: 'member',
  object,
  key,
  span: at,
});
const given: Expression = { type: 'unknown', reason: 'set-at-run-time', span: at };

const define = (
  of: string,
  value: Expression,
  precedence: Definition['precedence'] = 'default',
  scope = 'root',
): Definition => ({
  scope,
  name: of,
  value,
  precedence,
});

function file(definitions: Definition[], calls: ModuleCall[] = []): Extraction {
  return { references: [], definitions, calls, comments: [], problems: [] };
}

function resolve(
  expression: Expression,
  definitions: Definition[] = [],
  calls: ModuleCall[] = [],
  scope = 'root',
) {
  const resolver = new Resolver(new Scopes([['main.tf', file(definitions, calls)]]));
  const { values, unknown } = resolver.resolve(expression, { scope, path: 'main.tf' });
  return {
    values: values.map(value => value.value.replaceAll('\0', '?')),
    trails: values.map(value => value.trail.map(step => step.name).join(' > ')),
    unknown,
  };
}

describe('resolve', () => {
  const TABLE: [
    what: string,
    expression: Expression,
    definitions: Definition[],
    values: string[],
    unknown?: string,
  ][] = [
    ['a literal', text('a'), [], ['a']],
    ['a variable', name('var.r'), [define('var.r', text('cn-hangzhou'))], ['cn-hangzhou']],
    ['a variable of a variable', name('a'), [define('a', name('b')), define('b', text('x'))], ['x']],
    ['nothing defines it', name('var.r'), [], [], 'not-defined'],
    ['a fallback', name('TAG', text('latest')), [], ['latest']],
    [
      'a defined name has no use for its fallback',
      name('TAG', text('latest')),
      [define('TAG', text('1'))],
      ['1'],
    ],
    [
      'a fallback beside what may be given',
      name('TAG', text('latest')),
      [define('TAG', text('2'), 'alternative')],
      ['2', 'latest'],
    ],
    ['given at run time', name('var.r'), [define('var.r', given)], [], 'set-at-run-time'],
    [
      'an override replaces the default',
      name('r'),
      [define('r', text('a')), define('r', text('b'), 'override')],
      ['b'],
    ],
    [
      'an alternative stands beside it',
      name('r'),
      [define('r', text('a')), define('r', text('b'), 'alternative')],
      ['a', 'b'],
    ],
    ['a conditional is a set', either(text('a'), text('b')), [], ['a', 'b']],
    [
      'a template',
      join(text('oss-'), name('r'), text('.example.com')),
      [define('r', text('x'))],
      ['oss-x.example.com'],
    ],
    ['a template of a set', join(text('a'), either(text('1'), text('2'))), [], ['a1', 'a2']],
    [
      'a template with an unknown part',
      join(text('oss-'), name('r'), text('.com')),
      [],
      ['oss-?.com'],
      'not-defined',
    ],
    ['a cycle', name('a'), [define('a', name('b')), define('b', name('a'))], [], 'cycle'],
    ['an element by key', member(map({ x: text('1'), y: text('2') }), text('y')), [], ['2']],
    ['an element by index', member(list(text('1'), text('2')), text('1')), [], ['2']],
    [
      'an element by an unknown key is any of them',
      member(map({ x: text('1'), y: text('2') }), name('k')),
      [],
      ['1', '2'],
    ],
    ['an element that is not there', member(map({ x: text('1') }), text('z')), [], [], 'not-defined'],
    ['format', call('format', text('%s-%d'), text('a'), text('1')), [], ['a-1']],
    ['join', call('join', text('.'), list(text('a'), text('b'))), [], ['a.b']],
    ['lookup with a default', call('lookup', map({ x: text('1') }), text('z'), text('d')), [], ['d']],
    ['keys of a map', call('keys', map({ x: text('1'), y: text('2') })), [], ['x', 'y']],
    ['keys of a list are its elements', call('keys', list(text('a'), text('b'))), [], ['a', 'b']],
    ['split', call('split', text(','), text('a,b')), [], ['a', 'b']],
    ['an element under a computed key', member(map({ '\0': text('1') }), text('z')), [], ['1']],
    ['lower', call('lower', text('CN')), [], ['cn']],
    ['replace', call('replace', text('a-b'), text('-'), text('_')), [], ['a_b']],
    [
      'a regular expression of the repository is not run',
      call('replace', text('a'), text('/(a+)+/'), text('')),
      [],
      [],
      'unsupported-function',
    ],
    ['a function that is not known', call('cidrsubnet', text('a')), [], [], 'unsupported-function'],
    ['a list gives its items', list(text('a'), text('b')), [], ['a', 'b']],
    ['a name from a prototype is not defined', name('constructor'), [], [], 'not-defined'],
  ];
  for (const [what, expression, definitions, values, unknown] of TABLE) {
    it(what, () => {
      const result = resolve(expression, definitions);
      assert.deepEqual([result.values, result.unknown], [values, unknown]);
    });
  }

  it('gives a module one value per call site, with the trail', () => {
    const calls = ['a', 'b'].map(
      (each): ModuleCall => ({
        scope: 'root',
        target: 'child',
        name: `module.${each}`,
        span: at,
        inputs: new Map([['var.region', name(`local.${each}`)]]),
      }),
    );
    const definitions = [
      define('local.a', text('cn-hangzhou')),
      define('local.b', text('eu-central-1')),
      define('var.region', text('unused'), 'default', 'child'),
    ];
    const result = resolve(name('var.region'), definitions, calls, 'child');
    assert.deepEqual(result.values, ['cn-hangzhou', 'eu-central-1']);
    assert.deepEqual(result.trails, ['module.a > local.a', 'module.b > local.b']);
  });

  it('keeps the default where a call gives no input', () => {
    const calls: ModuleCall[] = [
      { scope: 'root', target: 'child', name: 'module.a', span: at, inputs: new Map() },
    ];
    const definitions = [define('var.region', text('cn-hangzhou'), 'default', 'child')];
    assert.deepEqual(resolve(name('var.region'), definitions, calls, 'child').values, ['cn-hangzhou']);
  });

  it('bounds the number of values', () => {
    const many = either(...Array.from({ length: 20 }, (_, index) => text(String(index))));
    const result = resolve(join(many, many, many));
    assert.equal(result.values.length, 64);
  });

  it('bounds the depth', () => {
    let deep = text('a');
    for (let level = 0; level < 5000; level++) deep = either(deep);
    assert.equal(resolve(deep).unknown, 'unsupported-expression');
  });
});

describe('resolve: what grows without end', () => {
  const twice = (of: string) => join(name(of), name(of));

  it('a name that is the one before twice is no value once it is longer than any name', () => {
    const names = Array.from({ length: 40 }, (_, index) => define(`x${index + 1}`, twice(`x${index}`)));
    const found = resolve(name('x40'), [define('x0', text('abc')), ...names]);
    assert.ok(found.values.every(value => value.length <= 16_384));
    assert.equal(found.unknown, 'too-many-values');
  });

  it('a name stands for no text that is longer than any name; where it is written it may', () => {
    const long = text('a'.repeat(20_000));
    assert.deepEqual(resolve(name('a'), [define('a', long)]).values, []);
    assert.equal(resolve(long).values.length, 1);
  });

  it('functions make nothing longer', () => {
    const long = text('a'.repeat(8000));
    assert.deepEqual(resolve(call('replace', long, text('a'), long), []), {
      values: [],
      trails: [],
      unknown: 'too-many-values',
    });
  });
});

describe('resolve: what is passed on', () => {
  const caller = (more: Partial<ModuleCall>): ModuleCall => ({
    scope: 'root',
    target: 'module',
    name: '',
    span: at,
    inputs: new Map(),
    ...more,
  });
  const others = { prefix: 'var.', value: name('shared') };
  const shared = define('shared', map({ region: text('cn-hangzhou') }));

  it('other inputs give what the call itself does not', () => {
    const declared = define('var.region', given, 'default', 'module');
    const found = resolve(
      name('var.region'),
      [shared, declared],
      [caller({ otherInputs: others })],
      'module',
    );
    assert.deepEqual([found.values, found.unknown], [['cn-hangzhou'], undefined]);
  });

  it('other inputs do not replace what the call itself gives', () => {
    const call = caller({ otherInputs: others, inputs: new Map([['var.region', text('eu-central-1')]]) });
    assert.deepEqual(resolve(name('var.region'), [shared], [call], 'module').values, ['eu-central-1']);
  });

  it('other inputs that do not have the name leave its default', () => {
    const zone = define('var.zone', text('a'), 'default', 'module');
    const found = resolve(name('var.zone'), [shared, zone], [caller({ otherInputs: others })], 'module');
    assert.deepEqual([found.values, found.unknown], [['a'], undefined]);
  });

  it('a caller that does not know a name does not make it uncertain', () => {
    const calls = ['root', 'elsewhere'].map(scope => caller({ scope, inheritedPrefix: 'found:' }));
    const found = resolve(name('found:a'), [define('found:a', text('x'))], calls, 'module');
    assert.deepEqual([found.values, found.trails, found.unknown], [['x'], ['found:a'], undefined]);
  });
});
