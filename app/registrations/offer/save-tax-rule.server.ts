import type { Kysely } from 'kysely'
import { lockEvent, refuseStale } from './lock-event.server.ts'
import { listTaxRules, seenOfTaxRule } from './rules.server.ts'
import type { TaxRuleForm } from './tax-rule-form.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { flag } from '#app/values/flag.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface SaveTaxRule {
  eventId: string
  /** Null for a new one. */
  ruleId: string | null
  form: TaxRuleForm
  now: Instant
  actor: Actor
}

/** Adds a tax, or changes one; of several only the last that was made so is the default. Lines that were written stay. */
export async function saveTaxRule(
  db: Kysely<Database>,
  { eventId, ruleId, form, now, actor }: SaveTaxRule,
): Promise<Result<{ id: string }, 'offer-stale' | 'gone' | 'busy'>> {
  return await transact<{ id: string }, 'offer-stale' | 'gone'>(db, async (db) => {
    await lockEvent(db, eventId, now)
    const { name, rate, note } = form
    const columns = {
      name,
      rate,
      note,
      isInclusive: flag(form.isInclusive),
      isDefault: flag(form.isDefault),
      allowsReverseCharge: flag(form.allowsReverseCharge),
    }
    const id = ruleId ?? newId(now)
    const known = (await listTaxRules(db, eventId)).find((rule) => rule.id === ruleId)
    if (ruleId !== null && !known) throw new Refused({ code: 'gone' as const })
    if (known) refuseStale(form.seen, seenOfTaxRule(known))
    if (form.isDefault) await db.updateTable('taxRules').set({ isDefault: 0 }).where('eventId', '=', eventId).execute()
    if (known) await db.updateTable('taxRules').set(columns).where('id', '=', id).execute()
    else
      await db
        .insertInto('taxRules')
        .values({ id, eventId, ...columns })
        .execute()
    await recordAudit(db, now, [
      {
        actor,
        action: known ? 'tax-rule.changed' : 'tax-rule.added',
        objectKind: 'tax-rule',
        objectId: id,
        eventId,
        after: columns,
      },
    ])
    await eventChanged(db, eventId, now)
    return { id }
  })
}
