import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Call, CallQuestion, Criterion, EligibilityRule, HiddenField } from './call.ts'
import { optionsOf } from './question-lists.ts'
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

async function readChoices(db: Kysely<Database>, callId: string, language: string) {
  const [choices, texts] = await Promise.all([
    db.selectFrom('callChoices').selectAll().where('callId', '=', callId).orderBy('position').orderBy('id').execute(),
    db
      .selectFrom('callChoiceTexts')
      .innerJoin('callChoices', 'callChoices.id', 'callChoiceTexts.choiceId')
      .selectAll('callChoiceTexts')
      .where('callChoices.callId', '=', callId)
      .execute(),
  ])
  return choices.map(({ callId: _callId, position: _position, language: taughtIn, isClosed, ...choice }) => {
    const text = inLanguage(
      texts.filter(({ choiceId }) => choiceId === choice.id),
      language,
      taughtIn ?? undefined,
    )
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
    const text = inLanguage(
      texts.filter(({ sectionId }) => sectionId === section.id),
      language,
    )
    return { ...section, title: text?.title ?? section.code, help: text?.help ?? '' }
  })
}

async function readQuestions(db: Kysely<Database>, callId: string, language: string): Promise<CallQuestion[]> {
  const [questions, texts, links] = await Promise.all([
    db
      .selectFrom('callQuestions')
      .selectAll()
      .where('callId', '=', callId)
      .where('isRetired', '=', 0)
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
    const text = inLanguage(
      texts.filter(({ questionId }) => questionId === question.id),
      language,
    )
    const { id, code, sectionId, kind, maximum, meaning, version } = question
    return {
      id,
      code,
      sectionId,
      kind,
      maximum,
      meaning,
      version,
      isRequired: question.isRequired === 1,
      isInWords: question.isInWords === 1,
      isHidden: question.isHidden === 1,
      label: text?.label ?? code,
      help: text?.help ?? '',
      language: text?.language ?? 'en',
      ...optionsOf(text?.options ?? ''),
      choiceIds: links.filter(({ questionId }) => questionId === id).map(({ choiceId }) => choiceId),
      shownWhen:
        question.shownWhenQuestionId === null
          ? null
          : { questionId: question.shownWhenQuestionId, value: question.shownWhenValue ?? '' },
    }
  })
}

async function readCriteria(db: Kysely<Database>, callId: string, language: string): Promise<Criterion[]> {
  const [criteria, texts, weights] = await Promise.all([
    db
      .selectFrom('callCriteria')
      .select(['id', 'code', 'maximum'])
      .where('callId', '=', callId)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('callCriterionTexts')
      .innerJoin('callCriteria', 'callCriteria.id', 'callCriterionTexts.criterionId')
      .selectAll('callCriterionTexts')
      .where('callCriteria.callId', '=', callId)
      .execute(),
    db
      .selectFrom('callCriterionWeights')
      .innerJoin('callCriteria', 'callCriteria.id', 'callCriterionWeights.criterionId')
      .selectAll('callCriterionWeights')
      .where('callCriteria.callId', '=', callId)
      .execute(),
  ])
  return criteria.map((criterion) => {
    const text = inLanguage(
      texts.filter(({ criterionId }) => criterionId === criterion.id),
      language,
    )
    const own = weights.filter(({ criterionId }) => criterionId === criterion.id)
    return {
      ...criterion,
      label: text?.label ?? criterion.code,
      help: text?.help ?? '',
      anchors: z
        .array(z.object({ score: z.number(), text: z.string() }))
        .catch([])
        .parse(JSON.parse(text?.anchors || '[]')),
      weights: Object.fromEntries(own.map(({ category, weight }) => [category, weight])),
    }
  })
}
