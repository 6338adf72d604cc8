import type { ArgumentType, BlockSchema, Move } from '../../model/migration.ts';
import { attributeOf, type HclAttribute, type HclBlock } from '../../parsers/hcl/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { type Span, span } from '../../text/span.ts';
import { lineAround, removeLines } from '../lines.ts';
import { type MovedArgument, type Moving, moveArgument } from './arguments.ts';
import {
  appended,
  assignment,
  commentedOut,
  indentationAt,
  lineBreakOf,
  rewritten,
  trailingComment,
  valueSpan,
} from './layout.ts';
import { mapOf, withEntries } from './map-entries.ts';
import type { ModuleFile } from './module-files.ts';
import { moveNestedBlock } from './nested.ts';
import { joined, withoutGap } from './removals.ts';
import { argumentType, META_ARGUMENTS, META_BLOCKS, requiredNames } from './schema.ts';
import { isInside } from './standing.ts';
import { type Written, WrittenBlock } from './written-block.ts';

/** How a block is moved. */
export interface BlockMove {
  readonly schema: BlockSchema;
  readonly arguments: Readonly<Record<string, Move | string>>;
  /** Why an argument has no place. */
  readonly unmapped: Readonly<Record<string, string>>;
  /** Expressions by path, written where the block says nothing of its own. */
  readonly set: Readonly<Record<string, string>>;
  /** Expressions for required arguments that nothing else gives. */
  readonly defaults: Readonly<Record<string, string>>;
  /** Nested blocks that must be there, as text. */
  readonly blocks: readonly string[];
  /** Where the blocks of other resources are collected, by type. */
  readonly companions: ReadonlyMap<string, WrittenBlock>;
}

/** What a block becomes. */
export interface BlockChange {
  /** Inside the block, none in its header. */
  readonly edits: readonly TextEdit[];
  /** How many arguments and nested blocks there are, meta-arguments left out, and how many have moved. */
  readonly total: number;
  readonly moved: number;
  readonly usesDefaults: boolean;
}

/** Moves what is in a block, statement by statement: what stands between them stays. */
export function moveBlock(file: ModuleFile, block: HclBlock, move: BlockMove, moving: Moving): BlockChange {
  const writing = new BlockWriting(file, block, move, moving);
  return writing.change();
}

class BlockWriting {
  private readonly file: ModuleFile;
  private readonly block: HclBlock;
  private readonly move: BlockMove;
  private readonly moving: Moving;
  /** What is added at the end of the block. */
  private readonly added: WrittenBlock;
  private readonly edits: TextEdit[] = [];
  private readonly names = new Set<string>();
  /** Entries for maps, by the name of the map. */
  private readonly entries = new Map<string, Written[]>();
  private readonly removals: Span[] = [];
  private moved = 0;

  constructor(file: ModuleFile, block: HclBlock, move: BlockMove, moving: Moving) {
    this.file = file;
    this.block = block;
    this.move = move;
    this.moving = moving;
    this.added = new WrittenBlock(move.schema);
  }

  change(): BlockChange {
    const { body } = this.block;
    const attributes = body.attributes.filter(({ name }) => !META_ARGUMENTS.has(name));
    const blocks = body.blocks.filter(({ type }) => !META_BLOCKS.has(type));
    const outcomes = attributes.map(attribute => ({ attribute, outcome: this.outcomeOf(attribute) }));
    for (const { outcome } of outcomes) this.noteEntries(outcome);
    for (const { attribute, outcome } of outcomes) this.writeAttribute(attribute, outcome);
    for (const nested of blocks) this.writeBlock(nested);
    const usesDefaults = this.finish();
    this.adjustLifecycle();
    for (const place of joined(this.removals)) this.edits.push(withoutGap(this.file.text, place));
    return { edits: this.edits, total: attributes.length + blocks.length, moved: this.moved, usesDefaults };
  }

  private outcomeOf(attribute: HclAttribute): MovedArgument {
    const rule = own(this.move.arguments, attribute.name);
    if (rule === undefined) return { reason: this.reasonFor(attribute.name) };
    return moveArgument(this.file, attribute, rule, path => this.typeAt(path), this.moving);
  }

  private reasonFor(name: string): string {
    return own(this.move.unmapped, name) ?? 'no counterpart is known';
  }

  private typeAt(path: string): ArgumentType | undefined {
    const [head = '', ...rest] = path.split('.');
    const companion = this.move.companions.get(head);
    return companion ? companion.typeAt(rest.join('.')) : this.added.typeAt(path);
  }

  private noteEntries(outcome: MovedArgument): void {
    if ('reason' in outcome) return;
    for (const written of outcome.writes) {
      const map = mapOf(written.path, this.move.schema);
      if (map === undefined) continue;
      const others = this.entries.get(map.name) ?? [];
      if (others.some(({ path }) => path === map.key)) continue;
      this.entries.set(map.name, [...others, { ...written, path: map.key }]);
    }
  }

  private writeAttribute(attribute: HclAttribute, outcome: MovedArgument): void {
    if ('reason' in outcome) {
      this.commentOut(attribute.span, outcome.reason);
      return;
    }
    this.moved++;
    const { text } = this.file;
    const trailing = trailingComment(text, attribute.span.end);
    const here: string[] = [];
    let isCarried = false;
    for (const written of outcome.writes) {
      const line = this.lineFor(attribute, written);
      if (line === 'taken' || (line === undefined && !this.place(written, trailing))) {
        this.moved--;
        this.commentOut(attribute.span, `${written.path} is given by another argument`);
        return;
      }
      if (line === undefined) isCarried = true;
      else here.push(line);
    }
    if (here.length > 0) {
      const separator = lineBreakOf(text) + indentationAt(text, attribute.span.start);
      this.edits.push(...rewritten(text, attribute.span, here.join(separator)));
    } else this.remove(attribute.span, isCarried || trailing === '');
  }

  /** The line that takes the attribute's place; nothing when what is written stands elsewhere. */
  private lineFor(attribute: HclAttribute, { path, value, comment }: Written): string | undefined {
    const map = mapOf(path, this.move.schema);
    const name = map?.name ?? path;
    if (name.includes('.') || argumentType(this.move.schema, name) === undefined) return undefined;
    if (map) return this.mapLine(attribute, map.name);
    if (this.names.has(name)) return 'taken';
    this.names.add(name);
    const entries = this.entries.get(name);
    const whole = entries
      ? withEntries(value, entries, indentationAt(this.file.text, attribute.span.start))
      : value;
    return `${assignment(this.file.text, attribute, name, whole)}${comment ? ` ${comment}` : ''}`;
  }

  /** The map itself, unless an argument of its own becomes the map: then the entries go there. */
  private mapLine(attribute: HclAttribute, name: string): string | undefined {
    const isGiven = this.block.body.attributes.some(other => {
      const rule = own(this.move.arguments, other.name);
      return (typeof rule === 'string' ? rule : rule?.to) === name;
    });
    if (isGiven || this.names.has(name)) return undefined;
    this.names.add(name);
    const pairs = (this.entries.get(name) ?? []).map(({ path, value }) => `${path} = ${value}`);
    return assignment(this.file.text, attribute, name, `{ ${pairs.join(', ')} }`);
  }

  /** Writes into a nested block or a companion. */
  private place(written: Written, trailing: string): boolean {
    const map = mapOf(written.path, this.move.schema);
    if (map) return (this.entries.get(map.name) ?? []).some(entry => entry.value === written.value);
    const comment = [written.comment, trailing].filter(Boolean).join(' ');
    const [head = '', ...rest] = written.path.split('.');
    const companion = this.move.companions.get(head);
    const full = { ...written, ...(comment === '' ? {} : { comment }) };
    return companion ? companion.add({ ...full, path: rest.join('.') }) : this.added.add(full);
  }

  private writeBlock(nested: HclBlock): void {
    const rule = own(this.move.arguments, nested.type);
    const move = typeof rule === 'string' ? undefined : rule;
    if (!move?.block) {
      const isLoop = nested.type === 'dynamic';
      this.commentOut(nested.span, isLoop ? 'write its blocks anew' : this.reasonFor(nested.type));
      return;
    }
    const into = move.to === undefined ? this.added : this.open(move.to);
    if (!into) return;
    this.moved++;
    moveNestedBlock(this.file, nested, move.block, into, this.moving);
    this.remove(nested.span, true);
  }

  private open(path: string): WrittenBlock | undefined {
    const [head = '', ...rest] = path.split('.');
    const companion = this.move.companions.get(head);
    if (!companion) return this.added.open(path);
    return rest.length === 0 ? companion : companion.open(rest.join('.'));
  }

  private finish(): boolean {
    const { schema, set, defaults, blocks } = this.move;
    for (const [path, value] of Object.entries(set)) {
      const [first = ''] = path.split('.');
      if (this.names.has(first) || this.entries.has(first)) continue;
      this.added.addDefault(path, ordinal => fillOrdinal(value, ordinal));
    }
    const missing = () =>
      requiredNames(schema).filter(name => !this.names.has(name) && !this.added.has(name));
    const given = missing().filter(name => Object.hasOwn(defaults, name));
    for (const name of given) this.added.add({ path: name, value: defaults[name] ?? '' });
    const { text } = this.file;
    const outer = indentationAt(text, this.block.span.start);
    const inner = `${outer}  `;
    const lines = this.added.lines(inner, false);
    const written = blocks.filter(line => !this.block.body.blocks.some(each => line.startsWith(each.type)));
    lines.push(...written.map(line => inner + line));
    const required = missing().filter(name => !written.some(line => line.startsWith(name)));
    if (required.length > 0) lines.push(`${inner}# required: ${required.join(', ')}`);
    const gap = this.wantsGap(lines[0] ?? '');
    this.edits.push(...appended(text, this.block, lines, gap));
    return given.length > 0;
  }

  /** An empty line sets blocks apart, and what follows a statement of several lines. */
  private wantsGap(first: string): boolean {
    const { attributes, blocks } = this.block.body;
    const last = [...attributes, ...blocks].sort((a, b) => a.span.start - b.span.start).at(-1);
    if (!last || this.removals.some(place => isInside(last.span, place)))
      return first.endsWith('{') && this.names.size > 0;
    return first.endsWith('{') || this.file.text.slice(last.span.start, last.span.end).includes('\n');
  }

  private commentOut(place: Span, reason: string): void {
    const { text } = this.file;
    const statement = text.slice(place.start, place.end);
    const indentation = indentationAt(text, place.start);
    this.edits.push({ span: place, newText: commentedOut(statement, reason, indentation) });
  }

  /** Takes a statement out, with its lines where nothing else stands on them. */
  private remove(place: Span, withLines: boolean): void {
    const { text } = this.file;
    const first = lineAround(text, place.start);
    const last = lineAround(text, place.end);
    const isAlone =
      text.slice(first.start, place.start).trim() === '' &&
      (text.slice(place.end, last.end).trim() === '' || trailingComment(text, place.end) !== '');
    if (withLines && isAlone) this.removals.push(removeLines(text, place.start, place.end).span);
    else this.edits.push({ span: place, newText: '' });
  }

  /** `ignore_changes` names arguments of the resource: those that have moved get their new names. */
  private adjustLifecycle(): void {
    for (const { body } of this.block.body.blocks.filter(({ type }) => type === 'lifecycle')) {
      const ignored = attributeOf(body, 'ignore_changes');
      if (!ignored) continue;
      const place = valueSpan(this.file.text, ignored);
      const names = [...this.file.code.slice(place.start, place.end).matchAll(/(?<![\w.])[a-z_]\w*/g)]
        .filter(({ 0: name }) => name !== 'all')
        .map(({ 0: name, index }) => ({ name, at: place.start + index, renamed: this.firstNameOf(name) }));
      const lost = names.find(({ renamed }) => renamed === undefined);
      if (lost) this.commentOut(ignored.span, `${lost.name} has no counterpart`);
      else for (const { name, at, renamed = name } of names) this.rename(at, name, renamed);
    }
  }

  private rename(at: number, name: string, renamed: string): void {
    if (renamed !== name) this.edits.push({ span: span(at, at + name.length), newText: renamed });
  }

  private firstNameOf(name: string): string | undefined {
    const rule = own(this.move.arguments, name);
    const to = typeof rule === 'string' ? rule : rule?.to;
    const [head] = (to ?? '').split('.');
    return head === undefined || head === '' || this.move.companions.has(head) ? undefined : head;
  }
}

function fillOrdinal(value: string, ordinal: number): string {
  return value.replace('{letter}', String.fromCharCode('f'.charCodeAt(0) + ordinal));
}

function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
