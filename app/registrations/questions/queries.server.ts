import type { Kysely } from 'kysely'
import { parseOptions } from './question-options.ts'
import type { Question } from './question.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

interface Wanted {
  eventId: string
  /** The reader's language, and the event's own for what is not written in it. */
  language: string
  own: string
}

/** What an event asks now, in every stage, in its order and in the reader's language: four queries. */
export async function askedQuestions(db: Kysely<Database>, wanted: Wanted): Promise<Question[]> {
  const { eventId, language, own } = wanted
  const questions = db
    .selectFrom('questions')
    .selectAll()
    .where('eventId', '=', eventId)
    .where('isRetired', '=', 0)
    .orderBy('position')
    .orderBy('id')
  const [rows, texts, types, tracks] = await Promise.all([
    questions.execute(),
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
    db
      .selectFrom('questionTracks')
      .innerJoin('questions', 'questions.id', 'questionTracks.questionId')
      .select(['questionId', 'trackId'])
      .where('eventId', '=', eventId)
      .execute(),
  ])
  const [textsOf, typesOf, tracksOf] = [byQuestion(texts), byQuestion(types), byQuestion(tracks)]
  return rows.map((row) => {
    const text = inLanguage(textsOf.get(row.id) ?? [], language, own)
    return {
      id: row.id,
      code: row.code,
      kind: row.kind,
      isRequired: row.isRequired === 1,
      label: text?.label ?? row.code,
      help: text?.help ?? '',
      language: text?.language ?? own,
      options: parseOptions(text?.options ?? ''),
      ticketTypeIds: (typesOf.get(row.id) ?? []).map(({ ticketTypeId }) => ticketTypeId),
      trackIds: (tracksOf.get(row.id) ?? []).map(({ trackId }) => trackId),
      stage: row.stage,
      version: row.version,
      shownWhen:
        row.shownWhenQuestionId === null
          ? null
          : { questionId: row.shownWhenQuestionId, value: row.shownWhenValue ?? '' },
      maximum: row.maximum,
    }
  })
}

function byQuestion<Row extends { questionId: string }>(rows: Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ questionId }) => questionId)
}
