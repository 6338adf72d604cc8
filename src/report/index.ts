import type { InventoryReporter, ScanReporter } from './report.ts';

/** The reports that `scan --format` knows by name; each is loaded when it is asked for. */
export const SCAN_REPORTERS = {
  text: async () => (await import('./text.ts')).textReport,
  json: async () => (await import('./json.ts')).jsonReport,
} satisfies Record<string, () => Promise<ScanReporter>>;

/** The reports that `inventory --format` knows by name. */
export const INVENTORY_REPORTERS = {
  text: async () => (await import('./inventory-text.ts')).inventoryTextReport,
  json: async () => (await import('./inventory-json.ts')).inventoryJsonReport,
} satisfies Record<string, () => Promise<InventoryReporter>>;
