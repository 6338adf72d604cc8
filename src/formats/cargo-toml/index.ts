import type { Format } from '../../model/format.ts';
import { cargoModule } from '../shared/packages/cargo-package.ts';

/** Cargo's manifest (https://doc.rust-lang.org/cargo/reference/manifest.html). */
export const cargoToml: Format = {
  id: 'cargo-toml',
  title: 'Cargo manifest',
  family: 'packages',
  files: ['Cargo.toml'],
  module: cargoModule,
  lineComment: '#',
  extracts:
    'crates of all tables, targets and the workspace, renamed crates, git repositories, patches, indexes',
  resolves: 'packages that only the lockfile has, on the dependency that brings them in',
  load: async () => (await import('./extract.ts')).extractCargoToml,
};
