import type { Format } from '../model/format.ts';
import { compose } from './compose/index.ts';
import { dockerfile } from './dockerfile/index.ts';
import { dotenv } from './dotenv/index.ts';
import { gradle } from './gradle/index.ts';
import { gradleCatalog } from './gradle-catalog/index.ts';
import { gradleLock } from './gradle-lock/index.ts';
import { gradleProperties } from './gradle-properties/index.ts';
import { kubernetes } from './kubernetes/index.ts';
import { npmrc } from './npmrc/index.ts';
import { packageJson } from './package-json/index.ts';
import { packageLock } from './package-lock/index.ts';
import { pipConf } from './pip-conf/index.ts';
import { pipRequirements } from './pip-requirements/index.ts';
import { pipfile } from './pipfile/index.ts';
import { pipfileLock } from './pipfile-lock/index.ts';
import { pypirc } from './pypirc/index.ts';
import { pyproject } from './pyproject/index.ts';
import { setupCfg } from './setup-cfg/index.ts';
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
  pipConf,
  pypirc,
  setupCfg,
  pyproject,
  pipfile,
  pipfileLock,
  gradle,
  gradleCatalog,
  gradleLock,
  gradleProperties,
];
