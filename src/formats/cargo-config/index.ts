import type { Format } from '../../model/format.ts';
import { cargoModule } from '../shared/packages/cargo-package.ts';

/** Cargo's settings (https://doc.rust-lang.org/cargo/reference/config.html). */
export const cargoConfig: Format = {
  id: 'cargo-config',
  title: 'Cargo settings',
  family: 'package-settings',
  files: ['**/.cargo/config.toml', '**/.cargo/config'],
  module: cargoModule,
  lineComment: '#',
  extracts: 'registries, replaced sources, patches, proxies, environment variables',
  resolves: 'nothing: values are literal; tokens are never read',
  load: async () => (await import('./extract.ts')).extractCargoConfig,
};
