import type { ArgumentType, BlockSchema, ProviderSchema } from '../../model/migration.ts';
import type { HclBody } from '../../parsers/hcl/tree.ts';

/** The schema of a resource type; a data source is named `data.type`. */
export function resourceSchema(schema: ProviderSchema, type: string): BlockSchema | undefined {
  return Object.hasOwn(schema.resources, type) ? schema.resources[type] : undefined;
}

/** The type of an argument that stands directly in the block. */
export function argumentType(
  { required = {}, optional = {} }: BlockSchema,
  name: string,
): ArgumentType | undefined {
  if (Object.hasOwn(required, name)) return required[name];
  return Object.hasOwn(optional, name) ? optional[name] : undefined;
}

/** The schema of a block that may stand directly in the block. */
export function nestedSchema({ blocks = {} }: BlockSchema, type: string): BlockSchema | undefined {
  return Object.hasOwn(blocks, type) ? blocks[type] : undefined;
}

/** Whether an expression can end with this attribute of the resource. */
export function hasAttribute(schema: BlockSchema, name: string): boolean {
  return (
    name === 'id' ||
    argumentType(schema, name) !== undefined ||
    nestedSchema(schema, name) !== undefined ||
    (schema.computed?.includes(name) ?? false)
  );
}

/** Arguments and nested blocks that must be there. */
export function requiredNames({ required = {}, blocks = {} }: BlockSchema): string[] {
  const nested = Object.entries(blocks).flatMap(([name, { isRequired }]) => (isRequired ? [name] : []));
  return [...Object.keys(required), ...nested];
}

/** Arguments and blocks of a body that the schema does not have, with the blocks that they are in: `rule.port`. */
export function unknownArguments(body: HclBody, schema: BlockSchema, isResource: boolean): string[] {
  const attributes = body.attributes
    .map(({ name }) => name)
    .filter(
      name =>
        argumentType(schema, name) === undefined &&
        nestedSchema(schema, name) === undefined &&
        !(isResource && META_ARGUMENTS.has(name)),
    );
  const nested = body.blocks.flatMap(block => {
    if (isResource && META_BLOCKS.has(block.type)) return [];
    const inner = nestedSchema(schema, block.type);
    if (!inner) return [block.type];
    return unknownArguments(block.body, inner, false).map(name => `${block.type}.${name}`);
  });
  return [...attributes, ...nested];
}

/** https://developer.hashicorp.com/terraform/language/meta-arguments */
export const META_ARGUMENTS: ReadonlySet<string> = new Set([
  'provider',
  'depends_on',
  'count',
  'for_each',
  'alias',
  'version',
]);
export const META_BLOCKS: ReadonlySet<string> = new Set(['lifecycle', 'provisioner', 'connection']);
