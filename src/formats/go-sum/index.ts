import type { Format } from '../../model/format.ts';
import { goModule } from '../shared/modules/go-module.ts';

/** The checksums of Go modules (https://go.dev/ref/mod#go-sum-files). */
export const goSum: Format = {
  id: 'go-sum',
  title: 'Go checksums',
  family: 'packages',
  files: ['go.sum', 'go.work.sum'],
  module: goModule,
  generated: true,
  extracts:
    'every module whose code is downloaded; from Go 1.17 on, only those that `go.mod` names too, as the others are in no build',
  resolves: 'nothing: the file does not say who depends on whom',
  load: async () => (await import('./extract.ts')).extractGoSum,
};
