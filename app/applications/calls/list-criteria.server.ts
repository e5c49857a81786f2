import type { Kysely } from 'kysely'
import type { Criterion } from './call.ts'
import { storedCriteria } from './stored-parts.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import { seenOf } from '#app/values/seen.ts'
import type { ApplicantCategory, Database } from '#db/schema.ts'

/** The rubric of a call as organizers edit it. */
export async function listCriteria(db: Kysely<Database>, callId: string, language: string) {
  return (await storedCriteria(db, callId)).map((criterion) => {
    const text = inLanguage(criterion.texts, language)
    return { ...criterion, label: text?.label ?? criterion.code, textLanguage: text?.language ?? 'en' }
  })
}

export type ListedCriterion = Awaited<ReturnType<typeof listCriteria>>[number]

/** Stands for what the form shows of a criterion with its text in one language. */
export function seenCriterion(
  { code, maximum, weights }: Pick<ListedCriterion, 'code' | 'maximum' | 'weights'>,
  text: { label: string; help: string; anchors: Criterion['anchors'] } | undefined,
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
