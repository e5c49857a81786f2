import type { Kysely } from 'kysely'
import { changeCall, type CallChange } from './change-call.server.ts'
import { rulesOf, type RulesForm } from './rules-form.ts'
import type { EligibilityRule } from './call.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { seenOf } from '#app/values/seen.ts'
import type { Database } from '#db/schema.ts'

/** The rules by which it is judged who may apply. */
export async function listRules(db: Kysely<Database>, callId: string): Promise<EligibilityRule[]> {
  const rows = await db.selectFrom('callRules').selectAll().where('callId', '=', callId).orderBy('kind').execute()
  return rows.map(({ kind, value }) => ({ kind, ...(JSON.parse(value) as object) }) as EligibilityRule)
}

export function seenRules(rules: EligibilityRule[]): string {
  return seenOf(rules.map((rule) => JSON.stringify(rule)).toSorted())
}

/** Puts other rules in the place of those of a call. Who has applied is judged by them when their form is next looked at. */
export async function saveRules(
  db: Kysely<Database>,
  { form, ...change }: CallChange & { form: RulesForm },
): Promise<Result<null, 'stale' | 'letters-unasked' | 'gone' | 'busy'>> {
  return await changeCall<null, 'stale' | 'letters-unasked'>(db, change, async (db, call) => {
    const before = await listRules(db, call.id)
    if (seenRules(before) !== form.seen) throw new Refused({ code: 'stale' as const })
    const rules = rulesOf(form)
    if (form.referee && call.refereesWanted === 0)
      throw new Refused({ code: 'letters-unasked' as const, field: 'referee' })
    await db.deleteFrom('callRules').where('callId', '=', call.id).execute()
    const rows = rules.map(({ kind, ...value }) => ({ callId: call.id, kind, value: JSON.stringify(value) }))
    if (rows.length > 0) await db.insertInto('callRules').values(rows).execute()
    const object = { objectKind: 'call', objectId: call.id }
    return { value: null, done: { action: 'call.rules', ...object, before: { rules: before }, after: { rules } } }
  })
}
