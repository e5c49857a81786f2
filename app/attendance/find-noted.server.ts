import type { Kysely } from 'kysely'
import type { MarkOutcome, NewMark } from './new-mark.ts'
import type { Database } from '#db/schema.ts'

/** What has been noted against these marks by others, by mark: also when they come a second time. One query. */
export async function findNoted(
  db: Kysely<Database>,
  { eventId, marks }: { eventId: string; marks: NewMark[] },
): Promise<Map<string, NonNullable<MarkOutcome['conflict']>>> {
  if (marks.length === 0) return new Map()
  const rows = await db
    .selectFrom('attendanceConflicts')
    .select(['kind', 'markId', 'otherMarkId'])
    .where('eventId', '=', eventId)
    .where('registrationId', 'in', [...new Set(marks.map(({ registrationId }) => registrationId))])
    .execute()
  return new Map(
    rows.flatMap(({ kind, markId, otherMarkId }) =>
      kind === 'two-states' || kind === 'let-in-twice'
        ? [markId, ...(otherMarkId ? [otherMarkId] : [])].map((id) => [id, kind] as const)
        : [],
    ),
  )
}
