import type { Move } from '../../model/migration.ts';
import { attributeOf } from '../../parsers/hcl/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Moving } from './arguments.ts';
import { moveBlock } from './block.ts';
import { valueSpan } from './layout.ts';
import type { Route } from './module-migration.ts';
import type { MovedProviders } from './providers.ts';
import { resourceSchema } from './schema.ts';
import type { Standing } from './standing.ts';
import { WrittenBlock } from './written-block.ts';

/** What a resource becomes: its block, and the lines of the blocks that stand behind it. */
export interface ResourceChange {
  readonly edits: readonly TextEdit[];
  readonly after: readonly string[];
  readonly total: number;
  readonly moved: number;
  readonly usesDefaults: boolean;
}

/** Moves a resource or data source: its type, its arguments, and the provider that it names. */
export function moveResource(
  standing: Extract<Standing, { state: 'moved' }>,
  { schema, target: provider }: Route,
  moving: Moving,
  { locals, region }: Pick<MovedProviders, 'locals' | 'region'>,
): ResourceChange {
  const { file, block, target, mapping, type } = standing;
  const [typeLabel, nameLabel] = block.labels;
  const name = nameLabel?.text ?? '';
  const texts = textsFor(type, name, indexOf(standing), region);
  const companions = new Map(
    Object.keys(target.companions).map(each => [each, new WrittenBlock(resourceSchema(schema, each) ?? {})]),
  );
  const change = moveBlock(
    file,
    block,
    {
      schema: standing.schema,
      arguments: { ...target.arguments, ...typeArgument(standing) },
      unmapped: { ...mapping.unmapped, ...target.unmapped },
      set: { ...texts.all(target.set), ...referTo(standing, texts) },
      defaults: provider.defaults,
      blocks: [],
      companions,
    },
    moving,
  );
  const meta = metaEdits(standing, locals);
  const after: string[] = [];
  let { usesDefaults } = change;
  for (const [companion, written] of companions) {
    const { set = {}, always = false } = target.companions[companion] ?? {};
    if (written.isEmpty && !always) continue;
    for (const [path, value] of Object.entries(texts.all(set))) written.addDefault(path, () => value);
    for (const [path, value] of Object.entries(provider.defaults)) {
      if (written.typeAt(path) === undefined || written.has(path)) continue;
      written.addDefault(path, () => value);
      usesDefaults = true;
    }
    if (after.length > 0) after.push('');
    const copied = copiedMeta(standing, locals, moving);
    const gap = copied.length > 0 ? [''] : [];
    after.push(`resource "${companion}" "${name}" {`, ...copied, ...gap, ...written.lines('  '), '}');
  }
  const label: TextEdit[] = typeLabel ? [{ span: typeLabel.span, newText: type }] : [];
  return { ...change, edits: [...label, ...change.edits, ...meta], after, usesDefaults };
}

type Moved = Extract<Standing, { state: 'moved' }>;

interface Texts {
  one(text: string): string;
  all(texts: Readonly<Record<string, string>>): Record<string, string>;
}

/** Fills in what mapping tables leave open: `{self}`, `{name}`, `{label}`, `{index}`, … */
function textsFor(type: string, name: string, index: string, region: string | undefined): Texts {
  const suffix = index === '' ? '' : `-\${${index.slice(1, -1)}}`;
  const values: Readonly<Record<string, string>> = {
    self: `${type}.${name}${index}`,
    name: name.replaceAll('_', '-').toLowerCase() + suffix,
    short:
      name
        .replace(/[^a-z0-9]/gi, '')
        .toLowerCase()
        .slice(0, 20) + suffix.replace('-', ''),
    label: name,
    index,
    ...(region === undefined ? {} : { regionText: region }),
  };
  const one = (text: string) => text.replace(/\{(\w+)\}/g, (all, key: string) => values[key] ?? all);
  const all = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(texts).flatMap(([path, text]) => {
        const filled = one(text);
        return filled.includes('{regionText}') ? [] : [[path, filled] as const];
      }),
    );
  return { one, all };
}

/** How one of several is named in an expression: `[count.index]`, `[each.key]`, or nothing. */
function indexOf({ block: { body } }: Moved): string {
  if (attributeOf(body, 'count')) return '[count.index]';
  return attributeOf(body, 'for_each') ? '[each.key]' : '';
}

/** What the resource says of its companions. */
function referTo(standing: Moved, texts: Texts): Record<string, string> {
  const { target, block } = standing;
  const name = block.labels[1]?.text ?? '';
  const written = Object.entries(target.companions).filter(
    ([companion, { always }]) => always || isFilled(companion, standing),
  );
  return Object.fromEntries(
    written.flatMap(([companion, { refer }]) =>
      Object.entries(refer).map(([path, text]) => [
        path,
        texts.one(text.replace('{companion}', `${companion}.${name}{index}`)),
      ]),
    ),
  );
}

/** Whether an argument of the resource goes to the companion. */
function isFilled(companion: string, { target, block: { body } }: Moved): boolean {
  const names = [...body.attributes.map(each => each.name), ...body.blocks.map(each => each.type)];
  return names.some(name => {
    const rule = Object.hasOwn(target.arguments, name) ? target.arguments[name] : undefined;
    const to = typeof rule === 'string' ? rule : rule?.to;
    return to !== undefined && (to === companion || to.startsWith(`${companion}.`));
  });
}

/** The argument that the type depends on is said by the type. */
function typeArgument({ target: { byValue } }: Moved): Record<string, Move> {
  return byValue ? { [byValue.argument]: { patterns: [{ match: '', write: {} }] } } : {};
}

/** `provider = old.alias` names the new provider's configuration. */
function metaEdits({ file, block }: Moved, locals: MovedProviders['locals']): TextEdit[] {
  const attribute = attributeOf(block.body, 'provider');
  if (!attribute) return [];
  const place = valueSpan(file.text, attribute);
  const value = file.text.slice(place.start, place.end);
  return [{ span: place, newText: locals(value) }];
}

function copiedMeta(
  { file, block }: Moved,
  locals: MovedProviders['locals'],
  { renaming }: Moving,
): string[] {
  return ['count', 'for_each', 'provider'].flatMap(name => {
    const attribute = attributeOf(block.body, name);
    if (!attribute) return [];
    const { text } = renaming.text(file, valueSpan(file.text, attribute));
    return [`  ${name} = ${name === 'provider' ? locals(text) : text}`];
  });
}
