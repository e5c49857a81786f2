import type { Kysely } from 'kysely'
import type { Segment } from './segment.ts'
import type { Candidate } from './sort-out.ts'
import { selectRegistrations } from '#app/participants/selection/select-registrations.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { emailKey } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

export interface Wanted {
  eventId: string
  segment: Segment
  now: Instant
  /** Only those behind this id, so many at most. */
  after?: string
  limit?: number
}

/** Those whom a segment finds now, in the order of their ids: one query. */
export async function readSegment(db: Kysely<Database>, wanted: Wanted): Promise<Candidate[]> {
  const { eventId, segment, after = '', limit } = wanted
  if (segment.of === 'registrations') return (await registrations(db, wanted, segment)).map(asCandidate)
  if (segment.of === 'waiting') return (await waiting(db, wanted, segment)).map(asCandidate)
  if (segment.of === 'programme') {
    const people = await db
      .selectFrom('sessionPeople')
      .innerJoin('sessions', 'sessions.id', 'sessionPeople.sessionId')
      .innerJoin('events', 'events.id', 'sessions.eventId')
      .select(['sessionPeople.id', 'sessionPeople.fullName', 'sessionPeople.email', 'events.language'])
      .where('sessions.eventId', '=', eventId)
      .where('sessionPeople.id', '>', after)
      .$if(segment.trackId !== null, (query) => query.where('sessions.trackId', '=', segment.trackId))
      .orderBy('sessionPeople.id')
      .$if(limit !== undefined, (query) => query.limit(limit!))
      .execute()
    return people.map((row) => asCandidate({ ...row, emailKey: row.email && emailKey(row.email), erasedAt: null }))
  }
  const team = await db
    .selectFrom('roles')
    .innerJoin('accounts', 'accounts.id', 'roles.accountId')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .innerJoin('events', (join) =>
      join.on((row) =>
        row.or([
          row.and([row('roles.scope', '=', 'event'), row('roles.scopeId', '=', row.ref('events.id'))]),
          row.and([row('roles.scope', '=', 'series'), row('roles.scopeId', '=', row.ref('events.seriesId'))]),
        ]),
      ),
    )
    .select(['accounts.id', 'people.fullName', 'accounts.email', 'accounts.emailKey', 'people.erasedAt'])
    .select(['people.language', 'events.language as ofEvent'])
    .distinct()
    .where('events.id', '=', eventId)
    .where('accounts.isDisabled', '=', 0)
    .where('accounts.id', '>', after)
    .orderBy('accounts.id')
    .$if(limit !== undefined, (query) => query.limit(limit!))
    .execute()
  return team.map((row) => asCandidate({ ...row, language: row.language ?? row.ofEvent }))
}

async function registrations(
  db: Kysely<Database>,
  { eventId, now, after = '', limit }: Wanted,
  { filter, to }: Extract<Segment, { of: 'registrations' }>,
) {
  const found = selectRegistrations(db, { eventId, filter, now })
    .innerJoin('people as reader', (join) =>
      join.onRef('reader.id', '=', to === 'people' ? 'registrations.personId' : 'orders.personId'),
    )
    .select(['registrations.id', 'reader.fullName', 'reader.email', 'reader.emailKey', 'reader.erasedAt'])
    .select('orders.language')
    .where('registrations.id', '>', after)
    .orderBy('registrations.id')
  return await (limit === undefined ? found : found.limit(limit)).execute()
}

async function waiting(
  db: Kysely<Database>,
  { eventId, after = '', limit }: Wanted,
  { quotaId, ticketTypeId }: Extract<Segment, { of: 'waiting' }>,
) {
  return await db
    .selectFrom('waitingListEntries as entry')
    .innerJoin('people', 'people.id', 'entry.personId')
    .select(['entry.id', 'people.fullName', 'people.email', 'people.emailKey', 'people.erasedAt', 'entry.language'])
    .where('entry.eventId', '=', eventId)
    .where('entry.state', '=', 'waiting')
    .where('entry.id', '>', after)
    .$if(quotaId !== null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('waitingListQuotas as wanted')
            .select('wanted.entryId')
            .whereRef('wanted.entryId', '=', 'entry.id')
            .where('wanted.quotaId', '=', quotaId!),
        ),
      ),
    )
    .$if(ticketTypeId !== null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('waitingListPreferences as wanted')
            .select('wanted.entryId')
            .whereRef('wanted.entryId', '=', 'entry.id')
            .where('wanted.ticketTypeId', '=', ticketTypeId!),
        ),
      ),
    )
    .orderBy('entry.id')
    .$if(limit !== undefined, (query) => query.limit(limit!))
    .execute()
}

interface Found {
  id: string
  fullName: string
  email: string | null
  emailKey: string | null
  erasedAt: Instant | null
  language: string
}

function asCandidate({ fullName, erasedAt, ...row }: Found): Candidate {
  const { id, email, emailKey, language } = row
  return { id, email, emailKey, language, name: fullName, isErased: erasedAt !== null }
}
