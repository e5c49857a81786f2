import type { Kysely } from 'kysely'
import { remindReferee } from './remind-referee.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

const DAY = 24 * 60

/** So long after a letter was asked for, it is asked for again. */
const FIRST_AFTER = 5 * DAY

/**
 * Writes again to those who owe a letter: five days after they were asked, and on the day before letters are no longer
 * taken; never after that, never for an application that was withdrawn, nor for a draft whose call has closed.
 * At most `limit` a run.
 */
export async function remindReferees(
  db: Kysely<Database>,
  { now, limit = 200 }: { now: Instant; limit?: number },
): Promise<{ reminded: number }> {
  const due = await dueReferees(db, now, limit)
  let reminded = 0
  for (const { id, applicationId } of due) {
    const done = await remindReferee(db, { refereeId: id, applicationId, now, actor: { kind: 'system' } })
    if (done.ok) reminded++
  }
  return { reminded }
}

async function dueReferees(db: Kysely<Database>, now: Instant, limit: number) {
  const dayAgo = addMinutes(now, -DAY)
  return await db
    .selectFrom('referees')
    .innerJoin('applications', 'applications.id', 'referees.applicationId')
    .innerJoin('calls', 'calls.id', 'applications.callId')
    .innerJoin('events', 'events.id', 'applications.eventId')
    .select(['referees.id', 'referees.applicationId'])
    .where('referees.state', '=', 'asked')
    .where('applications.state', '<>', 'withdrawn')
    .where('events.status', '<>', 'cancelled')
    .where('calls.status', '<>', 'cancelled')
    .where('referees.askedAt', '<=', dayAgo)
    .where(({ or, eb, fn }) => {
      const until = fn.coalesce('calls.refereesUntilAt', 'calls.closesAt')
      return eb.and([
        or([eb(until, 'is', null), eb(until, '>', now)]),
        or([
          eb('applications.state', '=', 'submitted'),
          eb('calls.closesAt', 'is', null),
          eb('calls.closesAt', '>', now),
        ]),
        or([
          eb.and([eb('referees.remindedAt', 'is', null), eb('referees.askedAt', '<=', addMinutes(now, -FIRST_AFTER))]),
          // The day before the end begins at `until` less a day; once reminded within the last day is enough.
          eb.and([
            eb(until, '<=', addMinutes(now, DAY)),
            or([eb('referees.remindedAt', 'is', null), eb('referees.remindedAt', '<=', dayAgo)]),
          ]),
        ]),
      ])
    })
    .orderBy('referees.askedAt')
    .orderBy('referees.id')
    .limit(limit)
    .execute()
}
