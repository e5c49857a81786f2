import type { Kysely } from 'kysely'
import { placeOf, type AppliedMark } from './apply-states.server.ts'
import { findContradictions } from './find-conflicts.ts'
import type { Markable } from './markable.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { AttendanceConflictsTable, Database } from '#db/schema.ts'

type Found = Pick<AttendanceConflictsTable, 'kind' | 'markId' | 'otherMarkId' | 'registrationId' | 'slot'>

interface Noted {
  eventId: string
  marks: AppliedMark[]
  people: Map<string, Markable>
  /** Whether the clock of the device that sent them cannot be believed. */
  isOff: boolean
  now: Instant
}

/** Lays before a person what new marks contradict, each mark once: the weightiest reason first. */
export async function noteConflicts(
  db: Kysely<Database>,
  { eventId, marks, people, isOff, now }: Noted,
): Promise<void> {
  if (marks.length === 0) return
  const byPlace = Map.groupBy(await marksOfPlaces(db, marks), placeOf)
  const found = [
    ...marks.filter((mark) => isAfterTheEnd(mark, people)).map((mark) => alone('seat-ended', mark)),
    ...marks.flatMap(({ id, registrationId, slot }) => {
      const all = byPlace.get(placeOf({ registrationId, slot })) ?? []
      const mark = all.find((one) => one.id === id)
      return mark ? findContradictions(mark, all).map((one): Found => ({ ...one, registrationId, slot })) : []
    }),
    ...(isOff ? marks.map((mark) => alone('wrong-clock', mark)) : []),
  ]
  const once = [...new Map(found.toReversed().map((one) => [one.markId, one])).values()].toReversed()
  if (once.length === 0) return
  const rows = once.map((one) => ({ ...one, id: newId(now), eventId, createdAt: now, seenBy: null, seenAt: null }))
  await db.insertInto('attendanceConflicts').ignore().values(rows).execute()
}

function alone(kind: Found['kind'], { id, registrationId, slot }: AppliedMark): Found {
  return { kind, markId: id, otherMarkId: null, registrationId, slot }
}

function isAfterTheEnd({ registrationId, state, at }: AppliedMark, people: Map<string, Markable>): boolean {
  const endedAt = people.get(registrationId)?.endedAt ?? null
  return state === 'present' && endedAt !== null && endedAt < at
}

/** All marks of the same people and slots, the new ones among them. */
async function marksOfPlaces(db: Kysely<Database>, marks: AppliedMark[]) {
  return await db
    .selectFrom('attendanceMarks')
    .select(['id', 'registrationId', 'slot', 'state', 'at', 'receivedAt', 'accountId', 'deviceId'])
    .where('registrationId', 'in', [...new Set(marks.map(({ registrationId }) => registrationId))])
    .where('slot', 'in', [...new Set(marks.map(({ slot }) => slot))])
    .execute()
}
