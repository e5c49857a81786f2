import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Criterion } from './call.ts'
import { optionsOf } from './question-lists.ts'
import type { Database } from '#db/schema.ts'

/** What may be applied for, as it is stored, each with its texts. */
export async function storedChoices(db: Kysely<Database>, callId: string) {
  const [choices, texts] = await Promise.all([
    db.selectFrom('callChoices').selectAll().where('callId', '=', callId).orderBy('position').orderBy('id').execute(),
    db
      .selectFrom('callChoiceTexts')
      .innerJoin('callChoices', 'callChoices.id', 'callChoiceTexts.choiceId')
      .selectAll('callChoiceTexts')
      .where('callChoices.callId', '=', callId)
      .execute(),
  ])
  const own = Map.groupBy(texts, ({ choiceId }) => choiceId)
  return choices.map((choice) => ({
    ...choice,
    texts: (own.get(choice.id) ?? []).map(({ choiceId: _choiceId, ...text }) => text),
  }))
}

/** The pages of a call's form, as they are stored, each with its texts. */
export async function storedSections(db: Kysely<Database>, callId: string) {
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
  const own = Map.groupBy(texts, ({ sectionId }) => sectionId)
  return sections.map((section) => ({
    ...section,
    texts: (own.get(section.id) ?? []).map(({ sectionId: _sectionId, ...text }) => text),
  }))
}

/** The questions of a call, as they are stored, retired ones last, each with its texts and the choices it is for. */
export async function storedQuestions(db: Kysely<Database>, callId: string) {
  const [questions, texts, links] = await Promise.all([
    db
      .selectFrom('callQuestions')
      .selectAll()
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
  const own = Map.groupBy(texts, ({ questionId }) => questionId)
  const choices = Map.groupBy(links, ({ questionId }) => questionId)
  return questions.map((question) => ({
    ...question,
    texts: (own.get(question.id) ?? []).map(({ language, label, help, options }) => ({
      language,
      label,
      help,
      ...optionsOf(options),
    })),
    choiceIds: (choices.get(question.id) ?? []).map(({ choiceId }) => choiceId),
  }))
}

const anchors = z.array(z.object({ score: z.number(), text: z.string() })).catch([])

/** The rubric of a call, as it is stored, each criterion with its texts and weights. */
export async function storedCriteria(db: Kysely<Database>, callId: string) {
  const [criteria, texts, weights] = await Promise.all([
    db
      .selectFrom('callCriteria')
      .select(['id', 'code', 'maximum', 'position'])
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
  const own = Map.groupBy(texts, ({ criterionId }) => criterionId)
  const weighed = Map.groupBy(weights, ({ criterionId }) => criterionId)
  return criteria.map((criterion) => ({
    ...criterion,
    texts: (own.get(criterion.id) ?? []).map(({ criterionId: _criterionId, ...text }) => ({
      ...text,
      anchors: anchors.parse(JSON.parse(text.anchors || '[]')),
    })),
    weights: Object.fromEntries(
      (weighed.get(criterion.id) ?? []).map(({ category, weight }) => [category, weight]),
    ) as Criterion['weights'],
  }))
}
