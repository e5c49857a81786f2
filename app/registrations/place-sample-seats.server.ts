import type { Kysely } from 'kysely'
import { placeOrders } from './place-orders.server.ts'
import type { PlaceOrder } from './placing.ts'
import { freezeAnswer } from './questions/freeze-answer.ts'
import { askedQuestions } from './questions/queries.server.ts'
import { type Answer, isAnswered, type Question } from './questions/question.ts'
import { addSeconds, type Instant } from '#app/values/moment.ts'
import { accept, refuse, type Result } from '#app/values/refusal.ts'
import { hashOf } from '#app/values/secret.ts'
import type { Database } from '#db/schema.ts'

export interface SampleSeats {
  /** Slug of the event, code of the ticket type. */
  event: string
  ticketType: string
  /** Codes of add-ons that each of them takes as well. */
  addons?: string[]
  voucherCode?: string
  language: string
  people: {
    fullName: string
    latinName?: string
    email: string
    country: string
    affiliation?: string
    /** By the codes of the event's questions. */
    answers?: Record<string, Answer>
    /** How long before `at` they registered. */
    daysBefore?: number
  }[]
  /** When the last of them registered; left out: now. */
  at?: Instant
}

/**
 * Gives the invented people of the demonstration their seats, by orders like any other; nobody is written to. Again and
 * again without effect: each order's form key is made of the event and the address.
 * Refused with what the first order that did not fit was refused with.
 */
export async function placeSampleSeats(
  db: Kysely<Database>,
  { seats, now }: { seats: SampleSeats[]; now: Instant },
): Promise<Result<number>> {
  const types = await db
    .selectFrom('ticketTypes')
    .innerJoin('events', 'events.id', 'ticketTypes.eventId')
    .select(['ticketTypes.id', 'ticketTypes.code', 'ticketTypes.eventId', 'events.slug'])
    .where('events.slug', 'in', seats.length > 0 ? seats.map((row) => row.event) : [''])
    .execute()
  const questions = await questionsOf(db, seats, types)
  const orders = seats.flatMap((row) => {
    const idOf = (wanted: string) => types.find(({ slug, code }) => slug === row.event && code === wanted)
    const type = idOf(row.ticketType)
    const addonIds = (row.addons ?? []).flatMap((code) => idOf(code)?.id ?? [])
    const asked = questions.get(type?.eventId ?? '') ?? []
    return type ? row.people.map((person) => ({ row, person, order: orderOf(row, person, type, addonIds, asked) })) : []
  })
  const results = await placeOrders(db, { orders: orders.map(({ order }) => order), now })
  const placed = results.flatMap((result) => (result.ok && result.value.isNew ? [result.value.orderId] : []))
  await datePast(
    db,
    results.flatMap((result, at) => {
      const { row, person } = orders[at]!
      const isPast = row.at !== undefined || (person.daysBefore ?? 0) > 0
      if (!result.ok || !result.value.isNew || !isPast) return []
      return [{ orderId: result.value.orderId, at: addSeconds(row.at ?? now, -(person.daysBefore ?? 0) * 86_400) }]
    }),
  )
  await withdrawMails(
    db,
    results.flatMap((result) => (result.ok ? [result.value.orderId] : [])),
  )
  const failed = results.find((result) => !result.ok)
  return failed && !failed.ok ? refuse(...failed.refusals) : accept(placed.length)
}

function orderOf(
  row: SampleSeats,
  person: SampleSeats['people'][number],
  type: { id: string; eventId: string },
  addonIds: string[],
  asked: Question[],
): PlaceOrder {
  const { answers = {}, ...facts } = person
  return {
    eventId: type.eventId,
    formKey: `sample-${hashOf(`${row.event}|${person.email}`).slice(0, 40)}`,
    language: row.language,
    people: [
      {
        ticketTypeId: type.id,
        ...facts,
        answers: asked
          .filter(({ code }) => isAnswered(answers[code]))
          .map((question) => freezeAnswer(question, answers[question.code]!)),
      },
      ...addonIds.map((ticketTypeId) => ({ ticketTypeId, mainAt: 0, ...facts })),
    ],
    ...(row.voucherCode ? { voucherCodes: [row.voucherCode] } : {}),
    consents: [],
    actor: { kind: 'system' },
    isPrivileged: true,
  }
}

/** What the events ask whose people have answers, by event. */
async function questionsOf(
  db: Kysely<Database>,
  seats: SampleSeats[],
  types: { slug: string; eventId: string }[],
): Promise<Map<string, Question[]>> {
  const asked = new Map<string, Question[]>()
  for (const { event, language, people } of seats) {
    const eventId = types.find(({ slug }) => slug === event)?.eventId
    if (eventId === undefined || asked.has(eventId) || !people.some(({ answers }) => answers)) continue
    asked.set(eventId, await askedQuestions(db, { eventId, language, own: language }))
  }
  return asked
}

/** Says of orders that they were placed and confirmed in the past, so that the demonstration has one; a write for each day. */
async function datePast(db: Kysely<Database>, orders: { orderId: string; at: Instant }[]): Promise<void> {
  await db.transaction().execute(async (db) => {
    for (const [at, some] of Map.groupBy(orders, ({ at }) => at)) {
      const ids = some.map(({ orderId }) => orderId)
      await db.updateTable('orders').set({ placedAt: at, updatedAt: at }).where('id', 'in', ids).execute()
      await db
        .updateTable('registrations')
        .set({ createdAt: at, confirmedAt: at, updatedAt: at })
        .where('orderId', 'in', ids)
        .where('state', '=', 'confirmed')
        .execute()
    }
  })
}

/** Mails about invented people are not sent: neither about their orders nor about themselves. */
async function withdrawMails(db: Kysely<Database>, orderIds: string[]): Promise<void> {
  if (orderIds.length === 0) return
  const registrations = db.selectFrom('registrations').select('id').where('orderId', 'in', orderIds)
  await db
    .updateTable('messages')
    .set({ state: 'withdrawn' })
    .where('state', '=', 'waiting')
    .where((where) => where.or([where('subjectId', 'in', orderIds), where('subjectId', 'in', registrations)]))
    .execute()
}
