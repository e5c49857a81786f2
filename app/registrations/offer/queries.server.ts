import { type Kysely, sql } from 'kysely'
import { seenOf } from '#app/values/seen.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** The pools of seats of an event, in order. */
export async function listQuotas(db: Kysely<Database>, eventId: string) {
  const [quotas, links] = await Promise.all([
    db.selectFrom('quotas').selectAll().where('eventId', '=', eventId).orderBy('position').orderBy('id').execute(),
    db
      .selectFrom('ticketTypeQuotas')
      .innerJoin('quotas', 'quotas.id', 'ticketTypeQuotas.quotaId')
      .select(['ticketTypeQuotas.quotaId', 'ticketTypeQuotas.ticketTypeId'])
      .where('quotas.eventId', '=', eventId)
      .execute(),
  ])
  return quotas.map((quota) => ({
    ...quota,
    ticketTypeIds: links.filter(({ quotaId }) => quotaId === quota.id).map(({ ticketTypeId }) => ticketTypeId),
  }))
}

export type OfferedQuota = Awaited<ReturnType<typeof listQuotas>>[number]

/** The ticket types of an event with texts, prices, quotas and how many registrations each has. */
export async function listTicketTypes(db: Kysely<Database>, eventId: string, language: string) {
  const [types, texts, steps, links, mains, days, counts] = await Promise.all([
    db.selectFrom('ticketTypes').selectAll().where('eventId', '=', eventId).orderBy('position').orderBy('id').execute(),
    db
      .selectFrom('ticketTypeTexts')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'ticketTypeTexts.ticketTypeId')
      .selectAll('ticketTypeTexts')
      .where('ticketTypes.eventId', '=', eventId)
      .execute(),
    db
      .selectFrom('priceSteps')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'priceSteps.ticketTypeId')
      .selectAll('priceSteps')
      .where('ticketTypes.eventId', '=', eventId)
      .orderBy('priceSteps.position')
      .execute(),
    db
      .selectFrom('ticketTypeQuotas')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'ticketTypeQuotas.ticketTypeId')
      .selectAll('ticketTypeQuotas')
      .where('ticketTypes.eventId', '=', eventId)
      .execute(),
    db
      .selectFrom('ticketTypeMains')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'ticketTypeMains.ticketTypeId')
      .selectAll('ticketTypeMains')
      .where('ticketTypes.eventId', '=', eventId)
      .execute(),
    db
      .selectFrom('ticketTypeDays')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'ticketTypeDays.ticketTypeId')
      .selectAll('ticketTypeDays')
      .where('ticketTypes.eventId', '=', eventId)
      .orderBy('ticketTypeDays.heldOn')
      .execute(),
    db
      .selectFrom('registrations')
      .select(['ticketTypeId', 'state', sql<number>`count(*)`.as('count')])
      .where('eventId', '=', eventId)
      .groupBy(['ticketTypeId', 'state'])
      .execute(),
  ])
  return types.map((type) => {
    const own = texts.filter(({ ticketTypeId }) => ticketTypeId === type.id)
    const text = inLanguage(own, language)
    const counted = counts.filter(({ ticketTypeId }) => ticketTypeId === type.id)
    const sum = (states: string[]) =>
      counted.filter(({ state }) => states.includes(state)).reduce((all, { count }) => all + Number(count), 0)
    return {
      ...type,
      name: text?.name ?? type.code,
      textLanguage: text?.language ?? 'en',
      texts: own.map(({ language, name, description }) => ({ language, name, description })),
      steps: steps
        .filter(({ ticketTypeId }) => ticketTypeId === type.id)
        .map((step) => ({ ...step, amountMinor: Number(step.amountMinor) })),
      quotaIds: links.filter(({ ticketTypeId }) => ticketTypeId === type.id).map(({ quotaId }) => quotaId),
      mainIds: mains.filter(({ ticketTypeId }) => ticketTypeId === type.id).map(({ mainTypeId }) => mainTypeId),
      days: days.filter(({ ticketTypeId }) => ticketTypeId === type.id).map(({ heldOn }) => heldOn),
      held: sum(['held']),
      confirmed: sum(['confirmed']),
      registrations: counted.reduce((all, { count }) => all + Number(count), 0),
    }
  })
}

export type OfferedTicketType = Awaited<ReturnType<typeof listTicketTypes>>[number]

/** What the form of a ticket type was filled in over, in one language. */
export function seenOfTicketType(type: OfferedTicketType, textLanguage: string): string {
  const {
    texts,
    steps,
    quotaIds,
    mainIds,
    days,
    name: _,
    textLanguage: __,
    held,
    confirmed,
    registrations,
    ...columns
  } = type
  return seenOf([
    Object.entries(columns).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    texts.find(({ language }) => language === textLanguage) ?? null,
    steps.map((step) => [step.kind, step.currency, step.amountMinor, step.startsAt, step.endsAt, step.closesZone]),
    quotaIds.toSorted(),
    mainIds.toSorted(),
    days,
  ])
}
