import type { Kysely } from 'kysely'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** What of a call and its event decides about offers. */
export interface Offering {
  callId: string
  eventId: string
  kind: 'admission' | 'scholarship' | 'both'
  status: 'draft' | 'open' | 'closed' | 'cancelled'
  eventStatus: string
  isPostponed: boolean
  startsAt: Instant
  zone: string
  currency: string | null
  offerHours: number
  noOffersAfterAt: Instant | null
  promotion: 'by-hand' | 'by-rule'
  visaDays: number
  waves: { number: number; startsAt: Instant; answerUntilAt: Instant }[]
}

/** Null when there is no such call. */
export async function readOffering(db: Kysely<Database>, callId: string): Promise<Offering | null> {
  const row = await db
    .selectFrom('calls')
    .innerJoin('events', 'events.id', 'calls.eventId')
    .select(['calls.id as callId', 'calls.eventId', 'calls.kind', 'calls.status', 'calls.offerHours'])
    .select(['calls.noOffersAfterAt', 'calls.promotion', 'calls.visaDays'])
    .select(['events.status as eventStatus', 'events.postponedAt', 'events.startsAt', 'events.zone', 'events.currency'])
    .where('calls.id', '=', callId)
    .executeTakeFirst()
  if (!row) return null
  const waves = await db
    .selectFrom('callWaves')
    .select(['number', 'startsAt', 'answerUntilAt'])
    .where('callId', '=', callId)
    .orderBy('startsAt')
    .execute()
  const { postponedAt, ...offering } = row
  return { ...offering, isPostponed: postponedAt !== null, waves }
}

/** Whether anything may be offered at all. */
export function isOffering({ status, eventStatus, isPostponed }: Offering): boolean {
  return status !== 'cancelled' && status !== 'draft' && eventStatus !== 'cancelled' && !isPostponed
}
