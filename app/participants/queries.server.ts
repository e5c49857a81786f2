import type { Kysely } from 'kysely'
import { type ListScope, selectListed } from './lists/select-listed.server.ts'
import { ON_REQUEST } from './lists/visible-fields.ts'
import { parseOptions } from '#app/registrations/questions/question-options.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database, QuestionsTable } from '#db/schema.ts'

/** How many confirmed participants there are. */
export async function countParticipants(db: Kysely<Database>, scope: ListScope): Promise<number> {
  const { count } = await selectListed(db, scope)
    .select((row) => row.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

type Audience = QuestionsTable['audience']

export type VisibleQuestion = Awaited<ReturnType<typeof listVisibleQuestions>>[number]

/** The questions whose answers these audiences see in lists, retired ones too: they were answered for them. */
export async function listVisibleQuestions(
  db: Kysely<Database>,
  eventId: string,
  audiences: Audience[],
  language: string,
) {
  if (audiences.length === 0) return []
  const [questions, texts] = await Promise.all([
    db
      .selectFrom('questions')
      .select(['id', 'code', 'kind', 'meaning', 'audience', 'isRetired'])
      .where('eventId', '=', eventId)
      .where('audience', 'in', audiences)
      .where('meaning', 'not in', ON_REQUEST)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('questionTexts')
      .innerJoin('questions', 'questions.id', 'questionTexts.questionId')
      .select(['questionTexts.questionId', 'questionTexts.language', 'questionTexts.label', 'questionTexts.options'])
      .where('questions.eventId', '=', eventId)
      .where('questions.audience', 'in', audiences)
      .execute(),
  ])
  return questions.map((question) => {
    const own = texts.filter(({ questionId }) => questionId === question.id)
    const text = inLanguage(own, language)
    return { ...question, label: text?.label ?? question.code, options: parseOptions(text?.options ?? '') }
  })
}

/** Names of the tracks and ticket types of an event, for lists. */
export async function listNames(db: Kysely<Database>, { eventId }: Pick<ListScope, 'eventId'>, language: string) {
  const [tracks, types] = await Promise.all([
    db
      .selectFrom('tracks')
      .leftJoin('trackTexts', 'trackTexts.trackId', 'tracks.id')
      .select(['tracks.id', 'tracks.code', 'tracks.room', 'tracks.position', 'trackTexts.language', 'trackTexts.title'])
      .where('tracks.eventId', '=', eventId)
      .orderBy('tracks.position')
      .execute(),
    db
      .selectFrom('ticketTypes')
      .leftJoin('ticketTypeTexts', 'ticketTypeTexts.ticketTypeId', 'ticketTypes.id')
      .select([
        'ticketTypes.id',
        'ticketTypes.code',
        'ticketTypes.position',
        'ticketTypeTexts.language',
        'ticketTypeTexts.name',
      ])
      .where('ticketTypes.eventId', '=', eventId)
      .orderBy('ticketTypes.position')
      .execute(),
  ])
  const first = <Row extends { id: string; language: string | null }>(rows: Row[]) =>
    [...new Set(rows.map(({ id }) => id))].map((id) => {
      const texts = rows.filter((row) => row.id === id).map((row) => ({ ...row, language: row.language ?? '' }))
      return inLanguage(texts, language)!
    })
  return {
    tracks: first(tracks).map(({ id, code, title, room }) => ({ id, code, title: title ?? code, room })),
    ticketTypes: first(types).map(({ id, code, name }) => ({ id, code, name: name ?? code })),
  }
}

/** Tracks by their ids, with their titles: for the list of one's own workshops. */
export async function listTaughtTracks(db: Kysely<Database>, trackIds: string[], language: string) {
  if (trackIds.length === 0) return []
  const rows = await db
    .selectFrom('tracks')
    .leftJoin('trackTexts', 'trackTexts.trackId', 'tracks.id')
    .select(['tracks.id', 'tracks.eventId', 'tracks.code', 'trackTexts.language', 'trackTexts.title'])
    .where('tracks.id', 'in', trackIds)
    .orderBy('tracks.position')
    .execute()
  return [...new Set(rows.map(({ id }) => id))].map((id) => {
    const texts = rows.filter((row) => row.id === id).map((row) => ({ ...row, language: row.language ?? '' }))
    const { eventId, code, title, ...text } = inLanguage(texts, language)!
    return { id, eventId, code, language: text.language, title: title ?? code }
  })
}
