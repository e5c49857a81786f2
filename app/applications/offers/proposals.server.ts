import type { Kysely } from 'kysely'
import { answerTime } from './answer-time.ts'
import { freeSeats } from './free-seats.server.ts'
import { isOffering, readOffering } from './offering.server.ts'
import { proposeFor } from './plan-promotions.ts'
import { reserveCandidates } from './reserve-candidates.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** For each choice of a call: what is free, who is next and why, and who was passed over and why. */
export async function proposals(db: Kysely<Database>, { callId, now }: { callId: string; now: Instant }) {
  const offering = (await readOffering(db, callId))!
  const candidates = await reserveCandidates(db, { callId, now })
  const seats = await freeSeats(db, offering)
  const time = isOffering(offering) ? answerTime(offering, offering, now) : null
  return {
    untilAt: time?.untilAt ?? null,
    zone: offering.zone,
    isByRule: offering.promotion === 'by-rule',
    proposals: seats.map((seat) => proposeFor(seat, candidates, now)),
  }
}
