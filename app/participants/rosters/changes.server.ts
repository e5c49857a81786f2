import { type Kysely } from 'kysely'
import { changeForReader, type ReadChange } from './changes-of-reader.ts'
import { existingPage, PEOPLE_PAGE } from '../paging.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

interface Scope {
  eventId: string
  frozenAt: Instant
  trackIds: string[] | 'all'
}

export interface ShownChange extends ReadChange {
  id: string
  registrationId: string
  fullName: string
  latinName: string | null
  at: Instant
}

/** Who came and who left since a list was frozen, as far as the reader teaches them, the latest first: a page of it. */
export async function listChanges(db: Kysely<Database>, scope: Scope & { page: number }) {
  const { count } = await entriesOf(db, scope)
    .select((row) => row.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow()
  const page = existingPage(scope.page, Number(count), PEOPLE_PAGE)
  const rows = await named(db, scope)
    .limit(PEOPLE_PAGE)
    .offset((page - 1) * PEOPLE_PAGE)
    .execute()
  return { total: Number(count), page, rows: asRead(rows, scope.trackIds) }
}

/** All of them, for a file. */
export async function allChanges(db: Kysely<Database>, scope: Scope): Promise<ShownChange[]> {
  return asRead(await named(db, scope).execute(), scope.trackIds)
}

export interface ChangeCounts {
  came: number
  left: number
  moved: number
}

/** How many came, left and changed between the reader's own tracks after a moment. */
export async function countChanges(
  db: Kysely<Database>,
  { since, ...scope }: Scope & { since: Instant },
): Promise<ChangeCounts> {
  const groups = await entriesOf(db, scope)
    .select((row) => ['kind', 'trackId', 'fromTrackId', row.fn.countAll<number | string>().as('count')])
    .where('at', '>', since)
    .groupBy(['kind', 'trackId', 'fromTrackId'])
    .execute()
  const counts = { came: 0, left: 0, moved: 0 }
  for (const group of groups) {
    const read = changeForReader(group, scope.trackIds)
    if (read) counts[read.kind] += Number(group.count)
  }
  return counts
}

function entriesOf(db: Kysely<Database>, { eventId, frozenAt, trackIds }: Scope) {
  return db
    .selectFrom('rosterEntries')
    .where('rosterEntries.eventId', '=', eventId)
    .where('rosterEntries.at', '>=', frozenAt)
    .where('rosterEntries.kind', '<>', 'frozen')
    .$if(trackIds !== 'all', (query) =>
      query.where(({ or, and, eb }) =>
        or([
          eb('rosterEntries.trackId', 'in', [...(trackIds as string[]), '-']),
          and([
            eb('rosterEntries.kind', '=', 'moved'),
            eb('rosterEntries.fromTrackId', 'in', [...(trackIds as string[]), '-']),
          ]),
        ]),
      ),
    )
}

function named(db: Kysely<Database>, scope: Scope) {
  return entriesOf(db, scope)
    .innerJoin('registrations', 'registrations.id', 'rosterEntries.registrationId')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['rosterEntries.id', 'rosterEntries.registrationId', 'rosterEntries.kind', 'rosterEntries.at'])
    .select(['rosterEntries.trackId', 'rosterEntries.fromTrackId', 'people.fullName', 'people.latinName'])
    .orderBy('rosterEntries.at', 'desc')
    .orderBy('rosterEntries.id', 'desc')
}

type Row = Omit<ShownChange, keyof ReadChange> & Parameters<typeof changeForReader>[0]

function asRead(rows: Row[], trackIds: string[] | 'all'): ShownChange[] {
  return rows.flatMap(({ id, registrationId, fullName, latinName, at, ...entry }) => {
    const read = changeForReader(entry, trackIds)
    return read ? [{ ...read, id, registrationId, fullName, latinName, at }] : []
  })
}
