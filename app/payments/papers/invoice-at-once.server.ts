import type { Kysely } from 'kysely'
import { readTerms } from '../methods/read-terms.server.ts'
import { issuePapers } from './issue-papers.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * Whoever pays by invoice has it before the money comes, inside the transaction that begins to wait for it; where the
 * event wants to look at the purchase order first, agreeing issues it.
 */
export async function invoiceAtOnce(
  db: Kysely<Database>,
  { orderId, eventId, method }: { orderId: string; eventId: string; method: string },
  now: Instant,
): Promise<void> {
  if (method !== 'invoice') return
  const terms = await readTerms(db, eventId, method)
  if (terms?.needsApproval === false) await issuePapers(db, { orderId, now, actor: { kind: 'system' } })
}
