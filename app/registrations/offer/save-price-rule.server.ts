import type { Kysely } from 'kysely'
import { lockEvent, refuseStale } from './lock-event.server.ts'
import type { PriceRuleForm } from './price-rule-form.ts'
import { listPriceRules, seenOfPriceRule } from './rules.server.ts'
import { nextPosition } from '#app/events/next-position.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { flag } from '#app/values/flag.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface SavePriceRule {
  eventId: string
  /** Null for a new one. */
  ruleId: string | null
  form: PriceRuleForm
  now: Instant
  actor: Actor
}

/** Adds a bundle or a group price, or changes one; orders that were placed keep what they were placed with. */
export async function savePriceRule(
  db: Kysely<Database>,
  { eventId, ruleId, form, now, actor }: SavePriceRule,
): Promise<Result<{ id: string }, 'unknown-ticket' | 'offer-stale' | 'gone' | 'busy'>> {
  return await transact<{ id: string }, 'unknown-ticket' | 'offer-stale' | 'gone'>(db, async (db) => {
    await lockEvent(db, eventId, now)
    const types = await db.selectFrom('ticketTypes').select('id').where('eventId', '=', eventId).execute()
    if (form.parts.flat().some((wanted) => !types.some(({ id }) => id === wanted)))
      throw new Refused({ code: 'unknown-ticket' as const, field: 'parts[0].ids' })
    const { kind, name, minimum, percentOff } = form
    const columns = { kind, name, minimum, percentOff, isCombinable: flag(form.isCombinable) }
    const id = ruleId ?? newId(now)
    if (ruleId === null) {
      const position = await nextPosition(db, 'priceRules', eventId)
      await db
        .insertInto('priceRules')
        .values({ id, eventId, position, ...columns })
        .execute()
    } else {
      const known = (await listPriceRules(db, eventId)).find((rule) => rule.id === ruleId)
      if (!known) throw new Refused({ code: 'gone' as const })
      refuseStale(form.seen, seenOfPriceRule(known))
      await db.updateTable('priceRules').set(columns).where('id', '=', id).execute()
      await deletePriceRuleParts(db, id)
    }
    const rows = form.parts.flatMap((ids, part) =>
      [...new Set(ids)].map((ticketTypeId) => ({ priceRuleId: id, part: part + 1, ticketTypeId })),
    )
    await db.insertInto('priceRuleTypes').values(rows).execute()
    const steps = form.prices.map((price) => ({ id: newId(now), priceRuleId: id, ...price }))
    if (steps.length > 0) await db.insertInto('priceRuleSteps').values(steps).execute()
    await recordAudit(db, now, [
      {
        actor,
        action: ruleId === null ? 'price-rule.added' : 'price-rule.changed',
        objectKind: 'price-rule',
        objectId: id,
        eventId,
        after: { ...columns, parts: form.parts, prices: form.prices },
      },
    ])
    await eventChanged(db, eventId, now)
    return { id }
  })
}

export async function deletePriceRuleParts(db: Kysely<Database>, ruleId: string): Promise<void> {
  await db.deleteFrom('priceRuleTypes').where('priceRuleId', '=', ruleId).execute()
  await db.deleteFrom('priceRuleSteps').where('priceRuleId', '=', ruleId).execute()
}
