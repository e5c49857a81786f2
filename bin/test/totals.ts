export interface Totals {
  passed: number
  failed: number
  skipped: number
}

export const NOTHING: Totals = { passed: 0, failed: 0, skipped: 0 }

export function add(one: Totals, other: Totals): Totals {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed, skipped: one.skipped + other.skipped }
}
