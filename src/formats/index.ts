import { compose } from './compose/index.ts';
import { dockerfile } from './dockerfile/index.ts';
import { dotenv } from './dotenv/index.ts';
import { kubernetes } from './kubernetes/index.ts';
import { npmrc } from './npmrc/index.ts';
import { packageJson } from './package-json/index.ts';
import { packageLock } from './package-lock/index.ts';
import { pipRequirements } from './pip-requirements/index.ts';
import { terraform } from './terraform/index.ts';
import { terraformLock } from './terraform-lock/index.ts';
import { terraformVariables } from './terraform-variables/index.ts';

/** Every format, in order: of several that claim a file by name, the first whose `sniff` agrees has it. */
export const FORMATS: readonly Format[] = [
  terraform,
  terraformVariables,
  terraformLock,
  packageJson,
  packageLock,
  npmrc,
  dockerfile,
  dotenv,
  compose,
  kubernetes,
  pipRequirements,
];
