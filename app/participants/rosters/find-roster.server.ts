import type { Kysely } from 'kysely'
import { freezeDay, freezeMoment } from './roster-day.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, RostersTable } from '#db/schema.ts'

export interface Roster {
  /** The day that was set by hand; '' follows the event. */
  freezeOn: string
  /** The day on which it is frozen, and the moment at which that begins where the event is. */
  day: string
  at: Instant
  frozenAt: Instant | null
  frozenBy: string | null
  minimum: number | null
  decision: RostersTable['decision']
  decidedBy: string | null
  decidedAt: Instant | null
  note: string
  version: number
}

/** How the roster of an event stands, with the names of who froze it and who decided: one query. */
export async function findRoster(db: Kysely<Database>, eventId: string): Promise<Roster> {
  const row = await db
    .selectFrom('events')
    .leftJoin('rosters', 'rosters.eventId', 'events.id')
    .leftJoin('accounts as freezer', 'freezer.id', 'rosters.frozenBy')
    .leftJoin('people as freezing', 'freezing.id', 'freezer.personId')
    .leftJoin('accounts as decider', 'decider.id', 'rosters.decidedBy')
    .leftJoin('people as deciding', 'deciding.id', 'decider.personId')
    .select(['events.firstOn', 'events.zone', 'rosters.freezeOn', 'rosters.frozenAt', 'rosters.minimum'])
    .select(['rosters.decision', 'rosters.decidedAt', 'rosters.note', 'rosters.version'])
    .select(['freezing.fullName as frozenBy', 'deciding.fullName as decidedBy'])
    .where('events.id', '=', eventId)
    .executeTakeFirstOrThrow()
  const { firstOn, zone, frozenAt, frozenBy, minimum, decidedBy, decidedAt } = row
  return {
    freezeOn: row.freezeOn ?? '',
    day: freezeDay(row),
    at: freezeMoment({ freezeOn: row.freezeOn, firstOn, zone }),
    frozenAt,
    frozenBy,
    minimum,
    decision: row.decision ?? 'open',
    decidedBy,
    decidedAt,
    note: row.note ?? '',
    // As a row has it when it is made.
    version: row.version ?? 1,
  }
}
