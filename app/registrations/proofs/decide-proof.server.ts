import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eraseFile } from '#app/files/erase-file.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface DecideProof {
  eventId: string
  proofId: string
  /** With the sentence that its owner reads, when it is refused. */
  decision: { is: 'verified' } | { is: 'refused'; reason: string }
  now: Instant
  /** The account that looked at it. */
  actor: Actor & { id: string }
}

/**
 * Says that somebody may have their ticket type, or not. Who looked and when stays; the paper goes at once. Whoever is
 * refused is written to and keeps the seat: changing the ticket is theirs to do, or the organizer's.
 */
export async function decideProof(
  db: Kysely<Database>,
  { eventId, proofId, decision, now, actor }: DecideProof,
): Promise<Result<{ registrationId: string }, 'gone' | 'proof-decided' | 'busy'>> {
  return await transact<{ registrationId: string }, 'gone' | 'proof-decided'>(db, async (db) => {
    const proof = await db
      .selectFrom('proofs')
      .innerJoin('registrations', 'registrations.id', 'proofs.registrationId')
      .innerJoin('people', 'people.id', 'registrations.personId')
      .innerJoin('orders', 'orders.id', 'registrations.orderId')
      .select(['proofs.registrationId', 'proofs.fileId', 'people.email', 'people.fullName', 'orders.language'])
      .where('proofs.id', '=', proofId)
      .where('proofs.eventId', '=', eventId)
      .executeTakeFirst()
    if (!proof) throw new Refused({ code: 'gone' as const })
    const { numUpdatedRows } = await db
      .updateTable('proofs')
      .set({
        state: decision.is,
        reason: decision.is === 'refused' ? decision.reason : null,
        verifiedBy: actor.id,
        verifiedAt: now,
      })
      .where('id', '=', proofId)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refused({ code: 'proof-decided' as const })
    if (proof.fileId !== null) await eraseFile(db, { fileId: proof.fileId, now, actor })
    await recordAudit(db, now, [
      {
        actor,
        action: `proof.${decision.is}`,
        objectKind: 'proof',
        objectId: proofId,
        eventId,
        after: { registrationId: proof.registrationId },
      },
    ])
    if (decision.is === 'refused' && proof.email !== null) {
      const message = {
        template: 'proof-refused' as const,
        subjectId: proof.registrationId,
        recipient: { email: proof.email, name: proof.fullName },
        language: proof.language,
        occasion: proofId,
        eventId,
      }
      await enqueueMessages(db, [message], now)
    }
    return { registrationId: proof.registrationId }
  })
}
