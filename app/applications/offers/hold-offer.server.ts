import type { Kysely, Selectable } from 'kysely'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { CallOffersTable, Database } from '#db/schema.ts'

/**
 * Holds an offer still until the transaction ends, and reads it.
 * @throws Refused `gone` when there is none that its receiver may know of by now.
 */
export async function holdOffer(
  db: Kysely<Database>,
  { offerId, now }: { offerId: string; now: Instant },
): Promise<Selectable<CallOffersTable>> {
  await db
    .updateTable('callOffers')
    .set((row) => ({ state: row.ref('state') }))
    .where('id', '=', offerId)
    .execute()
  const offer = await db
    .selectFrom('callOffers')
    .leftJoin('decisionReleases as release', 'release.id', 'callOffers.releaseId')
    .selectAll('callOffers')
    .select('release.sendAt')
    .where('callOffers.id', '=', offerId)
    .executeTakeFirst()
  if (!offer || (offer.sendAt !== null && offer.sendAt > now)) throw new Refused({ code: 'gone' })
  const { sendAt: _sendAt, ...row } = offer
  return row
}
