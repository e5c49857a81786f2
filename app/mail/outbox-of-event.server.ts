import { type Kysely, sql } from 'kysely'
import type { Instant } from '#app/values/moment.ts'
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

/** A page of the mails of an event in one state, the newest first, in three queries. */
export async function listOutbox(
  db: Kysely<Database>,
  { eventId, filter, offset, limit }: { eventId: string; filter: OutboxFilter; offset: number; limit: number },
): Promise<{ total: number; rows: OutboxRow[] }> {
  const { count } = await mailsOf(db, eventId, filter)
    .select((row) => row.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await mailsOf(db, eventId, filter)
    .select(['id', 'template', 'recipientName', 'recipientEmail', 'recipientKey', 'attempts', 'createdAt', 'dueAt'])
    .select('lastError')
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const seats = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select((row) => ['people.emailKey', row.fn.max('registrations.id').as('id')])
    .where('registrations.eventId', '=', eventId)
    .where('people.emailKey', 'in', [...new Set(rows.map(({ recipientKey }) => recipientKey)), ''])
    .groupBy('people.emailKey')
    .execute()
  const seatOf = new Map(seats.map(({ emailKey, id }) => [emailKey, id]))
  return {
    total: Number(count),
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
