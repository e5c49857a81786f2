import type { Kysely } from 'kysely'
import { offerFigures } from './offer-figures.server.ts'
import { offerOfApplication } from './offer-of-application.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'
import type { Database } from '#db/schema.ts'

interface Wanted {
  applicationId: string
  language: string
  now: Instant
}

/** An offer as its receiver sees it, answered or not; null when there is none that they may know of. */
export async function offerView(db: Kysely<Database>, { applicationId, language, now }: Wanted) {
  const offer = await offerOfApplication(db, applicationId, now)
  if (!offer) return null
  const event = await db
    .selectFrom('events')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select(['events.id', 'events.slug', 'events.zone', 'events.city', 'events.startsOn', 'events.endsOn'])
    .select(['events.language', 'events.currency', 'events.contactEmail', 'series.mark'])
    .where('events.id', '=', offer.eventId)
    .executeTakeFirstOrThrow()
  const texts = await db
    .selectFrom('eventTexts')
    .select(['language', 'title'])
    .where('eventId', '=', event.id)
    .execute()
  const choice = await choiceOf(db, offer.choiceId, language)
  const award = await awardOf(db, offer.awardId)
  const { callId } = await db
    .selectFrom('applications')
    .select('callId')
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow()
  const wanted = [{ applicationId, choiceId: offer.choiceId, packageId: award.packageId }]
  const offering = { callId, currency: event.currency }
  const figures = (await offerFigures(db, { offering, wanted, now: offer.createdAt })).get(applicationId)!
  return {
    id: offer.id,
    state: offer.state,
    reason: offer.state === 'withdrawn' ? offer.reason : '',
    untilAt: offer.untilAt,
    hasTicket: offer.ticketTypeId !== null,
    order:
      offer.orderId && offer.orderCode
        ? { id: offer.orderId, code: offer.orderCode, keyVersion: offer.orderKeyVersion! }
        : null,
    event: { ...event, title: inLanguage(texts, language, event.language)?.title ?? event.slug },
    choice,
    components: award.components,
    ticket: asMoney(figures.ticketMinor, figures.ticketCurrency),
    own: asMoney(figures.ownMinor, figures.ownCurrency),
  }
}

export type OfferView = NonNullable<Awaited<ReturnType<typeof offerView>>>

async function choiceOf(db: Kysely<Database>, choiceId: string | null, language: string) {
  if (choiceId === null) return null
  const rows = await db
    .selectFrom('callChoices')
    .leftJoin('callChoiceTexts as text', 'text.choiceId', 'callChoices.id')
    .select(['callChoices.code', 'callChoices.language as taughtIn', 'text.language', 'text.name'])
    .where('callChoices.id', '=', choiceId)
    .execute()
  const names = rows.flatMap(({ language, name }) => (language && name ? [{ language, name }] : []))
  const text = inLanguage(names, language)
  return {
    name: text?.name ?? rows[0]?.code ?? '',
    language: text?.language ?? 'en',
    taughtIn: rows[0]?.taughtIn ?? null,
  }
}

async function awardOf(db: Kysely<Database>, awardId: string | null) {
  if (awardId === null) return { packageId: null, components: [] }
  const components = await db
    .selectFrom('awardComponents as component')
    .innerJoin('awards', 'awards.id', 'component.awardId')
    .select(['component.kind', 'component.payout', 'component.amountMinor', 'component.isCap', 'component.state'])
    .select(['component.note', 'awards.currency', 'awards.packageId'])
    .where('awards.id', '=', awardId)
    .orderBy('component.position')
    .execute()
  return { packageId: components[0]?.packageId ?? null, components }
}

function asMoney(amountMinor: number | null, currency: string | null): Money | null {
  return amountMinor && currency ? { amountMinor, currency } : null
}
