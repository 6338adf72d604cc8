import type { TableLookup } from '../../../model/extraction.ts';
import type { HclBody } from '../../../parsers/hcl/tree.ts';
import { TableLookups } from '../table-lookups.ts';
import { CONDITIONS } from './settings.ts';

/** Which names the values in a body use, and which entries of tables. What a condition asks about is not used. */
export function bodyLookups(body: HclBody, scope: string): TableLookup[] {
  const lookups = new TableLookups(scope);
  addLookups(body, lookups);
  return lookups.all();
}

function addLookups({ attributes, blocks }: HclBody, lookups: TableLookups): void {
  for (const { value } of attributes) lookups.add(value);
  for (const { type, body } of blocks) {
    const asks = CONDITIONS.has(type);
    addLookups(asks ? { ...body, attributes: body.attributes.filter(isUse) } : body, lookups);
  }
}

function isUse({ name }: { readonly name: string }): boolean {
  return name !== 'condition';
}
