import type { Kysely } from 'kysely'
import { z } from 'zod'
import { inLanguage } from '#app/values/in-language.ts'
import { seenOf } from '#app/values/seen.ts'
import type { ApplicantCategory, Database } from '#db/schema.ts'

export type Anchor = { score: number; text: string }

/** What `callCriterionTexts.anchors` holds. */
function anchorsOf(json: string): Anchor[] {
  return z
    .array(z.object({ score: z.number(), text: z.string() }))
    .catch([])
    .parse(JSON.parse(json || '[]'))
}

/** The rubric of a call as organizers edit it. */
export async function listCriteria(db: Kysely<Database>, callId: string, language: string) {
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
  return criteria.map((criterion) => {
    const own = texts.filter(({ criterionId }) => criterionId === criterion.id)
    const text = inLanguage(own, language)
    const weighed = weights.filter(({ criterionId }) => criterionId === criterion.id)
    return {
      ...criterion,
      label: text?.label ?? criterion.code,
      textLanguage: text?.language ?? 'en',
      texts: own.map(({ language, label, help, anchors }) => ({ language, label, help, anchors: anchorsOf(anchors) })),
      weights: Object.fromEntries(weighed.map(({ category, weight }) => [category, weight])) as Partial<
        Record<ApplicantCategory, number>
      >,
    }
  })
}

export type ListedCriterion = Awaited<ReturnType<typeof listCriteria>>[number]

/** Stands for what the form shows of a criterion with its text in one language. */
export function seenCriterion(
  { code, maximum, weights }: Pick<ListedCriterion, 'code' | 'maximum' | 'weights'>,
  text: { label: string; help: string; anchors: Anchor[] } | undefined,
): string {
  return seenOf([code, maximum, sameWeights(weights), text && [text.label, text.help, text.anchors]])
}

/** Weights as they are compared. */
export function sameWeights(weights: Partial<Record<ApplicantCategory, number>>): string {
  return (['', 'first-time', 'returning'] as const).map((category) => weights[category] ?? '-').join(' ')
}

/** Whether anybody has handed in scores: from then on what is scored stays, and only its words change. */
export async function isScored(db: Kysely<Database>, callId: string): Promise<boolean> {
  const review = await db
    .selectFrom('reviews')
    .select('id')
    .where('callId', '=', callId)
    .where('state', '=', 'submitted')
    .limit(1)
    .executeTakeFirst()
  return review !== undefined
}
