import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import { settingsReferences } from '../shared/settings/settings-tree.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { accessPolicyModule } from './module.ts';

/** Whom a policy trusts and what it is about. */
export const extractAccessPolicy: Extract = source => {
  const { root, problems } = parseJson(source);
  const scope = accessPolicyModule(source.path);
  const references = settingsReferences(root, {
    scope,
    ignored: PROSE,
    read: (_key, value, where) =>
      value.kind === 'scalar' && RESOURCE_NAME.test(value.text)
        ? [
            {
              kind: 'partition',
              value: { type: 'literal', value: value.text, span: value.span },
              span: value.span,
              ...where,
            },
          ]
        : undefined,
  });
  return { references: uniqueReferences(references), definitions: [], calls: [], comments: [], problems };
};

const PROSE = /^(?:sid|id|version)$/i;

/** `acs:service:region:account:resource`. Those that begin with `arn:` are found in any text. */
const RESOURCE_NAME = /^(?!arn:)[a-z]{2,10}:[a-z*]{0,40}:[^\s:]{0,60}:[^\s:]{0,60}:/;
