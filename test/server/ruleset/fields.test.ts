import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIELDS } from '../../../src/server/ruleset/fields.ts';

const schema: JsonSchema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../src/ruleset/ruleset.schema.json'), 'utf8'),
);

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
}

/** The properties by their path; what is inside an organisation's own vendors is the catalog's schema. */
function namesIn({ properties, items }: JsonSchema, outer: string): string[] {
  if (items) return namesIn(items, outer);
  return Object.entries(properties ?? {}).flatMap(([key, value]) => {
    const name = outer === '' ? key : `${outer}.${key}`;
    return name === 'vendors' ? [name] : [name, ...namesIn(value, name)];
  });
}

describe('the fields that the editor knows', () => {
  it('are those of the schema', () =>
    assert.deepEqual(Object.keys(FIELDS).sort(), namesIn(schema, '').sort()));
});
