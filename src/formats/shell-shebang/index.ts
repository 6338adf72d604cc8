import type { Format } from '../../model/format.ts';
import { WITHOUT_ENDING } from '../path-test.ts';
import { shell } from '../shell/index.ts';

/** Shell scripts that say only in their first line that they are some. */
export const shellShebang: Format = {
  ...shell,
  id: 'shell-shebang',
  title: 'Shell scripts without an ending',
  files: [WITHOUT_ENDING],
  hasAnyName: true,
  sniff: head => /^#![^\n]*\b(?:ba|da|k|z)?sh\b/.test(head),
  extracts: 'what is read of shell scripts, where the first line names a shell',
  resolves: 'what is resolved in shell scripts',
};
