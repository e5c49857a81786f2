import { type Kysely, sql } from 'kysely'
import { parseOptions } from './question-options.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** The questions of an event as organizers edit them, retired ones last, with how often each was answered. */
export async function listQuestions(db: Kysely<Database>, eventId: string, language: string) {
  const [questions, texts, links, tracks, counts] = await Promise.all([
    db
      .selectFrom('questions')
      .selectAll()
      .where('eventId', '=', eventId)
      .orderBy('isRetired')
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('questionTexts')
      .innerJoin('questions', 'questions.id', 'questionTexts.questionId')
      .selectAll('questionTexts')
      .where('questions.eventId', '=', eventId)
      .execute(),
    db
      .selectFrom('questionTicketTypes')
      .innerJoin('questions', 'questions.id', 'questionTicketTypes.questionId')
      .selectAll('questionTicketTypes')
      .where('questions.eventId', '=', eventId)
      .execute(),
    db
      .selectFrom('questionTracks')
      .innerJoin('questions', 'questions.id', 'questionTracks.questionId')
      .selectAll('questionTracks')
      .where('questions.eventId', '=', eventId)
      .execute(),
    db
      .selectFrom('answers')
      .innerJoin('questions', 'questions.id', 'answers.questionId')
      .select(['answers.questionId', sql<number>`count(*)`.as('count')])
      .where('questions.eventId', '=', eventId)
      .groupBy('answers.questionId')
      .execute(),
  ])
  return questions.map((question) => {
    const own = texts.filter(({ questionId }) => questionId === question.id)
    const text = inLanguage(own, language)
    return {
      ...question,
      label: text?.label ?? question.code,
      textLanguage: text?.language ?? 'en',
      texts: own.map(({ language, label, help, options }) => ({
        language,
        label,
        help,
        options: parseOptions(options),
      })),
      ticketTypeIds: links
        .filter(({ questionId }) => questionId === question.id)
        .map(({ ticketTypeId }) => ticketTypeId),
      trackIds: tracks.filter(({ questionId }) => questionId === question.id).map(({ trackId }) => trackId),
      answers: Number(counts.find(({ questionId }) => questionId === question.id)?.count ?? 0),
    }
  })
}

export type OfferedQuestion = Awaited<ReturnType<typeof listQuestions>>[number]
