import type { Instant } from '#app/values/moment.ts'
import type { CallsTable } from '#db/schema.ts'

/** Up to and without which moment letters are taken: the call's own, else its closing; null where neither is set. */
export function lettersUntil(call: Pick<CallsTable, 'refereesUntilAt' | 'closesAt'>): Instant | null {
  return call.refereesUntilAt ?? call.closesAt
}
