import type { ProviderSchema } from '../../model/migration.ts';
import { attributeOf } from '../../parsers/hcl/tree.ts';
import { span } from '../../text/span.ts';
import type { PlacedEdit } from '../edits.ts';
import { lineBreakOf } from './layout.ts';
import { blocksIn, type ModuleFiles } from './module-files.ts';
import type { Standing } from './standing.ts';

/** How a migration lets go of what exists, without destroying it. */
export interface StateMoves {
  /** A file of its own, to be deleted after the next apply; none where commands do it all. */
  readonly edits: readonly PlacedEdit[];
  /** What blocks let go of. */
  readonly byBlock: readonly string[];
  /** What only a command lets go of. */
  readonly byCommand: readonly string[];
  /** The old provider's configuration is gone: the blocks need what the environment says of it. */
  readonly needsEnvironment: boolean;
  readonly tool: 'terraform' | 'tofu';
}

interface Options {
  readonly schema: ProviderSchema;
  /** The old provider's configurations stay. */
  readonly keepsProvider: boolean;
}

/**
 * `removed` blocks for what is no longer in the module, and skeletons of `import` blocks for what has come, where every
 * version that the module accepts knows such blocks; else commands. Both tools have them since 1.7
 * (https://developer.hashicorp.com/terraform/language/block/removed,
 * https://opentofu.org/docs/language/resources/syntax/#removing-resources).
 */
export function moveState(
  module: ModuleFiles,
  standings: Iterable<Standing>,
  { schema, keepsProvider }: Options,
): StateMoves {
  const gone = [...standings].filter(
    ({ state, address }) => state !== 'left' && !address.startsWith('data.'),
  );
  const isTofu = module.files.some(({ path }) => path.endsWith('.tofu'));
  const hasBlocks = knowsRemoved(module);
  const isByBlock = (each: Standing) => hasBlocks && (keepsProvider || !namesConfiguration(each));
  const byBlock = gone.filter(isByBlock).map(({ address }) => address);
  const byCommand = gone.filter(each => !isByBlock(each)).map(({ address }) => address);
  const needsEnvironment = byBlock.length > 0 && !keepsProvider;
  const moves = { byBlock, byCommand, needsEnvironment, tool: isTofu ? 'tofu' : 'terraform' } as const;
  if (byBlock.length === 0) return { ...moves, edits: [] };
  const lineBreak = lineBreakOf(module.files[0]?.text ?? '');
  const lines = [
    '# What the old provider made is let go of without being destroyed. Delete this file once it is applied.',
    ...byBlock.flatMap(address => ['', ...removedBlock(address, isTofu)]),
    ...importSkeletons(gone, schema),
    '',
  ];
  const path = freePath(module, isTofu ? '.tofu' : '.tf');
  return { ...moves, edits: [{ path, edit: { span: span(0, 0), newText: lines.join(lineBreak) } }] };
}

/** Whether every version that the module accepts is 1.7 or newer. */
function knowsRemoved(module: ModuleFiles): boolean {
  return blocksIn(module).some(({ block }) => {
    const required =
      block.type === 'terraform' ? attributeOf(block.body, 'required_version')?.value : undefined;
    return required?.type === 'literal' && required.value.split(',').some(isAtLeastSeven);
  });
}

/** A part of a version constraint (https://developer.hashicorp.com/terraform/language/expressions/version-constraints). */
function isAtLeastSeven(part: string): boolean {
  const [, major = '', minor = '0'] =
    /^(?:>=?|=|~>)?\s*v?(\d+)(?!\d)(?:\.(\d+)(?!\d))?[\w.+-]*$/.exec(part.trim()) ?? [];
  return Number(major) > 1 || (Number(major) === 1 && Number(minor) >= 7);
}

/** One of several configurations must be there to let go of what it made; the default one is made of the environment. */
function namesConfiguration({ block }: Standing): boolean {
  return attributeOf(block.body, 'provider') !== undefined;
}

/** OpenTofu's block never destroys unless told to, and took no other statement at first. */
function removedBlock(address: string, isTofu: boolean): string[] {
  const lifecycle = ['', '  lifecycle {', '    destroy = false', '  }'];
  return ['removed {', `  from = ${address}`, ...(isTofu ? [] : lifecycle), '}'];
}

function importSkeletons(standings: readonly Standing[], { imports }: ProviderSchema): string[] {
  const blocks = standings.flatMap(standing => {
    if (standing.state !== 'moved' || !imports || !Object.hasOwn(imports.ids, standing.type)) return [];
    const { block, type } = standing;
    const index = attributeOf(block.body, 'count')
      ? '[0]'
      : attributeOf(block.body, 'for_each')
        ? '["…"]'
        : '';
    const to = `${type}.${block.labels[1]?.text ?? ''}${index}`;
    return ['#', '# import {', `#   to = ${to}`, `#   id = "${imports.ids[type]}"`, '# }'];
  });
  if (blocks.length === 0) return [];
  return ['', '# What is there already is taken over instead of made anew by a block like these:', ...blocks];
}

/** A name that no file of the module has. */
function freePath({ folder, files }: ModuleFiles, extension: string): string {
  const taken = new Set(files.map(({ path }) => path.replace(/\.\w+$/, '')));
  const prefix = folder === '' ? '' : `${folder}/`;
  let name = `${prefix}migration`;
  for (let count = 2; taken.has(name); count++) name = `${prefix}migration-${count}`;
  return name + extension;
}
