import assert from 'node:assert/strict';
import { arm } from '../../src/formats/arm/index.ts';
import { bicep } from '../../src/formats/bicep/index.ts';
import { cloudformation } from '../../src/formats/cloudformation/index.ts';
import { pulumi } from '../../src/formats/pulumi/index.ts';
import { serverless } from '../../src/formats/serverless/index.ts';
import type { Format } from '../../src/model/format.ts';
import { makeSource } from '../../src/text/source.ts';
import { takesAtMost } from '../support/time.ts';

/** What is nested must not be read once for each level around it. */
describe('templates with functions in functions', () => {
  const nested = (begin: string, inner: string, end: string, depth: number): string =>
    begin.repeat(depth) + inner + end.repeat(depth);

  const resource = (value: string): string =>
    `{"AWSTemplateFormatVersion":"2010-09-09","Resources":{"A":{"Type":"AWS::EC2::Volume","Properties":{"Zone":${value}}}}}`;

  const cases: readonly (readonly [string, Format, string, string])[] = [
    ['Fn::Sub', cloudformation, 'a.json', resource(nested('{"Fn::Sub":["${x}",{"x":', '"y"', '}]}', 60))],
    ['Fn::Join', cloudformation, 'a.json', resource(nested('{"Fn::Join":["",', '"y"', ']}', 60))],
    ['Fn::Select', cloudformation, 'a.json', resource(nested('{"Fn::Select":[0,', '"y"', ']}', 60))],
    ['fn::join', pulumi, 'Pulumi.yaml', `variables: {x: ${nested('{"fn::join": ["", ', '"y"', ']}', 60)}}`],
    ['concat', bicep, 'a.bicep', `var x = ${nested("concat('a', ", "'y'", ')', 80)}`],
    ['strings', bicep, 'a.bicep', `var x = ${nested("'${", "'y'", "}'", 80)}`],
    [
      'brackets',
      arm,
      'a.json',
      `{"$schema":"deploymentTemplate.json","variables":{"x":"[${nested('concat(', "'y'", ')', 80)}]"}}`,
    ],
    ['braces', serverless, 'serverless.yml', `custom: {x: "${nested('${self:', 'y', '}', 80)}"}`],
  ];

  for (const [name, format, path, text] of cases) {
    it(`${format.id}: ${name}`, async () => {
      const extract = await format.load();
      await takesAtMost(1500, () => {
        assert.deepEqual(
          extract(makeSource(path, text)).problems.filter(({ code }) => code === 'internal-error'),
          [],
        );
      });
    });
  }
});
