import type { Kysely } from 'kysely'
import { storedQuestions, storedSections } from './stored-parts.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import { seenOf } from '#app/values/seen.ts'
import type { CallQuestionsTable, Database } from '#db/schema.ts'

/** The pages of a call's form as organizers edit them. */
export async function listSections(db: Kysely<Database>, callId: string, language: string) {
  return (await storedSections(db, callId)).map((section) => {
    const text = inLanguage(section.texts, language)
    return { ...section, title: text?.title ?? section.code, textLanguage: text?.language ?? 'en' }
  })
}

/** The questions of a call as organizers edit them, retired ones last, and whether anybody answered them. */
export async function listCallQuestions(db: Kysely<Database>, callId: string, language: string) {
  const [questions, answered] = await Promise.all([storedQuestions(db, callId), answeredQuestions(db, callId)])
  return questions.map((question) => {
    const text = inLanguage(question.texts, language)
    return {
      ...question,
      isAnswered: answered.has(question.id),
      label: text?.label ?? question.code,
      textLanguage: text?.language ?? 'en',
    }
  })
}

/** Told by the index of answers, however many there are. */
async function answeredQuestions(db: Kysely<Database>, callId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('callQuestions')
    .select('id')
    .where('callId', '=', callId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('applicationAnswers')
          .select('applicationAnswers.questionId')
          .whereRef('applicationAnswers.questionId', '=', 'callQuestions.id'),
      ),
    )
    .execute()
  return new Set(rows.map(({ id }) => id))
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
