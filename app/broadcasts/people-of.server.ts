import type { Kysely } from 'kysely'
import type { SubjectIds } from './as-subject.ts'
import { emailKey } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

export interface KnownPerson {
  email: string
  name: string
  language: string
}

type Row = SubjectIds & { recipientKey: string }

/** How recipients are called now and where their mail goes, by key, in one query for each kind of them. */
export async function peopleOf(db: Kysely<Database>, rows: Row[]): Promise<Map<string, KnownPerson>> {
  const idsOf = (column: keyof SubjectIds) => rows.flatMap(({ [column]: id }) => (id === null ? [] : [id]))
  const found = [
    ...(await ofRegistrations(db, idsOf('registrationId'))),
    ...(await ofEntries(db, idsOf('entryId'))),
    ...(await ofSessionPeople(db, idsOf('sessionPersonId'))),
    ...(await ofAccounts(db, idsOf('accountId'))),
  ]
  const wanted = new Set(rows.map(({ recipientKey }) => recipientKey))
  const people = new Map<string, KnownPerson>()
  for (const { email, ...person } of found) {
    const key = email ? emailKey(email) : ''
    if (email && wanted.has(key) && !people.has(key)) people.set(key, { email, ...person })
  }
  return people
}

interface Found {
  email: string | null
  name: string
  language: string
}

/** Whoever sits on the seat, and whoever ordered it. */
async function ofRegistrations(db: Kysely<Database>, ids: string[]): Promise<Found[]> {
  if (ids.length === 0) return []
  const seats = db
    .selectFrom('registrations')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .innerJoin('people', (join) =>
      join.on((row) =>
        row.or([
          row('people.id', '=', row.ref('registrations.personId')),
          row('people.id', '=', row.ref('orders.personId')),
        ]),
      ),
    )
  return await seats
    .select(['people.email', 'people.fullName as name', 'orders.language'])
    .where('registrations.id', 'in', ids)
    .execute()
}

async function ofEntries(db: Kysely<Database>, ids: string[]): Promise<Found[]> {
  if (ids.length === 0) return []
  return await db
    .selectFrom('waitingListEntries as entry')
    .innerJoin('people', 'people.id', 'entry.personId')
    .select(['people.email', 'people.fullName as name', 'entry.language'])
    .where('entry.id', 'in', ids)
    .execute()
}

async function ofSessionPeople(db: Kysely<Database>, ids: string[]): Promise<Found[]> {
  if (ids.length === 0) return []
  return await db
    .selectFrom('sessionPeople')
    .innerJoin('sessions', 'sessions.id', 'sessionPeople.sessionId')
    .innerJoin('events', 'events.id', 'sessions.eventId')
    .select(['sessionPeople.email', 'sessionPeople.fullName as name', 'events.language'])
    .where('sessionPeople.id', 'in', ids)
    .execute()
}

async function ofAccounts(db: Kysely<Database>, ids: string[]): Promise<Found[]> {
  if (ids.length === 0) return []
  const accounts = await db
    .selectFrom('accounts')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .select(['accounts.email', 'people.fullName as name', 'people.language'])
    .where('accounts.id', 'in', ids)
    .execute()
  return accounts.map((row) => ({ ...row, language: row.language ?? 'en' }))
}
