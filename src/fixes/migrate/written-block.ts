import type { ArgumentType, BlockSchema } from '../../model/migration.ts';
import { argumentType, nestedSchema, requiredNames } from './schema.ts';

/** Something that is written into a block: an expression, and the comments that belong to it. */
export interface Written {
  /** The path of the argument in the block: `rule.filter.prefix`, or a key of a map: `tags.Name`. */
  readonly path: string;
  readonly value: string;
  /** At the end of its line. */
  readonly comment?: string;
  /** Lines of comments above it. */
  readonly above?: readonly string[];
}

/** A block that is made, argument by argument. */
export class WrittenBlock {
  readonly schema: BlockSchema;
  private readonly attributes = new Map<string, Written>();
  private readonly maps = new Map<string, Map<string, Written>>();
  private readonly blocks: { readonly type: string; readonly block: WrittenBlock }[] = [];
  private readonly notes: string[] = [];

  constructor(schema: BlockSchema) {
    this.schema = schema;
  }

  get isEmpty(): boolean {
    return this.attributes.size + this.maps.size + this.blocks.length + this.notes.length === 0;
  }

  /** Whether the argument itself or the nested block is there. */
  has(name: string): boolean {
    return this.attributes.has(name) || this.maps.has(name) || this.blocks.some(({ type }) => type === name);
  }

  /**
   * Adds an argument, in the last block of each type that its path names: a new one where there is none. A second value
   * for the same argument is not taken.
   * @returns whether it was written.
   */
  add(written: Written): boolean {
    const [first = '', ...rest] = written.path.split('.');
    const inner = { ...written, path: rest.join('.') };
    if (nestedSchema(this.schema, first) && rest.length > 0) return this.last(first).add(inner);
    if (argumentType(this.schema, first) === undefined && !nestedSchema(this.schema, first)) return false;
    if (rest.length === 0) {
      if (this.has(first)) return false;
      if (written.value === '{}' && nestedSchema(this.schema, first)) return this.push(first).isEmpty;
      this.attributes.set(first, written);
      return true;
    }
    const map = this.maps.get(first) ?? new Map<string, Written>();
    if (this.attributes.has(first) || map.has(inner.path)) return false;
    this.maps.set(first, map.set(inner.path, inner));
    return true;
  }

  /** A new nested block at a path; the blocks that it is in are made where there are none. */
  open(path: string): WrittenBlock | undefined {
    const [first = '', ...rest] = path.split('.');
    if (!nestedSchema(this.schema, first)) return undefined;
    return rest.length > 0 ? this.last(first).open(rest.join('.')) : this.push(first);
  }

  /** Adds what is not there yet, in every block of the types that the path names; makes only blocks that are required. */
  addDefault(path: string, value: (ordinal: number) => string): void {
    const [first = '', ...rest] = path.split('.');
    if (rest.length === 0 || !nestedSchema(this.schema, first)) {
      if (!this.has(first)) this.add({ path, value: value(0) });
      return;
    }
    const isRequired = nestedSchema(this.schema, first)?.isRequired ?? false;
    if (isRequired && !this.has(first)) this.push(first);
    const blocks = this.blocks.filter(({ type }) => type === first);
    for (const [index, { block }] of blocks.entries()) block.addDefault(rest.join('.'), () => value(index));
  }

  /** Comments at the end of the block. */
  note(...lines: readonly string[]): void {
    this.notes.push(...lines);
  }

  /** The type of the argument at a path. */
  typeAt(path: string): ArgumentType | undefined {
    const parts = path.split('.');
    let schema: BlockSchema | undefined = this.schema;
    for (const part of parts.slice(0, -1)) schema = schema && nestedSchema(schema, part);
    return schema && argumentType(schema, parts.at(-1) ?? '');
  }

  /** The lines of the block's contents. Where something is required that nobody wrote, a comment names it. */
  lines(indentation: string, isComplete = true): string[] {
    const inner = `${indentation}  `;
    const attributes = [...this.attributes].map(([name, written]) => ({ name, ...written }));
    const width = Math.max(
      0,
      ...attributes.filter(({ value }) => !value.includes('\n')).map(each => each.name.length),
    );
    const lines = attributes.flatMap(({ name, value, comment, above = [] }) => {
      const padded = value.includes('\n') ? name : name.padEnd(width);
      return [...above, `${padded} = ${value}${comment ? ` ${comment}` : ''}`].map(
        line => indentation + line,
      );
    });
    for (const [name, entries] of this.maps) {
      const pairs = [...entries].map(([key, { value }]) => `${inner}${key} = ${value}`);
      lines.push(`${indentation}${name} = {`, ...pairs, `${indentation}}`);
    }
    if (lines.length > 0 && this.blocks.length > 0) lines.push('');
    for (const { type, block } of this.blocks) {
      const contents = block.lines(inner);
      if (contents.length === 0) lines.push(`${indentation}${type} {}`);
      else lines.push(`${indentation}${type} {`, ...contents, `${indentation}}`);
    }
    const missing = isComplete ? requiredNames(this.schema).filter(name => !this.has(name)) : [];
    if (missing.length > 0) lines.push(`${indentation}# required: ${missing.join(', ')}`);
    return [...lines, ...this.notes.map(line => indentation + line)];
  }

  private last(type: string): WrittenBlock {
    return this.blocks.findLast(each => each.type === type)?.block ?? this.push(type);
  }

  private push(type: string): WrittenBlock {
    const block = new WrittenBlock(nestedSchema(this.schema, type) ?? {});
    this.blocks.push({ type, block });
    return block;
  }
}
