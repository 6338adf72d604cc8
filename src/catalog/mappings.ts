import type { Migrations } from '../model/migration.ts';
import { migrationTargets } from './generated/migration-targets.ts';

/** Whom modules of a vendor can be moved to. */
export interface MigrationTargets {
  /** What the vendor's provider is called, and its resource types begin with. */
  readonly localName: string;
  /** Vendor ids, in the mapping's order. */
  readonly vendors: readonly string[];
}

/** Whom modules of `vendor` can be moved to; `undefined` when there is no mapping. */
export function migrationTargetsOf(vendor: string): MigrationTargets | undefined {
  return Object.hasOwn(migrationTargets, vendor) ? migrationTargets[vendor] : undefined;
}

let loading: Promise<Migrations> | undefined;

/** Loads the mapping tables and the schemas, once: needed when a migration is tried. */
export function loadMigrations(): Promise<Migrations> {
  loading ??= import('./generated/migrations.ts').then(({ migrations }) => migrations);
  return loading;
}
