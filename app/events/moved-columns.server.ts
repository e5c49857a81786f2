import type { Kysely } from 'kysely'
import type { Instant, PartialDay } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** A public event that begins on another day says which it was; one that waits for a date has it with another one. */
export async function movedColumns(
  db: Kysely<Database>,
  eventId: string,
  { startsOn, startsAt, endsAt }: { startsOn: PartialDay; startsAt: Instant; endsAt: Instant },
  now: Instant,
) {
  const before = await db
    .selectFrom('events')
    .select(['status', 'startsOn', 'startsAt', 'endsAt', 'previousOn', 'postponedAt'])
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
  const isMoved = startsAt !== before.startsAt || endsAt !== before.endsAt
  const isAnotherDay = before.status !== 'draft' && startsOn !== before.startsOn
  return {
    previousOn: isAnotherDay ? before.startsOn : before.previousOn,
    postponedAt: isMoved && endsAt > now ? null : before.postponedAt,
  }
}
