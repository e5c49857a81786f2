import type { Kysely } from 'kysely'
import type { Call, CallChoice, CallQuestion, Criterion, EligibilityRule, HiddenField } from './call.ts'
import { storedChoices, storedCriteria, storedQuestions, storedSections } from './stored-parts.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** A call with its choices, rules, form and rubric; retired questions are left out. Null when there is no such call. */
export async function readCall(
  db: Kysely<Database>,
  { callId, language }: { callId: string; language: string },
): Promise<Call | null> {
  const call = await db.selectFrom('calls').selectAll().where('id', '=', callId).executeTakeFirst()
  if (!call) return null
  const [texts, choices, rules, waves, sections, questions, criteria] = await Promise.all([
    db.selectFrom('callTexts').selectAll().where('callId', '=', callId).execute(),
    readChoices(db, callId, language),
    db.selectFrom('callRules').selectAll().where('callId', '=', callId).orderBy('kind').execute(),
    db
      .selectFrom('callWaves')
      .select(['number', 'startsAt', 'answerUntilAt'])
      .where('callId', '=', callId)
      .orderBy('number')
      .execute(),
    readSections(db, callId, language),
    readQuestions(db, callId, language),
    readCriteria(db, callId, language),
  ])
  const text = inLanguage(texts, language)
  const { employerWanted, takesTeams, isBlind, hidden, limits: _limits, ...row } = call
  return {
    ...row,
    isEmployerWanted: employerWanted === 1,
    takesTeams: takesTeams === 1,
    isBlind: isBlind === 1,
    hidden: hidden === '' ? [] : (hidden.split(',') as HiddenField[]),
    title: text?.title ?? call.slug,
    summary: text?.summary ?? '',
    description: text?.description ?? '',
    deciding: text?.deciding ?? '',
    language: text?.language ?? 'en',
    choices,
    rules: rules.map(({ kind, value }) => ({ kind, ...(JSON.parse(value) as object) }) as EligibilityRule),
    waves,
    sections: sections.map((section) => ({
      ...section,
      questions: questions.filter(({ sectionId }) => sectionId === section.id),
    })),
    criteria,
  }
}

async function readChoices(db: Kysely<Database>, callId: string, language: string): Promise<CallChoice[]> {
  const choices = await storedChoices(db, callId)
  return choices.map(({ callId: _callId, position: _position, language: taughtIn, isClosed, texts, ...choice }) => {
    const text = inLanguage(texts, language, taughtIn ?? undefined)
    return {
      ...choice,
      taughtIn,
      isClosed: isClosed === 1,
      name: text?.name ?? choice.code,
      description: text?.description ?? '',
    }
  })
}

async function readSections(db: Kysely<Database>, callId: string, language: string) {
  return (await storedSections(db, callId)).map(({ texts, ...section }) => {
    const text = inLanguage(texts, language)
    return { ...section, title: text?.title ?? section.code, help: text?.help ?? '' }
  })
}

async function readQuestions(db: Kysely<Database>, callId: string, language: string): Promise<CallQuestion[]> {
  const questions = await storedQuestions(db, callId)
  return questions
    .filter(({ isRetired }) => isRetired === 0)
    .map((question) => {
      const text = inLanguage(question.texts, language)
      const { id, code, sectionId, kind, maximum, meaning, version, choiceIds } = question
      return {
        id,
        code,
        sectionId,
        kind,
        maximum,
        meaning,
        version,
        choiceIds,
        isRequired: question.isRequired === 1,
        isInWords: question.isInWords === 1,
        isHidden: question.isHidden === 1,
        label: text?.label ?? code,
        help: text?.help ?? '',
        language: text?.language ?? 'en',
        options: text?.options ?? [],
        rows: text?.rows ?? [],
        levels: text?.levels ?? [],
        shownWhen:
          question.shownWhenQuestionId === null
            ? null
            : { questionId: question.shownWhenQuestionId, value: question.shownWhenValue ?? '' },
      }
    })
}

async function readCriteria(db: Kysely<Database>, callId: string, language: string): Promise<Criterion[]> {
  return (await storedCriteria(db, callId)).map(({ texts, position: _position, ...criterion }) => {
    const text = inLanguage(texts, language)
    return {
      ...criterion,
      label: text?.label ?? criterion.code,
      help: text?.help ?? '',
      anchors: text?.anchors ?? [],
    }
  })
}
