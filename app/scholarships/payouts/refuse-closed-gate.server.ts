import type { Kysely } from 'kysely'
import { closedGate } from './gates.ts'
import type { PayoutRow } from './move-payout.server.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** A visa may be refused after its flight was asked for. @throws Refused the gate. */
export async function refuseClosedGate(db: Kysely<Database>, payout: PayoutRow): Promise<void> {
  const award = await db
    .selectFrom('awards')
    .select(['visa', 'ticketInHandAt'])
    .where('id', '=', payout.awardId)
    .executeTakeFirstOrThrow()
  const gate = closedGate(payout, award)
  if (gate) throw new Refused({ code: gate })
}
