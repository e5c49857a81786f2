import type { Kysely } from 'kysely'
import { saveCallText } from './call-texts.server.ts'
import { changeCall, type CallChange } from './change-call.server.ts'
import type { CriterionForm } from './criterion-form.ts'
import { isScored, type ListedCriterion, listCriteria, sameWeights, seenCriterion } from './list-criteria.server.ts'
import { nextPartPosition } from './move-call-part.server.ts'
import { newId } from '#app/values/id.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { ApplicantCategory, Database } from '#db/schema.ts'

export type CriterionRefusal = 'stale' | 'code-taken' | 'rubric-scored' | 'anchor-too-high'

/**
 * Adds a criterion, or changes one, with its text in one language. Once a review was handed in only words change:
 * whatever else would change totals that people were judged by.
 */
export async function saveCriterion(
  db: Kysely<Database>,
  { criterionId, form, ...change }: CallChange & { criterionId: string | null; form: CriterionForm },
): Promise<Result<{ id: string }, CriterionRefusal | 'gone' | 'busy'>> {
  return await changeCall<{ id: string }, CriterionRefusal | 'gone'>(db, change, async (db, call) => {
    const all = await listCriteria(db, call.id, form.textLanguage)
    const known = all.find(({ id }) => id === criterionId)
    if (criterionId !== null && !known) throw new Refused({ code: 'gone' as const })
    if (known) refuseUnseen(known, form)
    if (all.some(({ id, code }) => id !== criterionId && code === form.code))
      throw new Refused({ code: 'code-taken' as const, field: 'code' })
    const isWording =
      known && known.maximum === form.maximum && sameWeights(known.weights) === sameWeights(form.weights)
    if (!isWording && (await isScored(db, call.id))) throw new Refused({ code: 'rubric-scored' as const })
    const id = criterionId ?? newId(change.now)
    const code = form.code ?? known?.code ?? `c-${id.slice(-12)}`
    const { maximum, label, help, textLanguage: language } = form
    if (known) await db.updateTable('callCriteria').set({ code, maximum }).where('id', '=', id).execute()
    else
      await db
        .insertInto('callCriteria')
        .values({ id, callId: call.id, position: nextPartPosition(all), code, maximum })
        .execute()
    await saveWeights(db, id, form.weights)
    const anchors = JSON.stringify(form.anchors)
    await saveCallText(db, 'callCriterionTexts', { criterionId: id, language, label, help, anchors })
    return {
      value: { id },
      done: {
        action: known ? 'criterion.changed' : 'criterion.added',
        objectKind: 'criterion',
        objectId: id,
        before: known && { code: known.code, maximum: known.maximum, weights: known.weights },
        after: { code, maximum, weights: form.weights, label, textLanguage: language },
      },
    }
  })
}

function refuseUnseen(known: ListedCriterion, form: CriterionForm): void {
  const text = known.texts.find(({ language }) => language === form.textLanguage)
  if (seenCriterion(known, text) !== form.seen) throw new Refused({ code: 'stale' as const })
  const others = known.texts.filter(({ language }) => language !== form.textLanguage)
  if (others.some(({ anchors }) => anchors.some(({ score }) => score > form.maximum)))
    throw new Refused({ code: 'anchor-too-high' as const, field: 'maximum' })
}

async function saveWeights(
  db: Kysely<Database>,
  criterionId: string,
  weights: Partial<Record<ApplicantCategory, number>>,
): Promise<void> {
  await db.deleteFrom('callCriterionWeights').where('criterionId', '=', criterionId).execute()
  const rows = Object.entries(weights).map(([category, weight]) => ({
    criterionId,
    category: category as ApplicantCategory,
    weight,
  }))
  if (rows.length > 0) await db.insertInto('callCriterionWeights').values(rows).execute()
}
