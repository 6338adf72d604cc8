import type { Format } from '../model/format.ts';
import { npmrc } from './npmrc/index.ts';
import { packageJson } from './package-json/index.ts';
import { packageLock } from './package-lock/index.ts';

/** Every format, in order: of several that claim a file by name, the first whose `sniff` agrees has it. */
export const FORMATS: readonly Format[] = [packageJson, packageLock, npmrc];
