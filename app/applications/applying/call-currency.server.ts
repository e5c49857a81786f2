import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** The currency in which a call asks for costs: that of its first package, else the event's. */
export async function callCurrency(db: Kysely<Database>, callId: string): Promise<string> {
  const found = await db
    .selectFrom('calls')
    .innerJoin('events', 'events.id', 'calls.eventId')
    .leftJoin('awardPackages', 'awardPackages.callId', 'calls.id')
    .select(['awardPackages.currency as ofPackage', 'events.currency as ofEvent'])
    .where('calls.id', '=', callId)
    .orderBy('awardPackages.position')
    .limit(1)
    .executeTakeFirst()
  return found?.ofPackage ?? found?.ofEvent ?? 'USD'
}
