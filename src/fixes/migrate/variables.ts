import type { HclAttribute } from '../../parsers/hcl/tree.ts';
import { attributeOf } from '../../parsers/hcl/tree.ts';
import type { PlacedEdit } from '../edits.ts';
import { valueSpan } from './layout.ts';
import { blocksIn, type ModuleFile, type ModuleFiles } from './module-files.ts';
import type { Places } from './places.ts';

/**
 * Moves the regions and zones that variables and locals hold: in defaults, and in files of values.
 * @param names `var.region`, `local.zone`
 */
export function variableEdits(module: ModuleFiles, names: ReadonlySet<string>, places: Places): PlacedEdit[] {
  const given = blocksIn(module).flatMap(({ file, block }) => {
    if (block.type === 'locals')
      return block.body.attributes.map(each => ({ file, name: `local.${each.name}`, value: each }));
    const value = block.type === 'variable' ? attributeOf(block.body, 'default') : undefined;
    return value ? [{ file, name: `var.${block.labels[0]?.text}`, value }] : [];
  });
  const values = module.values.flatMap(file =>
    file.tree.body.attributes.map(value => ({ file, name: `var.${value.name}`, value })),
  );
  return [...given, ...values].flatMap(({ file, name, value }) =>
    names.has(name) ? placeEdit(file, value, places) : [],
  );
}

function placeEdit(file: ModuleFile, attribute: HclAttribute, places: Places): PlacedEdit[] {
  const { value } = attribute;
  if (value.type !== 'literal') return [];
  const moved = places.isRegion(value.value) ? places.region(value.value) : places.zone(value.value);
  if (moved === undefined) return [];
  return [
    { path: file.path, edit: { span: valueSpan(file.text, attribute), newText: JSON.stringify(moved) } },
  ];
}
