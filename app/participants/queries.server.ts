import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import { existingPage, PEOPLE_PAGE } from './paging.ts'
import { like } from './like.ts'
import type { Participant, ParticipantFilter, ParticipantScope } from './participants.ts'
import { parseOptions } from '#app/registrations/questions/question-options.ts'
import { inLanguage } from '#app/values/in-language.ts'
import { fold } from '#app/values/text.ts'
import type { Database, QuestionsTable } from '#db/schema.ts'

/** A page of the confirmed participants, by name, with the answers that the audience may see. */
export async function listParticipants(
  db: Kysely<Database>,
  filter: ParticipantFilter & { page: number; audiences: Audience[]; language: string },
) {
  const total = await countParticipants(db, filter)
  const page = existingPage(filter.page, total, PEOPLE_PAGE)
  const rows = await participants(db, filter)
    .orderBy('people.sortKey')
    .orderBy('registrations.id')
    .limit(PEOPLE_PAGE)
    .offset((page - 1) * PEOPLE_PAGE)
    .execute()
  const questions = await listVisibleQuestions(db, filter.eventId, filter.audiences, filter.language)
  return { total, page, questions, rows: await withAnswers(db, rows, questions) }
}

export async function countParticipants(db: Kysely<Database>, filter: ParticipantFilter): Promise<number> {
  const { count } = await confirmed(db, filter)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The next rows after a row, in the order of the list: for files, where an offset would skip or repeat. */
export async function nextParticipants(
  db: Kysely<Database>,
  filter: ParticipantFilter & { after: Pick<Participant, 'sortKey' | 'registrationId'> | null; limit: number },
  questions: VisibleQuestion[],
): Promise<Participant[]> {
  const { after, limit } = filter
  let query = participants(db, filter).orderBy('people.sortKey').orderBy('registrations.id').limit(limit)
  if (after) {
    query = query.where(({ or, and, eb }) =>
      or([
        eb('people.sortKey', '>', after.sortKey),
        and([eb('people.sortKey', '=', after.sortKey), eb('registrations.id', '>', after.registrationId)]),
      ]),
    )
  }
  return await withAnswers(db, await query.execute(), questions)
}

type Audience = QuestionsTable['audience']

export type VisibleQuestion = Awaited<ReturnType<typeof listVisibleQuestions>>[number]

/** The questions whose answers these audiences see, retired ones too: they were answered for them. */
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
      .select(['id', 'code', 'kind'])
      .where('eventId', '=', eventId)
      .where('audience', 'in', audiences)
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

function confirmed(db: Kysely<Database>, filter: ParticipantFilter) {
  const { eventId, trackIds, trackId, search } = filter
  return db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .where('registrations.eventId', '=', eventId)
    .where('registrations.state', '=', 'confirmed')
    .$if(trackIds !== 'all', (query) => query.where(track(), 'in', [...(trackIds as string[]), '']))
    .$if(Boolean(trackId), (query) => query.where(track(), '=', trackId!))
    .$if(Boolean(search), (query) => query.where((builder) => matches(builder, search!)))
}

/** A registration's track, or else that of its ticket type. */
function track() {
  return sql<string | null>`coalesce(registrations.track_id, ticket_types.track_id)`
}

function matches({ or }: ExpressionBuilder<Database & { people: Database['people'] }, 'people'>, search: string) {
  return or([
    sql<boolean>`people.sort_key like ${like(fold(search))} escape '!'`,
    sql<boolean>`lower(people.latin_name) like ${like(search.toLowerCase())} escape '!'`,
    sql<boolean>`lower(people.affiliation) like ${like(search.toLowerCase())} escape '!'`,
  ])
}

function participants(db: Kysely<Database>, filter: ParticipantFilter) {
  return confirmed(db, filter).select([
    'registrations.id as registrationId',
    'registrations.code',
    'registrations.ticketTypeId',
    'people.sortKey',
    'people.fullName',
    'people.latinName',
    'people.country',
    'people.affiliation',
    'people.language',
    'people.email',
    track().as('trackId'),
  ])
}

async function withAnswers(
  db: Kysely<Database>,
  rows: Omit<Participant, 'answers' | 'asked'>[],
  questions: VisibleQuestion[],
): Promise<Participant[]> {
  if (rows.length === 0 || questions.length === 0) return rows.map((row) => ({ ...row, answers: {}, asked: {} }))
  const answers = await db
    .selectFrom('answers')
    .select(['registrationId', 'questionId', 'value', 'asked'])
    .where(
      'registrationId',
      'in',
      rows.map(({ registrationId }) => registrationId),
    )
    .where(
      'questionId',
      'in',
      questions.map(({ id }) => id),
    )
    .execute()
  const byRow = Map.groupBy(answers, ({ registrationId }) => registrationId)
  return rows.map((row) => {
    const own = byRow.get(row.registrationId) ?? []
    return {
      ...row,
      answers: Object.fromEntries(own.map(({ questionId, value }) => [questionId, value])),
      asked: Object.fromEntries(own.map(({ questionId, asked }) => [questionId, asked])),
    }
  })
}

/** Names of the tracks and ticket types of an event, for lists. */
export async function listNames(
  db: Kysely<Database>,
  { eventId }: Pick<ParticipantScope, 'eventId'>,
  language: string,
) {
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
