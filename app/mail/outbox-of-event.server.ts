import { type Kysely, sql } from 'kysely'
import type { Cursor } from '#app/values/cursor.ts'
import type { Instant } from '#app/values/moment.ts'
import { keysetPage, type Page } from '#db/keyset.ts'
import type { Database, MessageState } from '#db/schema.ts'

/** Which mails of an event: those of one kind, or to one domain. */
export interface OutboxFilter {
  state: Exclude<MessageState, 'sent'>
  template: string | null
  domain: string | null
}

export interface OutboxRow {
  id: string
  template: string
  recipientName: string
  recipientEmail: string
  attempts: number
  createdAt: Instant
  dueAt: Instant
  lastError: string | null
  /** Where their address is put right. */
  registrationId: string | null
}

const DOMAIN = sql<string>`substr(recipient_key, instr(recipient_key, '@') + 1)`

function mailsOf(db: Kysely<Database>, eventId: string, { state, template, domain }: OutboxFilter) {
  return db
    .selectFrom('messages')
    .where('eventId', '=', eventId)
    .where('messages.state', '=', state)
    .$if(template !== null, (query) => query.where('template', '=', template!))
    .$if(domain !== null, (query) => query.where(DOMAIN, '=', domain!))
}

/** How many mails of an event a filter means. */
export async function countOutbox(
  db: Kysely<Database>,
  { eventId, filter }: { eventId: string; filter: OutboxFilter },
): Promise<number> {
  const { count } = await mailsOf(db, eventId, filter)
    .select((row) => row.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** A page of the mails of an event in one state, the newest first. */
export async function listOutbox(
  db: Kysely<Database>,
  { eventId, filter, cursor, size }: { eventId: string; filter: OutboxFilter; cursor: Cursor; size: number },
): Promise<Page<OutboxRow>> {
  const list = mailsOf(db, eventId, filter)
    .select(['id', 'template', 'recipientName', 'recipientEmail', 'recipientKey', 'attempts', 'createdAt', 'dueAt'])
    .select('lastError')
  const { rows, steps } = await keysetPage(list, {
    keys: [
      ['messages.createdAt', 'desc'],
      ['messages.id', 'desc'],
    ],
    cursor,
    size,
    anchor: db.selectFrom('messages').where('eventId', '=', eventId),
  })
  // From the addresses to their seats: of those there are no more than a page has.
  const seats = await db
    .selectFrom('people')
    .leftJoin('registrations', (join) =>
      join.onRef('registrations.personId', '=', 'people.id').on('registrations.eventId', '=', eventId),
    )
    .select((row) => ['people.emailKey', row.fn.max('registrations.id').as('id')])
    .where('people.emailKey', 'in', [...new Set(rows.map(({ recipientKey }) => recipientKey)), ''])
    .groupBy('people.emailKey')
    .execute()
  const seatOf = new Map(seats.map(({ emailKey, id }) => [emailKey, id]))
  return {
    steps,
    rows: rows.map(({ recipientKey, ...row }) => ({ ...row, registrationId: seatOf.get(recipientKey) ?? null })),
  }
}

/** Which domains refuse how many mails of an event, those that refuse most first, with what one of them said. */
export async function refusingDomains(
  db: Kysely<Database>,
  eventId: string,
): Promise<{ domain: string; count: number; said: string }[]> {
  const rows = await mailsOf(db, eventId, { state: 'undeliverable', template: null, domain: null })
    .select((row) => [DOMAIN.as('domain'), row.fn.countAll<number | string>().as('count')])
    .select((row) => row.fn.max('lastError').as('said'))
    .where('recipientEmail', '<>', '')
    .groupBy('domain')
    .orderBy('count', 'desc')
    .orderBy('domain')
    .limit(20)
    .execute()
  return rows.map(({ domain, count, said }) => ({ domain, count: Number(count), said: said ?? '' }))
}
