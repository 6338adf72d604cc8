import type { Format } from '../../model/format.ts';
import { cargoModule } from '../shared/packages/cargo-package.ts';

/** Cargo's lockfile (https://doc.rust-lang.org/cargo/guide/cargo-toml-vs-cargo-lock.html). */
export const cargoLock: Format = {
  id: 'cargo-lock',
  title: 'Cargo lockfile',
  family: 'packages',
  files: ['Cargo.lock'],
  module: cargoModule,
  generated: true,
  extracts: 'every locked crate, the registries and git hosts that they come from',
  resolves: 'the chain of dependencies that brings a crate in',
  load: async () => (await import('./extract.ts')).extractCargoLock,
};
