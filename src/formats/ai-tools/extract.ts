import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { withoutVariables } from '../../parsers/interpolation.ts';
import { childOf, type TreeMap, type TreeNode, type TreeScalar } from '../../parsers/tree.ts';
import { unknownVariable } from '../shared/expressions.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { commandReferences } from '../shared/scripts/shell-references.ts';
import { environmentReferences } from '../shared/settings/environment.ts';
import { readSettingsTree } from '../shared/settings/settings-file.ts';
import { settingsReferences } from '../shared/settings/settings-tree.ts';
import type { Where } from '../shared/strings.ts';
import { entriesOf, stringAt, stringOf, stringsOf } from '../shared/tree-access.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { hostReferences, isInUrl } from '../shared/url-references.ts';
import { modelProviders } from './models.ts';

/** Addresses, commands and environment variables in settings, in JSON, YAML or TOML. */
export const extractAiTools: Extract = source => {
  const scope = folderModule('ai-tools', source.path);
  const { roots, ...rest } = readSettingsTree(source);
  const references = roots.flatMap(root => [
    ...(root.kind === 'map' ? modelProviders(root, { scope, structuralPath: ['model'] }) : []),
    ...settingsReferences(root, { scope, read, ignored: PROSE }),
  ]);
  return { references: uniqueReferences(references), definitions: [], calls: [], ...rest };
};

const PROSE = /^(?:\$schema|description|title|prompts?|rules|docs|systemMessage|system_prompt)$|^cSpell/i;

/** A server that is started: its program with the arguments is a command. */
function serverReferences(server: TreeMap, program: TreeScalar, where: Where): Reference[] {
  const words = [program, ...stringsOf(childOf(server, 'args'))].map(withoutVariables);
  const command = { words, redirects: [], heredocs: [], pipeline: 1 };
  const others = server.entries.filter(({ key }) => key !== 'command' && key !== 'args');
  return [
    ...commandReferences([command], { where, lookUp: unknownVariable }),
    ...settingsWithin({ ...server, entries: others }, where),
  ];
}

function settingsWithin(settings: TreeMap, where: Where): Reference[] {
  const references = settingsReferences(settings, { scope: where.scope, read, ignored: PROSE });
  return references.map(reference => ({
    ...reference,
    structuralPath: [...where.structuralPath, ...reference.structuralPath],
  }));
}

function read(key: string, value: TreeNode, where: Where): Reference[] | undefined {
  if (key === 'env' || key === 'environment_variables' || key.startsWith('terminal.integrated.env.')) {
    return entriesOf(value).flatMap(({ key: name, keySpan, value: set }) => {
      const text = stringOf(set);
      return environmentReferences({ text: name, span: keySpan }, text && withoutVariables(text), where);
    });
  }
  const program = stringAt(value, 'command');
  if (value.kind === 'map' && program) return serverReferences(value, program, where);
  const models = value.kind === 'map' ? modelProviders(value, where) : [];
  if (value.kind === 'map' && models.length > 0) return [...models, ...settingsWithin(value, where)];
  // A word alone can look like a host: the name of a file or of a setting.
  const text = stringOf(value);
  return text && hostReferences(text, where, mention => isInUrl(text.text, mention));
}
