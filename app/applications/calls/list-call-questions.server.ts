import { type Kysely, sql } from 'kysely'
import { optionsOf } from './question-lists.ts'
import { inLanguage } from '#app/values/in-language.ts'
import { seenOf } from '#app/values/seen.ts'
import type { CallQuestionsTable, Database } from '#db/schema.ts'

/** The pages of a call's form as organizers edit them. */
export async function listSections(db: Kysely<Database>, callId: string, language: string) {
  const [sections, texts] = await Promise.all([
    db
      .selectFrom('callSections')
      .select(['id', 'code'])
      .where('callId', '=', callId)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('callSectionTexts')
      .innerJoin('callSections', 'callSections.id', 'callSectionTexts.sectionId')
      .selectAll('callSectionTexts')
      .where('callSections.callId', '=', callId)
      .execute(),
  ])
  return sections.map((section) => {
    const own = texts.filter(({ sectionId }) => sectionId === section.id)
    const text = inLanguage(own, language)
    return {
      ...section,
      title: text?.title ?? section.code,
      textLanguage: text?.language ?? 'en',
      texts: own.map(({ language, title, help }) => ({ language, title, help })),
    }
  })
}

/** The questions of a call as organizers edit them, retired ones last, and whether anybody answered them. */
export async function listCallQuestions(db: Kysely<Database>, callId: string, language: string) {
  const [questions, texts, links] = await Promise.all([
    db
      .selectFrom('callQuestions')
      .selectAll()
      .select((eb) =>
        eb
          .exists(
            eb
              .selectFrom('applicationAnswers')
              .select(sql`1`.as('one'))
              .whereRef('applicationAnswers.questionId', '=', 'callQuestions.id'),
          )
          .as('isAnswered'),
      )
      .where('callId', '=', callId)
      .orderBy('isRetired')
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('callQuestionTexts')
      .innerJoin('callQuestions', 'callQuestions.id', 'callQuestionTexts.questionId')
      .selectAll('callQuestionTexts')
      .where('callQuestions.callId', '=', callId)
      .execute(),
    db
      .selectFrom('callQuestionChoices')
      .innerJoin('callQuestions', 'callQuestions.id', 'callQuestionChoices.questionId')
      .selectAll('callQuestionChoices')
      .where('callQuestions.callId', '=', callId)
      .execute(),
  ])
  return questions.map((question) => {
    const own = texts.filter(({ questionId }) => questionId === question.id)
    const text = inLanguage(own, language)
    return {
      ...question,
      isAnswered: Boolean(question.isAnswered),
      label: text?.label ?? question.code,
      textLanguage: text?.language ?? 'en',
      texts: own.map(({ language, label, help, options }) => ({ language, label, help, ...optionsOf(options) })),
      choiceIds: links.filter(({ questionId }) => questionId === question.id).map(({ choiceId }) => choiceId),
    }
  })
}

export type ListedCallQuestion = Awaited<ReturnType<typeof listCallQuestions>>[number]

type Stored = Omit<CallQuestionsTable, 'position' | 'version' | 'id' | 'callId'>

/** Stands for what the form shows of a question with its text in one language. */
export function seenCallQuestion(
  question: Stored,
  text: { label: string; help: string; options: unknown; rows: unknown; levels: unknown } | undefined,
  choiceIds: string[],
): string {
  return seenOf([
    question.sectionId,
    question.code,
    question.kind,
    question.isRequired,
    question.maximum,
    question.isInWords,
    question.isHidden,
    question.meaning,
    question.purpose,
    question.eraseOn,
    question.shownWhenQuestionId,
    question.shownWhenValue,
    question.isRetired,
    choiceIds.toSorted(),
    text && [text.label, text.help, text.options, text.rows, text.levels],
  ])
}
