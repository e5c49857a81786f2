import type { Kysely } from 'kysely'
import { inQueueOrder, NO_RULES, type Queue, type QueueEntry, type QueueType } from './queue.ts'
import { methodsOf } from '#app/registrations/offered.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** The waiting list of an event with all that decides who is served, in a fixed number of queries; null without such an event. */
export async function readQueue(db: Kysely<Database>, eventId: string): Promise<Queue | null> {
  const event = await db
    .selectFrom('events')
    .select(['id', 'status', 'postponedAt', 'startsAt', 'currency', 'paymentMethods'])
    .where('id', '=', eventId)
    .executeTakeFirst()
  if (!event) return null
  const rules = await db.selectFrom('waitingListRules').selectAll().where('eventId', '=', eventId).executeTakeFirst()
  const quotas = await db
    .selectFrom('quotas')
    .select(['id', 'size', 'overBy', 'taken', 'waiting'])
    .where('eventId', '=', eventId)
    .execute()
  return {
    event: { ...event, payableUntil: await payableUntil(db, event) },
    rules: rules ?? NO_RULES,
    types: await readTypes(db, eventId),
    quotas: new Map(quotas.map(({ size, overBy, ...quota }) => [quota.id, { ...quota, size: size + overBy }])),
    entries: await readEntries(db, eventId),
  }
}

/** The last moment at which one of the event's methods takes money; null when one always does. */
async function payableUntil(
  db: Kysely<Database>,
  event: { id: string; paymentMethods: string },
): Promise<Instant | null> {
  const methods = methodsOf(event)
  const terms = await db
    .selectFrom('paymentTerms')
    .select(['method', 'untilAt'])
    .where('eventId', '=', event.id)
    .execute()
  const ends = methods.map((method) => terms.find((term) => term.method === method)?.untilAt ?? null)
  const known = ends.filter((end) => end !== null)
  return known.length < ends.length ? null : (known.toSorted().at(-1) ?? null)
}

async function readTypes(db: Kysely<Database>, eventId: string): Promise<Map<string, QueueType>> {
  const types = await db.selectFrom('ticketTypes').selectAll().where('eventId', '=', eventId).execute()
  const links = await db
    .selectFrom('ticketTypeQuotas')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'ticketTypeQuotas.ticketTypeId')
    .select(['ticketTypeId', 'quotaId'])
    .where('eventId', '=', eventId)
    .orderBy('quotaId')
    .execute()
  const steps = await db
    .selectFrom('priceSteps')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'priceSteps.ticketTypeId')
    .selectAll('priceSteps')
    .where('eventId', '=', eventId)
    .orderBy('priceSteps.position')
    .execute()
  return new Map(
    types.map((type) => [
      type.id,
      {
        ...type,
        quotaIds: links.filter(({ ticketTypeId }) => ticketTypeId === type.id).map(({ quotaId }) => quotaId),
        steps: steps
          .filter(({ ticketTypeId }) => ticketTypeId === type.id)
          .map((step) => ({ ...step, amountMinor: Number(step.amountMinor) })),
      },
    ]),
  )
}

async function readEntries(db: Kysely<Database>, eventId: string): Promise<QueueEntry[]> {
  const waiting = db
    .selectFrom('waitingListEntries as entry')
    .where('entry.eventId', '=', eventId)
    .where('entry.state', '=', 'waiting')
  const entries = await waiting.selectAll('entry').execute()
  const preferences = await waiting
    .innerJoin('waitingListPreferences as preference', 'preference.entryId', 'entry.id')
    .select(['preference.entryId', 'preference.ticketTypeId'])
    .orderBy('preference.position')
    .execute()
  const quotas = await waiting
    .innerJoin('waitingListQuotas as quota', 'quota.entryId', 'entry.id')
    .select(['quota.entryId', 'quota.quotaId', 'quota.isWaiting'])
    .execute()
  const late = await waiting
    .innerJoin('registrations', 'registrations.orderId', 'entry.orderId')
    .innerJoin('registrationSeats as seat', 'seat.registrationId', 'registrations.id')
    .select(['entry.id as entryId', 'registrations.id', 'registrations.ticketTypeId', 'seat.quotaId'])
    .where('registrations.state', '=', 'lapsed')
    .execute()
  const [preferencesOf, quotasOf, lateOf] = [
    Map.groupBy(preferences, ({ entryId }) => entryId),
    Map.groupBy(quotas, ({ entryId }) => entryId),
    Map.groupBy(late, ({ entryId }) => entryId),
  ]
  return entries
    .map((entry) => {
      const drawn = quotasOf.get(entry.id) ?? []
      return {
        ...entry,
        ticketTypeIds: (preferencesOf.get(entry.id) ?? []).map(({ ticketTypeId }) => ticketTypeId),
        quotaIds: drawn.map(({ quotaId }) => quotaId),
        waitingFor: drawn.filter(({ isWaiting }) => isWaiting === 1).map(({ quotaId }) => quotaId),
        lateSeats: seatsOf(lateOf.get(entry.id) ?? []),
      }
    })
    .toSorted(inQueueOrder)
}

function seatsOf(rows: { id: string; ticketTypeId: string; quotaId: string }[]): QueueEntry['lateSeats'] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((own) => ({
    ticketTypeId: own[0]!.ticketTypeId,
    quotaIds: own.map(({ quotaId }) => quotaId),
  }))
}
