import { type Kysely, sql } from 'kysely'
import type { FigureEvent } from './figure-event.server.ts'
import { findConflicts } from '#app/programme/conflicts/find-conflicts.ts'
import { addSeconds, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** How far ahead a day is worth a word. */
const AHEAD_SECONDS = 21 * 86_400
const SOON_SECONDS = 48 * 3600

const count = sql<number | string>`count(*)`

/** Everything of an event that may wait for somebody, in one query: numbers, and the first moment of each. */
export async function toDoFacts(db: Kysely<Database>, { id, zone }: FigureEvent, now: Instant) {
  const [ahead, soon] = [addSeconds(now, AHEAD_SECONDS), addSeconds(now, SOON_SECONDS)]
  const row = await db
    .selectNoFrom((eb) => {
      const proofs = eb
        .selectFrom('proofs')
        .innerJoin('registrations', 'registrations.id', 'proofs.registrationId')
        .where('proofs.eventId', '=', id)
        .where('proofs.state', '=', 'waiting')
        .where('registrations.state', 'in', ['held', 'confirmed'])
      const claims = eb
        .selectFrom('paymentClaims')
        .innerJoin('orders', 'orders.id', 'paymentClaims.orderId')
        .where('paymentClaims.state', '=', 'waiting')
        .where('orders.eventId', '=', id)
      const finance = eb
        .selectFrom('financeEntries')
        .leftJoin('orders', 'orders.id', 'financeEntries.orderId')
        .where('financeEntries.resolvedAt', 'is', null)
        .where(({ or, eb }) => or([eb('financeEntries.eventId', '=', id), eb('orders.eventId', '=', id)]))
      const offers = eb
        .selectFrom('offers')
        .where('offers.state', '=', 'open')
        .where('offers.eventId', '=', id)
        .where('offers.untilAt', '<=', soon)
      const full = eb
        .selectFrom('quotas')
        .where('quotas.eventId', '=', id)
        .where('quotas.waiting', '>', 0)
        .where(({ eb, ref }) => eb('quotas.taken', '>=', ref('quotas.size')))
      const reviews = eb
        .selectFrom('reviews')
        .innerJoin('calls', 'calls.id', 'reviews.callId')
        .innerJoin('applications', 'applications.id', 'reviews.applicationId')
        .where('calls.eventId', '=', id)
        .where('calls.reviewUntilAt', '<=', now)
        .where('calls.status', '<>', 'cancelled')
        .where('reviews.state', 'in', ['assigned', 'started'])
        .where('applications.state', '=', 'submitted')
        .where('applications.eligibility', '<>', 'ineligible')
      const kept = eb
        .selectFrom('decisions')
        .innerJoin('calls', 'calls.id', 'decisions.callId')
        .where('calls.eventId', '=', id)
        .where('calls.status', '<>', 'cancelled')
        .where('decisions.releaseId', 'is', null)
      return [
        reviews.select(count.as('n')).as('lateReviews'),
        reviews.select(({ fn }) => fn.min('calls.reviewUntilAt').as('at')).as('reviewsUntil'),
        reviews.select(({ fn }) => fn.min('calls.slug').as('slug')).as('reviewsCall'),
        kept.select(count.as('n')).as('keptDecisions'),
        kept.select(({ fn }) => fn.min('calls.decideAt').as('at')).as('decideAt'),
        kept.select(({ fn }) => fn.min('calls.slug').as('slug')).as('decisionsCall'),
        proofs.select(count.as('n')).as('proofs'),
        proofs.select(({ fn }) => fn.min('proofs.createdAt').as('at')).as('proofsSince'),
        claims.select(count.as('n')).as('claims'),
        finance.select(count.as('n')).as('finance'),
        eb
          .selectFrom('seatChanges')
          .select(count.as('n'))
          .where('eventId', '=', id)
          .where('kind', '=', 'person')
          .where('state', '=', 'open')
          .as('substitutions'),
        offers.select(count.as('n')).as('offers'),
        offers.select(({ fn }) => fn.min('offers.untilAt').as('at')).as('offersUntil'),
        full.select(count.as('n')).as('fullQuotas'),
        full.select(({ fn }) => fn.max('quotas.waiting').as('n')).as('waiting'),
        eb
          .selectFrom('priceSteps')
          .innerJoin('ticketTypes', 'ticketTypes.id', 'priceSteps.ticketTypeId')
          .select(({ fn }) => fn.min('priceSteps.endsAt').as('at'))
          .where('ticketTypes.eventId', '=', id)
          .where('ticketTypes.isClosed', '=', 0)
          .where('priceSteps.endsAt', '>', now)
          .where('priceSteps.endsAt', '<=', ahead)
          .as('stepEnds'),
        eb
          .selectFrom('questionStages')
          .select(({ fn }) => fn.min('deadlineAt').as('at'))
          .where('eventId', '=', id)
          .where('deadlineAt', '>', now)
          .where('deadlineAt', '<=', ahead)
          .as('answersUntil'),
        eb
          .selectFrom('publishRequests')
          .select(count.as('n'))
          .where('openKey', '=', id)
          .where('state', '=', 'asked')
          .as('reviews'),
        eb
          .selectFrom('runs')
          .select(count.as('n'))
          .where('eventId', '=', id)
          .where('state', 'in', ['preview', 'stopped'])
          .as('runs'),
      ]
    })
    .executeTakeFirstOrThrow()
  const number = (value: unknown) => Number(value ?? 0)
  return {
    zone,
    lateReviews: number(row.lateReviews),
    reviewsUntil: row.reviewsUntil,
    reviewsCall: row.reviewsCall,
    keptDecisions: number(row.keptDecisions),
    decideAt: row.decideAt,
    decisionsCall: row.decisionsCall,
    proofs: number(row.proofs),
    proofsSince: row.proofsSince,
    claims: number(row.claims),
    finance: number(row.finance),
    substitutions: number(row.substitutions),
    offers: number(row.offers),
    offersUntil: row.offersUntil,
    fullQuotas: number(row.fullQuotas),
    waiting: number(row.waiting),
    stepEnds: row.stepEnds,
    answersUntil: row.answersUntil,
    reviews: number(row.reviews),
    runs: number(row.runs),
  }
}

/** How many things of the programme do not go together, in three queries. */
export async function conflictCount(db: Kysely<Database>, event: FigureEvent): Promise<number> {
  const [sessions, people, rooms] = await Promise.all([
    db
      .selectFrom('sessions')
      .select(['id', 'kind', 'heldOn', 'startsAt', 'endsAt', 'room', 'trackId', 'capacity'])
      .where('eventId', '=', event.id)
      .execute(),
    db
      .selectFrom('sessionPeople')
      .innerJoin('sessions', 'sessions.id', 'sessionPeople.sessionId')
      .select(['sessionPeople.sessionId', 'sessionPeople.fullName', 'sessionPeople.email'])
      .where('sessions.eventId', '=', event.id)
      .execute(),
    db.selectFrom('rooms').select(['name', 'seats']).where('eventId', '=', event.id).execute(),
  ])
  const peopleOf = Map.groupBy(people, ({ sessionId }) => sessionId)
  const planned = sessions.map((session) => ({ ...session, people: peopleOf.get(session.id) ?? [] }))
  return findConflicts(planned, { firstOn: event.firstOn, lastOn: event.lastOn, rooms }).length
}
