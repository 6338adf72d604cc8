import type { Messages } from '../keys.ts';
import { acts } from './acts.ts';
import { commands } from './commands.ts';
import { data } from './data.ts';
import { dossier } from './dossier.ts';
import { fields } from './fields.ts';
import { findings } from './findings.ts';
import { fixes } from './fixes.ts';
import { flows } from './flows.ts';
import { policy } from './policy.ts';
import { problems } from './problems.ts';
import { reports } from './reports.ts';
import { rulesets } from './rulesets.ts';
import { syntax } from './syntax.ts';
import { vocabulary } from './vocabulary.ts';

/** Every text in German. */
export const de: Messages = {
  ...vocabulary,
  ...acts,
  ...findings,
  ...dossier,
  ...policy,
  ...fields,
  ...fixes,
  ...flows,
  ...reports,
  ...problems,
  ...syntax,
  ...rulesets,
  ...data,
  ...commands,
};
