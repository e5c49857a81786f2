import type { Kysely } from 'kysely'
import type { broadcast } from '#app/locales/en/broadcast.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** A segment that is one click away: the query of its address, and its name where it is something of the event's own. */
export interface QuickSegment {
  query: string
  key: keyof (typeof broadcast)['quick'] | null
  name: string
  question?: string
}

/** The segments that organizers write to most: of the event's own tracks and of its question about visas too. */
export async function quickSegments(
  db: Kysely<Database>,
  { eventId, language }: { eventId: string; language: string },
): Promise<QuickSegment[]> {
  const tracks = await db
    .selectFrom('tracks')
    .leftJoin('trackTexts as text', 'text.trackId', 'tracks.id')
    .select(['tracks.id', 'tracks.code', 'text.language', 'text.title'])
    .where('tracks.eventId', '=', eventId)
    .orderBy('tracks.position')
    .execute()
  const visa = await db
    .selectFrom('questions')
    .innerJoin('questionTexts as text', 'text.questionId', 'questions.id')
    .select(['questions.id', 'text.language', 'text.label', 'text.options'])
    .where('questions.eventId', '=', eventId)
    .where('questions.code', '=', 'visa')
    .where('questions.isRetired', '=', 0)
    .execute()
  const text = inLanguage(visa, language)
  const options = text ? (JSON.parse(text.options) as { value: string; label: string }[]) : []
  return [
    { query: '', key: 'everybody', name: '' },
    { query: 'money=unpaid', key: 'unpaid', name: '' },
    { query: 'answers=missing', key: 'missing', name: '' },
    { query: 'whom=waiting', key: 'waiting', name: '' },
    { query: 'whom=programme', key: 'programme', name: '' },
    { query: 'whom=team', key: 'team', name: '' },
    ...options
      .filter(({ value }) => value === 'yes' || value === 'unsure')
      .map(({ value, label }) => ({
        query: new URLSearchParams({ answer: `${text!.id}:${value}` }).toString(),
        key: null,
        name: label,
        question: text!.label,
      })),
    ...[...Map.groupBy(tracks, ({ id }) => id)].map(([id, texts]) => {
      const known = texts.flatMap(({ language, title }) => (language && title ? [{ language, title }] : []))
      const query = new URLSearchParams({ track: id }).toString()
      return { query, key: null, name: inLanguage(known, language)?.title ?? texts[0]!.code }
    }),
  ]
}
