import type { Kysely } from 'kysely'
import { byAge } from './find-conflicts.ts'
import type { Instant } from '#app/values/moment.ts'
import type { AttendanceState, Database } from '#db/schema.ts'

/** A mark as it was stored. */
export interface AppliedMark {
  id: string
  registrationId: string
  slot: string
  state: AttendanceState
  at: Instant
}

/**
 * Lets marks have their effect: each person and slot stands as the newest mark says, by its moment and then its id. In any
 * order, and any number of times, the end is the same.
 */
export async function applyStates(
  db: Kysely<Database>,
  { eventId, marks }: { eventId: string; marks: AppliedMark[] },
): Promise<void> {
  const newest = [...Map.groupBy(marks, placeOf).entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, of]) => of.toSorted(byAge).at(-1)!)
  if (newest.length === 0) return
  const before = await standing(db, newest)
  const missing = newest.filter((mark) => !before.has(placeOf(mark)))
  const isAlone = await addStates(db, eventId, missing)
  // Where somebody else put a row meanwhile, the update decides.
  for (const mark of newest)
    if (before.has(placeOf(mark)) ? before.get(placeOf(mark)) !== mark.id : !isAlone) await renew(db, mark)
}

/** Whether all of them were the first of their place. */
async function addStates(db: Kysely<Database>, eventId: string, marks: AppliedMark[]): Promise<boolean> {
  if (marks.length === 0) return true
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('attendanceStates')
    .ignore()
    .values(marks.map((mark) => ({ ...stateOf(mark), registrationId: mark.registrationId, slot: mark.slot, eventId })))
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) === marks.length
}

function stateOf({ id, state, at }: AppliedMark) {
  return { state, at, markId: id }
}

async function standing(db: Kysely<Database>, marks: AppliedMark[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('attendanceStates')
    .select(['registrationId', 'slot', 'markId'])
    .where('registrationId', 'in', [...new Set(marks.map(({ registrationId }) => registrationId))])
    .where('slot', 'in', [...new Set(marks.map(({ slot }) => slot))])
    .execute()
  return new Map(rows.map((row) => [placeOf(row), row.markId]))
}

async function renew(db: Kysely<Database>, { registrationId, slot, ...mark }: AppliedMark): Promise<void> {
  await db
    .updateTable('attendanceStates')
    .set(stateOf({ registrationId, slot, ...mark }))
    .where('registrationId', '=', registrationId)
    .where('slot', '=', slot)
    .where(({ eb, or, and }) => or([eb('at', '<', mark.at), and([eb('at', '=', mark.at), eb('markId', '<', mark.id)])]))
    .execute()
}

/** What a state is kept under. */
export function placeOf({ registrationId, slot }: { registrationId: string; slot: string }): string {
  return `${registrationId} ${slot}`
}
