import type { Clock } from '../engine/ports.ts';

/** The computer's clock. */
export const systemClock: Clock = {
  today: () => new Date().toISOString().slice(0, 'YYYY-MM-DD'.length),
};
