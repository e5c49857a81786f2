import type { Kysely } from 'kysely'
import type { Segment } from './segment.ts'
import type { broadcast } from '#app/locales/en/broadcast.ts'
import { RECENT_DAYS, type RegistrationFilter } from '#app/participants/selection/registration-filter.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** What a segment asks for, with the names of what it is about: `organize` pages put it into words. */
export interface SegmentFact {
  is: keyof (typeof broadcast)['segment']['parts']
  values: string[]
  question?: string
}

/** A segment's parts with their names, in one query for each kind of thing that it names. */
export async function segmentFacts(
  db: Kysely<Database>,
  { eventId, segment, language }: { eventId: string; segment: Segment; language: string },
): Promise<SegmentFact[]> {
  if (segment.of === 'team') return []
  if (segment.of === 'programme') return await fact('tracks', tracksOf(db, eventId, segment.trackId, language))
  if (segment.of === 'waiting')
    return [
      ...(await fact('quota', quotaOf(db, eventId, segment.quotaId))),
      ...(await fact('tickets', ticketsOf(db, eventId, segment.ticketTypeId, language))),
    ]
  const { filter } = segment
  return [
    ...plainFacts(filter),
    ...(await fact('tickets', ticketsOf(db, eventId, filter.ticketTypeIds, language))),
    ...(await fact('tracks', tracksOf(db, eventId, filter.trackIds, language))),
    ...(await fact('quota', quotaOf(db, eventId, filter.quotaId))),
    ...(await fact('session', sessionOf(db, eventId, filter.sessionId))),
    ...(await answerFact(db, eventId, filter.answer, language)),
  ]
}

function plainFacts({ search, states, countries, money, answers, proof, language, recent, lacks }: RegistrationFilter) {
  const facts: SegmentFact[] = [{ is: 'states', values: states }]
  if (search !== '') facts.push({ is: 'search', values: [search] })
  if (countries.length > 0) facts.push({ is: 'countries', values: countries })
  if (money !== null) facts.push({ is: money, values: [] })
  if (answers !== null) facts.push({ is: answers, values: [] })
  if (proof !== null) facts.push({ is: 'proof', values: [proof] })
  if (language !== null) facts.push({ is: 'language', values: [language] })
  if (recent !== null) facts.push({ is: 'recent', values: [String(RECENT_DAYS[recent])] })
  if (lacks !== null) facts.push({ is: lacks === 'visa' ? 'noVisa' : 'noName', values: [] })
  return facts
}

async function fact(is: SegmentFact['is'], names: Promise<string[]>): Promise<SegmentFact[]> {
  const values = await names
  return values.length === 0 ? [] : [{ is, values }]
}

async function ticketsOf(db: Kysely<Database>, eventId: string, ids: string[] | string | null, language: string) {
  const wanted = ids === null ? [] : [ids].flat()
  if (wanted.length === 0) return []
  const rows = await db
    .selectFrom('ticketTypes')
    .leftJoin('ticketTypeTexts as text', 'text.ticketTypeId', 'ticketTypes.id')
    .select(['ticketTypes.id', 'ticketTypes.code', 'text.language', 'text.name'])
    .where('ticketTypes.eventId', '=', eventId)
    .where('ticketTypes.id', 'in', wanted)
    .orderBy('ticketTypes.position')
    .execute()
  return namesOf(rows, language)
}

async function tracksOf(db: Kysely<Database>, eventId: string, ids: string[] | string | null, language: string) {
  const wanted = ids === null ? [] : [ids].flat()
  if (wanted.length === 0) return []
  const rows = await db
    .selectFrom('tracks')
    .leftJoin('trackTexts as text', 'text.trackId', 'tracks.id')
    .select(['tracks.id', 'tracks.code', 'text.language', 'text.title as name'])
    .where('tracks.eventId', '=', eventId)
    .where('tracks.id', 'in', wanted)
    .orderBy('tracks.position')
    .execute()
  return namesOf(rows, language)
}

function namesOf(
  rows: { id: string; code: string; language: string | null; name: string | null }[],
  reader: string,
): string[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((texts) => {
    const known = texts.flatMap(({ language, name }) => (language && name ? [{ language, name }] : []))
    return inLanguage(known, reader)?.name ?? texts[0]!.code
  })
}

async function quotaOf(db: Kysely<Database>, eventId: string, id: string | null): Promise<string[]> {
  if (id === null) return []
  const rows = await db
    .selectFrom('quotas')
    .select('name')
    .where('eventId', '=', eventId)
    .where('id', '=', id)
    .execute()
  return rows.map(({ name }) => name)
}

async function sessionOf(db: Kysely<Database>, eventId: string, id: string | null): Promise<string[]> {
  if (id === null) return []
  const rows = await db
    .selectFrom('sessions')
    .select('title')
    .where('eventId', '=', eventId)
    .where('id', '=', id)
    .execute()
  return rows.map(({ title }) => title)
}

async function answerFact(
  db: Kysely<Database>,
  eventId: string,
  answer: RegistrationFilter['answer'],
  language: string,
): Promise<SegmentFact[]> {
  if (answer === null) return []
  const texts = await db
    .selectFrom('questions')
    .innerJoin('questionTexts as text', 'text.questionId', 'questions.id')
    .select(['text.language', 'text.label', 'text.options'])
    .where('questions.eventId', '=', eventId)
    .where('questions.id', '=', answer.questionId)
    .execute()
  const text = inLanguage(texts, language)
  if (!text) return []
  return [{ is: 'answer', values: [optionLabel(text.options, answer.value)], question: text.label }]
}

function optionLabel(options: string, value: string): string {
  const known = JSON.parse(options) as { value: string; label: string }[]
  return known.find((option) => option.value === value)?.label ?? value
}
