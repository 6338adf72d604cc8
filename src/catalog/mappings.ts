import type { Migrations } from '../model/migration.ts';
import { migrationTargets } from './generated/migration-targets.ts';

/** The vendors that modules of `vendor` can be moved to, in the mapping's order; none when there is no mapping. */
export function migrationTargetsOf(vendor: string): readonly string[] {
  return Object.hasOwn(migrationTargets, vendor) ? (migrationTargets[vendor] ?? []) : [];
}

let loading: Promise<Migrations> | undefined;

/** Loads the mapping tables and the schemas, once: needed when a migration is tried. */
export function loadMigrations(): Promise<Migrations> {
  loading ??= import('./generated/migrations.ts').then(({ migrations }) => migrations);
  return loading;
}
