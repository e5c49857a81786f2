import type { Kysely } from 'kysely'
import type { Instant } from '#app/values/moment.ts'
import type { CallOffersTable, Database } from '#db/schema.ts'

/** The newest offer of an application that its receiver may know of by now; null for none. */
export async function offerOfApplication(db: Kysely<Database>, applicationId: string, now: Instant) {
  const offer = await db
    .selectFrom('callOffers')
    .leftJoin('decisionReleases as release', 'release.id', 'callOffers.releaseId')
    .leftJoin('orders', 'orders.id', 'callOffers.orderId')
    .select(['callOffers.id', 'callOffers.state', 'callOffers.choiceId', 'callOffers.ticketTypeId'])
    .select(['callOffers.awardId', 'callOffers.eventId', 'callOffers.untilAt', 'callOffers.orderId'])
    .select(['callOffers.answeredAt', 'callOffers.reason', 'callOffers.createdAt'])
    .select(['orders.code as orderCode', 'orders.keyVersion as orderKeyVersion'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('registrations')
          .select('registrations.id')
          .whereRef('registrations.orderId', '=', 'callOffers.orderId')
          .where('registrations.state', 'in', ['held', 'confirmed', 'transferred']),
      ).as('hasSeat'),
    )
    .where('callOffers.applicationId', '=', applicationId)
    .where((row) =>
      row.or([
        row('callOffers.releaseId', 'is', null),
        row.and([row('release.state', '<>', 'undone'), row('release.sendAt', '<=', now)]),
      ]),
    )
    .orderBy('callOffers.createdAt', 'desc')
    .orderBy('callOffers.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!offer) return null
  const { hasSeat, ...row } = offer
  return { ...row, state: stateNow({ ...row, hasSeat: Number(hasSeat) === 1 }, now) }
}

type State = CallOffersTable['state'] | 'ended'

interface Standing {
  state: CallOffersTable['state']
  untilAt: Instant
  orderId: string | null
  hasSeat: boolean
  reason: string
}

/** As its receiver should read it. `ended`: it was accepted, and the seat was given up since. */
function stateNow({ state, untilAt, orderId, hasSeat, reason }: Standing, now: Instant): State {
  // The job comes a few seconds later; what is over is over.
  if (state === 'open' && untilAt <= now) return 'lapsed'
  if (state !== 'accepted') return state
  // Only who withdraws what was accepted gives a reason.
  if (reason !== '') return 'withdrawn'
  return orderId !== null && !hasSeat ? 'ended' : 'accepted'
}

export type VisibleOffer = NonNullable<Awaited<ReturnType<typeof offerOfApplication>>>
