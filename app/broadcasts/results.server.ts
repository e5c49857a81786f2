import { PEOPLE_PAGE } from '#app/participants/paging.ts'
import { type Kysely, sql, type SqlBool } from 'kysely'
import type { SubjectIds } from './as-subject.ts'
import type { Instant } from '#app/values/moment.ts'
import { like } from '#app/participants/like.ts'
import type { Database, MessageState } from '#db/schema.ts'

export interface ResultRow extends SubjectIds {
  key: string
  name: string
  email: string | null
  reason: string
  state: MessageState | 'fixed' | 'left-out'
  sentAt: Instant | null
  lastError: string | null
}

interface Wanted {
  broadcastId: string
  list: 'recipients' | 'left-out'
  search: string
  page: number
}

/** What became of each recipient of a broadcast that was sent off, and who was left out: a page in two queries. */
export async function listResults(db: Kysely<Database>, wanted: Wanted): Promise<{ total: number; rows: ResultRow[] }> {
  const { count } = await matching(db, wanted)
    .select((row) => row.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await matching(db, wanted)
    .select(['reader.recipientKey as key', 'reader.reason', 'reader.state as stands'])
    .select(['reader.registrationId', 'reader.entryId', 'reader.sessionPersonId', 'reader.accountId'])
    .select(['message.state', 'message.sentAt', 'message.lastError', 'message.recipientName', 'message.recipientEmail'])
    .select(['person.fullName', 'waiter.fullName as waiterName', 'speaker.fullName as speakerName'])
    .orderBy('reader.recipientKey')
    .limit(PEOPLE_PAGE)
    .offset((wanted.page - 1) * PEOPLE_PAGE)
    .execute()
  return {
    total: Number(count),
    rows: rows.map(({ stands, state, key, recipientName, recipientEmail, ...row }) => ({
      ...row,
      key,
      name: recipientName || row.fullName || row.waiterName || row.speakerName || '',
      email: recipientEmail ?? (key.includes('@') ? key : null),
      state: stands === 'left-out' ? 'left-out' : (state ?? 'fixed'),
    })),
  }
}

function matching(db: Kysely<Database>, { broadcastId, list, search }: Wanted) {
  return db
    .selectFrom('broadcastRecipients as reader')
    .leftJoin('messages as message', 'message.id', 'reader.messageId')
    .leftJoin('registrations as seat', 'seat.id', 'reader.registrationId')
    .leftJoin('people as person', 'person.id', 'seat.personId')
    .leftJoin('waitingListEntries as entry', 'entry.id', 'reader.entryId')
    .leftJoin('people as waiter', 'waiter.id', 'entry.personId')
    .leftJoin('sessionPeople as speaker', 'speaker.id', 'reader.sessionPersonId')
    .where('reader.broadcastId', '=', broadcastId)
    .where('reader.state', list === 'left-out' ? '=' : '<>', 'left-out')
    .$if(search !== '', (query) =>
      query.where((row) =>
        row.or([
          sql<SqlBool>`reader.recipient_key like ${like(search.toLowerCase())} escape '!'`,
          sql<SqlBool>`lower(message.recipient_name) like ${like(search.toLowerCase())} escape '!'`,
        ]),
      ),
    )
}
