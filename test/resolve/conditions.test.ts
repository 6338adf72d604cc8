import assert from 'node:assert/strict';
import { outermostPlace } from '../../src/formats/shared/hcl/place.ts';
import { createTerraformParser } from '../../src/formats/terraform/extract.ts';
import { extractLocals, extractVariable } from '../../src/formats/terraform/values.ts';
import type { Expression } from '../../src/model/expression.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { Resolver } from '../../src/resolve/resolve.ts';
import { Scopes } from '../../src/resolve/scopes.ts';
import { makeSource } from '../../src/text/source.ts';

const NAMES = `
variable "free" {}
variable "usual" { default = "a" }
variable "flag" { default = true }
locals {
  fixed = "a"
  same  = local.fixed
  some  = local.fixed == "a" ? "b" : "c"
  many  = coalesce("a", "b")
  off   = false
}
`;

/** What an expression of Terraform can be; behind a question mark where the files do not tell. */
function resolve(expression: string): string {
  const text = `${NAMES}locals {\n  asked = ${expression}\n}\n`;
  const { body } = createTerraformParser().parse(makeSource('main.tf', text));
  const place = outermostPlace(text, 'root');
  const definitions = body.blocks.flatMap(
    block =>
      (block.type === 'variable' ? extractVariable : extractLocals)(block, place, 'default').definitions ??
      [],
  );
  const extraction: Extraction = { references: [], definitions, calls: [], comments: [], problems: [] };
  const resolver = new Resolver(new Scopes([['main.tf', extraction]]));
  const asked: Expression = { type: 'variable', name: 'local.asked', span: { start: 0, end: 0 } };
  const { values } = resolver.resolve(asked, { scope: 'root', path: 'main.tf' });
  return values.map(({ value, isOpen }) => (isOpen ? `?${value}` : value)).join(' ');
}

describe('a conditional', () => {
  const cases: readonly [expression: string, expected: string][] = [
    ['var.free == "a" ? "yes" : "no"', '?yes ?no'],
    ['data.x.y.z == "a" ? "yes" : "no"', '?yes ?no'],
    ['var.usual == "a" ? "yes" : "no"', 'yes ?no'],
    ['var.usual != "a" ? "yes" : "no"', '?yes no'],
    ['var.flag ? "yes" : "no"', 'yes ?no'],
    ['local.off ? "yes" : "no"', 'no'],
    ['!local.off ? "yes" : "no"', 'yes'],
    ['local.fixed == "a" ? "yes" : "no"', 'yes'],
    ['local.same != "a" ? "yes" : "no"', 'no'],
    ['"a" == local.some ? "yes" : "no"', 'no'],
    ['local.many == "a" ? "yes" : "no"', 'yes no'],
    ['local.fixed == "a" && var.free == "b" ? "yes" : "no"', '?yes ?no'],
    ['local.fixed == "b" && var.free == "b" ? "yes" : "no"', 'no'],
    ['local.fixed == "a" || var.free == "b" ? "yes" : "no"', 'yes'],
    ['startswith(local.fixed, "a") ? "yes" : "no"', 'yes'],
    ['startswith(var.free, "a") ? "yes" : "no"', '?yes ?no'],
    ['endswith(local.fixed, "b") ? "yes" : "no"', 'no'],
    ['strcontains(local.fixed, "a") ? "yes" : "no"', 'yes'],
    ['can(local.fixed) ? "yes" : "no"', '?yes ?no'],
    ['local.fixed == "b" ? "one" : local.fixed == "a" ? "two" : "three"', 'two'],
    ['var.free == "b" ? "one" : local.fixed == "a" ? "two" : "three"', '?one ?two'],
    ['local.fixed == "a" == "b" ? "yes" : "no"', '?yes ?no'],
    ['var.free == null ? "yes" : "no"', 'yes no'],
    ['"%{if local.fixed == "a"}yes%{else}no%{endif}"', 'yes'],
    ['"-%{if var.free == "a"}yes%{endif}"', '?-yes ?-'],
    ['local.asked == "a" ? "yes" : "no"', '?yes ?no'],
    ['coalesce("yes", "no")', 'yes no'],
  ];
  for (const [expression, expected] of cases)
    it(expression, () => assert.equal(resolve(expression), expected));
});
