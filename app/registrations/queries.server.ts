import type { Kysely } from 'kysely'
import { formTicket, type FormQuestion, type OrderOffer } from './order-offer.ts'
import { parseOptions } from './offer/question-form.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

const FORM_EVENT = [
  'events.id',
  'events.slug',
  'events.status',
  'events.admission',
  'events.language',
  'events.startsOn',
  'events.endsOn',
  'events.endsAt',
  'events.zone',
  'events.city',
  'events.format',
  'events.currency',
  'events.confirmsOn',
  'events.paymentMethods',
  'events.contactEmail',
  'events.applyUntilAt',
] as const

/** What can be registered for at an event that the public may see, and what is asked; null when there is no such event. */
export async function orderOffer(
  db: Kysely<Database>,
  { slug, language, now }: { slug: string; language: string; now: Instant },
): Promise<OrderOffer | null> {
  const event = await db
    .selectFrom('events')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select(FORM_EVENT)
    .select('series.mark')
    .where('events.slug', '=', slug)
    .where('events.publishedAt', 'is not', null)
    .where('events.status', '<>', 'draft')
    .executeTakeFirst()
  if (!event) return null
  const [texts, types, typeTexts, steps, quotas, questions] = await Promise.all([
    db.selectFrom('eventTexts').selectAll().where('eventId', '=', event.id).execute(),
    db
      .selectFrom('ticketTypes')
      .selectAll()
      .where('eventId', '=', event.id)
      .where('isHidden', '=', 0)
      .where('admission', '=', 'open')
      .orderBy('position')
      .execute(),
    db
      .selectFrom('ticketTypeTexts as text')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'text.ticketTypeId')
      .select(['text.ticketTypeId', 'text.language', 'text.name', 'text.description'])
      .where('eventId', '=', event.id)
      .execute(),
    db
      .selectFrom('priceSteps')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'priceSteps.ticketTypeId')
      .selectAll('priceSteps')
      .where('eventId', '=', event.id)
      .orderBy('priceSteps.position')
      .execute(),
    db
      .selectFrom('ticketTypeQuotas')
      .innerJoin('quotas', 'quotas.id', 'ticketTypeQuotas.quotaId')
      .select(['ticketTypeId', 'size', 'overBy', 'taken'])
      .where('eventId', '=', event.id)
      .execute(),
    questionsOf(db, event.id, language, event.language),
  ])
  const text = inLanguage(texts, language, event.language)
  const typeTextsOf = Map.groupBy(typeTexts, ({ ticketTypeId }) => ticketTypeId)
  const stepsOf = Map.groupBy(steps, ({ ticketTypeId }) => ticketTypeId)
  const quotasOf = Map.groupBy(quotas, ({ ticketTypeId }) => ticketTypeId)
  return {
    event: {
      ...event,
      title: text?.title ?? event.slug,
      language: text?.language ?? event.language,
      cancellationNote: text?.cancellationNote ?? '',
    },
    tickets: types.map((type) => {
      const own = inLanguage(typeTextsOf.get(type.id) ?? [], language, event.language)
      const named = own ?? { name: type.code, description: '', language: event.language }
      const facts = { ...type, steps: stepsOf.get(type.id) ?? [], quotas: quotasOf.get(type.id) ?? [] }
      return formTicket(facts, named, event.currency, now)
    }),
    questions,
  }
}

async function questionsOf(
  db: Kysely<Database>,
  eventId: string,
  reader: string,
  own: string,
): Promise<FormQuestion[]> {
  const [questions, texts, links] = await Promise.all([
    db
      .selectFrom('questions')
      .selectAll()
      .where('eventId', '=', eventId)
      .where('isRetired', '=', 0)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('questionTexts as text')
      .innerJoin('questions', 'questions.id', 'text.questionId')
      .selectAll('text')
      .where('eventId', '=', eventId)
      .execute(),
    db
      .selectFrom('questionTicketTypes')
      .innerJoin('questions', 'questions.id', 'questionTicketTypes.questionId')
      .select(['questionId', 'ticketTypeId'])
      .where('eventId', '=', eventId)
      .execute(),
  ])
  const textsOf = Map.groupBy(texts, ({ questionId }) => questionId)
  const linksOf = Map.groupBy(links, ({ questionId }) => questionId)
  return questions.map(({ id, code, kind, isRequired }) => {
    const text = inLanguage(textsOf.get(id) ?? [], reader, own)
    return {
      id,
      code,
      kind,
      isRequired: isRequired === 1,
      label: text?.label ?? code,
      help: text?.help ?? '',
      language: text?.language ?? own,
      options: parseOptions(text?.options ?? ''),
      ticketTypeIds: (linksOf.get(id) ?? []).map(({ ticketTypeId }) => ticketTypeId),
    }
  })
}
