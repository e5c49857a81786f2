import type { Kysely } from 'kysely'
import { recordAudit, type Actor } from '#app/audit/record.server.ts'
import { eraseFile } from '#app/files/erase-file.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, Eligibility, ProofWay } from '#db/schema.ts'

/** What somebody still has to show for a ticket type; null where it is for anybody. */
export interface ProofAsked {
  eligibility: Eligibility
  how: ProofWay
}

/** Whether a proof of that kind speaks for one person only, so that another has to show their own. */
export function isPersonal({ eligibility }: { eligibility: Eligibility }): boolean {
  return eligibility !== 'none'
}

/**
 * Asks anew for what a seat's ticket needs to be shown: what was shown before, for another ticket or by another person,
 * is forgotten with its paper. A word of one's own is enough where the organizer asks for no more.
 */
export async function writeProof(
  db: Kysely<Database>,
  {
    registrationId,
    eventId,
    proof,
    now,
    actor,
  }: { registrationId: string; eventId: string; proof: ProofAsked | null; now: Instant; actor: Actor },
): Promise<void> {
  const before = await db
    .selectFrom('proofs')
    .select(['id', 'fileId'])
    .where('registrationId', '=', registrationId)
    .executeTakeFirst()
  if (before) {
    await db.deleteFrom('proofs').where('id', '=', before.id).execute()
    if (before.fileId !== null) await eraseFile(db, { fileId: before.fileId, now, actor })
  }
  if (!proof || proof.eligibility === 'none') return
  const isDeclared = proof.how === 'declaration' || proof.how === 'none'
  const row = {
    id: newId(now),
    registrationId,
    eventId,
    eligibility: proof.eligibility,
    how: proof.how,
    state: isDeclared ? ('verified' as const) : ('waiting' as const),
    fileId: null,
    verifiedBy: null,
    verifiedAt: isDeclared ? now : null,
    createdAt: now,
  }
  await db.insertInto('proofs').values(row).execute()
  await recordAudit(db, now, [
    {
      actor,
      action: `proof.${row.state}`,
      objectKind: 'proof',
      objectId: row.id,
      eventId,
      after: { registrationId, how: row.how },
    },
  ])
}
