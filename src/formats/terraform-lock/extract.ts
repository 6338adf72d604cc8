import type { Expression } from '../../model/expression.ts';
import type { PackageReference, Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { attributeOf, blocksOf, type HclBlock } from '../../parsers/hcl/tree.ts';
import { hclExtraction } from '../shared/hcl/extraction.ts';
import { createTerraformParser } from '../terraform/extract.ts';
import { moduleOfFile } from '../terraform/scope.ts';

/** An extractor with a parser of its own. */
export function createExtractTerraformLock(): Extract {
  const parser = createTerraformParser();
  return source => {
    const file = parser.parse(source);
    return hclExtraction(file, source, {
      references: blocksOf(file.body, 'provider').flatMap(block =>
        providerReference(block, moduleOfFile(source.path)),
      ),
    });
  };
}

/** `provider "registry.terraform.io/aliyun/alicloud" { version = "1.220.0" … }` */
function providerReference(block: HclBlock, scope: string): Reference[] {
  const [label] = block.labels;
  if (!label?.text) return [];
  const version = attributeOf(block.body, 'version')?.value;
  const installed = installedProvider(label.text, version?.type === 'literal' ? version.value : undefined);
  const value: Expression = { type: 'literal', value: label.text, span: label.span };
  return [
    {
      kind: 'provider',
      value,
      span: label.span,
      structuralPath: ['provider', label.text],
      scope,
      ...(installed && { package: installed }),
    },
  ];
}

/** The address without its registry as a package; nothing for an address that is not `host/namespace/name`. */
function installedProvider(address: string, version: string | undefined): PackageReference | undefined {
  const name = ADDRESS.exec(address)?.[1];
  if (name === undefined) return undefined;
  const purl = `pkg:terraform/${name}`;
  if (version === undefined || !VERSION.test(version)) return { purl, name, dependency: 'direct' };
  return { purl: `${purl}@${version}`, name, version, dependency: 'direct' };
}

const ADDRESS = /^[\w.-]+(?::\d+)?\/([\w-]+\/[\w-]+)$/;
const VERSION = /^[\w.-]+$/;
