/** How old the newest source of a status may be before the status is called "last checked" and raises no error. */
const MONTHS = 18;

/** Whether the newest source, of the day `asOf`, is more than 18 months older than `today`. Both `YYYY-MM-DD`. */
export function isStale(asOf: string, today: string): boolean {
  return monthsOf(today) - monthsOf(asOf) > MONTHS;
}

/** Months since year 0, with the day as a fraction. */
function monthsOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return year * 12 + month - 1 + (date - 1) / 31;
}
