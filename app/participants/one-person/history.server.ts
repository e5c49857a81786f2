import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** As many entries as one reads; the log of the event has all. */
const MOST = 200

/**
 * What the log says of a registration, its order and all that hangs on them, the newest first. An account that did
 * something is called by its name of today.
 */
export async function historyOf(
  db: Kysely<Database>,
  {
    eventId,
    registrationId,
    orderId,
    personId,
  }: { eventId: string; registrationId: string; orderId: string; personId: string },
) {
  const objects = await objectsOf(db, { registrationId, orderId })
  const rows = await db
    .selectFrom('auditEntries')
    .leftJoin('accounts', 'accounts.id', 'auditEntries.actorId')
    .leftJoin('people', 'people.id', 'accounts.personId')
    .select(['auditEntries.id', 'auditEntries.at', 'auditEntries.action', 'auditEntries.actorKind'])
    .select(['auditEntries.before', 'auditEntries.after', 'auditEntries.eventId', 'people.fullName as actorName'])
    .where(({ or, and, eb }) =>
      or(
        [...objects, ['registration', [registrationId]], ['order', [orderId]], ['person', [personId]]].map(
          ([kind, ids]) => and([eb('objectKind', '=', kind as string), eb('objectId', 'in', [...ids!, ''])]),
        ),
      ),
    )
    .orderBy('auditEntries.at', 'desc')
    .orderBy('auditEntries.id', 'desc')
    .limit(MOST)
    .execute()
  return rows
    .filter((row) => row.eventId === null || row.eventId === eventId)
    .map(({ before, after, eventId: _eventId, ...row }) => ({
      ...row,
      before: JSON.parse(before) as Record<string, unknown>,
      after: JSON.parse(after) as Record<string, unknown>,
    }))
}

export type HistoryEntry = Awaited<ReturnType<typeof historyOf>>[number]

/** The kinds of things that hang on a registration or its order, with the ids of those that do. */
async function objectsOf(
  db: Kysely<Database>,
  { registrationId, orderId }: { registrationId: string; orderId: string },
): Promise<[kind: string, ids: string[]][]> {
  const ofOrder = (table: 'payments' | 'refunds' | 'refundAttempts' | 'paymentClaims' | 'paymentAttempts') =>
    db.selectFrom(table).select('id').where('orderId', '=', orderId).limit(100).execute()
  const ofSeat = (table: 'proofs' | 'seatChanges') =>
    db.selectFrom(table).select('id').where('registrationId', '=', registrationId).limit(100).execute()
  const [payments, refunds, attempts, claims, tries, proofs, changes] = await Promise.all([
    ofOrder('payments'),
    ofOrder('refunds'),
    ofOrder('refundAttempts'),
    ofOrder('paymentClaims'),
    ofOrder('paymentAttempts'),
    ofSeat('proofs'),
    ofSeat('seatChanges'),
  ])
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)
  return [
    ['payment', idsOf(payments)],
    ['refund', idsOf(refunds)],
    ['refund-attempt', idsOf(attempts)],
    ['payment-claim', idsOf(claims)],
    ['payment-attempt', idsOf(tries)],
    ['proof', idsOf(proofs)],
    ['seat-change', idsOf(changes)],
  ]
}
