import type { Kysely } from 'kysely'
import { typedCodes } from './prices/claim-vouchers.ts'
import { formTicket, isShown, type OrderOffer } from './order-offer.ts'
import { opens } from './prices/price-vouchers.ts'
import { askedQuestions } from './questions/queries.server.ts'
import { readReserved } from './read-offer-rules.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Instant } from '#app/values/moment.ts'
import { isForType, whyVoucherFails } from '#app/vouchers/examine-voucher.ts'
import { readVouchers } from '#app/vouchers/read-vouchers.server.ts'
import type { Voucher } from '#app/vouchers/voucher.ts'
import type { Database } from '#db/schema.ts'

interface Wanted {
  slug: string
  language: string
  now: Instant
  /** The price list that was chosen; the event's own unless it is one of the organizer's. */
  currency?: string | null
  /** As typed: what they open is shown, whether they lower a price is the order's to say. */
  codes?: string[]
  /** Only this ticket type, of which so many seats are held. */
  held?: { ticketTypeId: string; seats: number; pricedAt: Instant | null } | null
}

/** What can be registered for at an event that the public may see, and what is asked; null when there is no such event. */
export async function orderOffer(
  db: Kysely<Database>,
  { slug, language, now, currency: chosen, codes = [], held = null }: Wanted,
): Promise<OrderOffer | null> {
  const event = await publicEvent(db, slug)
  if (!event) return null
  const [texts, offered, vouchers, terms, questions] = await Promise.all([
    db.selectFrom('eventTexts').selectAll().where('eventId', '=', event.id).execute(),
    offeredTypes(db, event.id),
    usableVouchers(db, event.id, codes, now),
    db.selectFrom('paymentTerms').selectAll().where('eventId', '=', event.id).execute(),
    askedQuestions(db, { eventId: event.id, language, own: event.language }),
  ])
  const text = inLanguage(texts, language, event.language)
  const reserved = await readReserved(
    db,
    vouchers.flatMap(({ campaign }) => campaign.reservationId ?? []),
  )
  const reservedIn = (typeId: string, quotaId: string) =>
    vouchers
      .filter((voucher) => isForType(voucher, typeId))
      .reduce((sum, { campaign }) => sum + (reserved.get(campaign.reservationId ?? '')?.get(quotaId) ?? 0), 0)
  const currencies = currenciesOf(offered, event.currency)
  const currency = currencies.find((one) => one === chosen) ?? event.currency
  const shown = offered.flatMap(({ quotas, texts, ...type }) => {
    const isOpened = vouchers.some((voucher) => isForType(voucher, type.id) && opens(voucher, type))
    const isHeld = held?.ticketTypeId === type.id
    if (!isHeld && (!isShown(type, isOpened) || (held !== null && type.isAddon === 0))) return []
    const named = inLanguage(texts, language, event.language)
    const facts = { ...type, quotas: quotas.map((one) => ({ ...one, reserved: reservedIn(type.id, one.quotaId) })) }
    const words = named ?? { name: type.code, description: '', language: event.language }
    const moment = { currency, now, isOpened: isOpened || isHeld, held: isHeld ? held : null }
    return [{ isAddon: type.isAddon === 1, ticket: formTicket(facts, words, moment) }]
  })
  return {
    event: {
      ...event,
      terms,
      title: text?.title ?? event.slug,
      language: text?.language ?? event.language,
      cancellationNote: text?.cancellationNote ?? '',
    },
    currencies,
    currency,
    tickets: shown.flatMap(({ isAddon, ticket }) => (isAddon ? [] : [ticket])),
    addons: shown.flatMap(({ isAddon, ticket }) => (isAddon ? [ticket] : [])),
    questions: questions.filter(({ stage }) => stage === 'registering'),
  }
}

async function publicEvent(db: Kysely<Database>, slug: string) {
  return await db
    .selectFrom('events')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select(['events.id', 'events.slug', 'events.status', 'events.admission', 'events.language', 'events.startsOn'])
    .select(['events.endsOn', 'events.startsAt', 'events.endsAt', 'events.zone', 'events.city', 'events.format'])
    .select(['events.currency', 'events.confirmsOn', 'events.paymentMethods', 'events.contactEmail'])
    .select(['events.applyUntilAt', 'events.postponedAt', 'events.conductUrl', 'events.conductVersion', 'series.mark'])
    .where('events.slug', '=', slug)
    .where('events.publishedAt', 'is not', null)
    .where('events.status', '<>', 'draft')
    .executeTakeFirst()
}

async function usableVouchers(db: Kysely<Database>, eventId: string, typed: string[], now: Instant) {
  const codes = typedCodes({ voucherCodes: typed })
  const vouchers = await readVouchers(db, { eventIds: [eventId], codes })
  return vouchers.filter((voucher: Voucher) => whyVoucherFails(voucher, { eventId, now }) === null)
}

/** The ticket types of an event with all that hangs on them, in their order. */
async function offeredTypes(db: Kysely<Database>, eventId: string) {
  const [types, texts, steps, quotas, mains] = await Promise.all([
    db.selectFrom('ticketTypes').selectAll().where('eventId', '=', eventId).orderBy('position').execute(),
    db
      .selectFrom('ticketTypeTexts as text')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'text.ticketTypeId')
      .select(['text.ticketTypeId', 'text.language', 'text.name', 'text.description'])
      .where('eventId', '=', eventId)
      .execute(),
    db
      .selectFrom('priceSteps')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'priceSteps.ticketTypeId')
      .selectAll('priceSteps')
      .where('eventId', '=', eventId)
      .orderBy('priceSteps.position')
      .execute(),
    db
      .selectFrom('ticketTypeQuotas')
      .innerJoin('quotas', 'quotas.id', 'ticketTypeQuotas.quotaId')
      .select(['ticketTypeId', 'quotaId', 'size', 'overBy', 'taken', 'waiting'])
      .where('eventId', '=', eventId)
      .execute(),
    db
      .selectFrom('ticketTypeMains')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'ticketTypeMains.ticketTypeId')
      .select(['ticketTypeId', 'mainTypeId'])
      .where('eventId', '=', eventId)
      .execute(),
  ])
  const byType = <Row extends { ticketTypeId: string }>(rows: Row[]) => Map.groupBy(rows, (row) => row.ticketTypeId)
  const [textsOf, stepsOf, quotasOf, mainsOf] = [byType(texts), byType(steps), byType(quotas), byType(mains)]
  return types.map(({ position: _position, ...type }) => ({
    ...type,
    names: new Map<string, string>(),
    quotaIds: (quotasOf.get(type.id) ?? []).map(({ quotaId }) => quotaId),
    texts: textsOf.get(type.id) ?? [],
    steps: stepsOf.get(type.id) ?? [],
    quotas: quotasOf.get(type.id) ?? [],
    mainIds: (mainsOf.get(type.id) ?? []).map(({ mainTypeId }) => mainTypeId),
  }))
}

/** In which one can pay: the event's own, then the others that any price is in. */
function currenciesOf(types: { steps: { currency: string }[] }[], own: string | null): string[] {
  const others = types.flatMap(({ steps }) => steps.map(({ currency }) => currency)).toSorted()
  return [...new Set([...(own === null ? [] : [own]), ...others])]
}
