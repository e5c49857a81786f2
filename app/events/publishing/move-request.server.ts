import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { enqueueMessages, type TemplateName } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database, PublishRequestsTable } from '#db/schema.ts'

type State = PublishRequestsTable['state']

/**
 * Takes an open request to its next state, from the one that it was seen in: of two who decide at once, one does. Inside
 * the caller's transaction.
 */
export async function moveRequest(
  db: Kysely<Database>,
  {
    requestId,
    from,
    to,
    more = {},
    now,
    actor,
  }: {
    requestId: string
    from: State[]
    to: State
    more?: Partial<Pick<PublishRequestsTable, 'decidedBy' | 'decidedAt' | 'answer'>>
    now: Instant
    actor: Actor
  },
): Promise<void> {
  const request = await db.selectFrom('publishRequests').selectAll().where('id', '=', requestId).executeTakeFirst()
  const moved = await db
    .updateTable('publishRequests')
    .set({ state: to, openKey: to === 'agreed' ? request?.eventId : null, updatedAt: now, ...more })
    .where('id', '=', requestId)
    .where('state', 'in', from)
    .executeTakeFirst()
  if (!request || moved.numUpdatedRows !== 1n) throw new Refused({ code: 'request-over' as const })
  await recordAudit(db, now, [
    {
      actor,
      action: `publish-request.${to}`,
      objectKind: 'publish-request',
      objectId: requestId,
      eventId: request.eventId,
      before: { state: request.state },
      after: { state: to, publishAt: request.publishAt },
    },
  ])
}

/** Stores a mail about a request to each of these accounts. */
export async function tellOfRequest(
  db: Kysely<Database>,
  {
    template,
    requestId,
    eventId,
    accountIds,
    now,
  }: {
    template: Extract<TemplateName, `publish-${string}`>
    requestId: string
    eventId: string
    accountIds: (string | null)[]
    now: Instant
  },
): Promise<void> {
  const ids = [...new Set(accountIds.filter((id) => id !== null))]
  const people = await db
    .selectFrom('accounts')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .select(['accounts.email', 'people.fullName as name', 'people.language'])
    .where('accounts.id', 'in', ['', ...ids])
    .where('accounts.isDisabled', '=', 0)
    .execute()
  const messages = people.map(({ email, name, language }) => ({
    template,
    subjectId: requestId,
    recipient: { email, name },
    language: language ?? 'en',
    eventId,
  }))
  await enqueueMessages(db, messages, now)
}
