import type { Kysely } from 'kysely'
import { lockEvent, refuseStale } from './lock-event.server.ts'
import { listTicketTypes, seenOfTicketType } from './queries.server.ts'
import type { TicketTypeForm } from './ticket-type-form.ts'
import { nextPosition } from '#app/events/next-position.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { flag } from '#app/values/flag.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface SaveTicketType {
  eventId: string
  /** Null for a new one. */
  ticketTypeId: string | null
  form: TicketTypeForm
  now: Instant
  actor: Actor
}

export type TicketTypeRefusal =
  | 'code-taken'
  | 'unknown-track'
  | 'unknown-quota'
  | 'unknown-ticket'
  | 'unknown-tax'
  | 'offer-stale'
  | 'gone'

/**
 * Adds a ticket type, or changes one, with its prices and the quotas it draws on. Orders that were placed keep the
 * price and the seats they were placed with.
 */
export async function saveTicketType(
  db: Kysely<Database>,
  { eventId, ticketTypeId, form, now, actor }: SaveTicketType,
): Promise<Result<{ id: string }, TicketTypeRefusal | 'busy'>> {
  return await transact<{ id: string }, TicketTypeRefusal>(db, async (db) => {
    await lockEvent(db, eventId, now)
    await refuseForeign(db, eventId, ticketTypeId, form)
    if (form.seen && ticketTypeId !== null) {
      const known = (await listTicketTypes(db, eventId, form.textLanguage)).find(({ id }) => id === ticketTypeId)!
      refuseStale(form.seen, seenOfTicketType(known, form.textLanguage))
    }
    const id = ticketTypeId ?? newId(now)
    const columns = columnsOf(form)
    if (ticketTypeId === null) {
      const position = await nextPosition(db, 'ticketTypes', eventId)
      await db
        .insertInto('ticketTypes')
        .values({ id, eventId, position, ...columns })
        .execute()
    } else {
      await db.updateTable('ticketTypes').set(columns).where('id', '=', id).where('eventId', '=', eventId).execute()
    }
    await saveParts(db, id, form, now)
    await setCurrency(db, eventId, form)
    await recordAudit(db, now, [
      {
        actor,
        action: ticketTypeId === null ? 'ticket-type.added' : 'ticket-type.changed',
        objectKind: 'ticket-type',
        objectId: id,
        eventId,
        after: {
          ...columns,
          name: form.name,
          textLanguage: form.textLanguage,
          quotaIds: form.quotaIds,
          days: form.days ?? [],
          steps: form.steps,
        },
      },
    ])
    await eventChanged(db, eventId, now)
    return { id }
  })
}

async function refuseForeign(db: Kysely<Database>, eventId: string, ticketTypeId: string | null, form: TicketTypeForm) {
  const types = await db.selectFrom('ticketTypes').select(['id', 'code']).where('eventId', '=', eventId).execute()
  if (ticketTypeId !== null && !types.some((type) => type.id === ticketTypeId))
    throw new Refused({ code: 'gone' as const })
  const isTaken = types.some((type) => type.id !== ticketTypeId && type.code.toLowerCase() === form.code.toLowerCase())
  if (isTaken) throw new Refused({ code: 'code-taken' as const, field: 'code', details: { code: form.code } })
  const [tracks, quotas] = [
    await db.selectFrom('tracks').select('id').where('eventId', '=', eventId).execute(),
    await db.selectFrom('quotas').select('id').where('eventId', '=', eventId).execute(),
  ]
  if (form.trackId && !tracks.some((track) => track.id === form.trackId))
    throw new Refused({ code: 'unknown-track' as const, field: 'trackId' })
  const others = new Set(types.map((type) => type.id).filter((id) => id !== ticketTypeId))
  if (form.mainIds.some((wanted) => !others.has(wanted)))
    throw new Refused({ code: 'unknown-ticket' as const, field: 'mainIds' })
  if (form.remoteTypeId && !others.has(form.remoteTypeId))
    throw new Refused({ code: 'unknown-ticket' as const, field: 'remoteTypeId' })
  if (form.taxRuleId) await refuseForeignTax(db, eventId, form.taxRuleId)
  if (form.quotaIds.some((wanted) => !quotas.some((quota) => quota.id === wanted)))
    throw new Refused({ code: 'unknown-quota' as const, field: 'quotaIds' })
}

async function refuseForeignTax(db: Kysely<Database>, eventId: string, taxRuleId: string): Promise<void> {
  const rule = await db
    .selectFrom('taxRules')
    .select('id')
    .where('id', '=', taxRuleId)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  if (!rule) throw new Refused({ code: 'unknown-tax' as const, field: 'taxRuleId' })
}

function columnsOf(form: TicketTypeForm) {
  return {
    code: form.code,
    trackId: form.trackId || null,
    admission: form.admission,
    attendance: form.attendance,
    audience: form.audience,
    scope: form.scope,
    isAddon: flag(form.isAddon),
    allowsGuest: flag(form.isAddon && form.allowsGuest),
    eligibility: form.eligibility,
    proof: form.eligibility === 'none' ? 'none' : form.proof,
    remoteTypeId: form.remoteTypeId || null,
    taxRuleId: form.taxRuleId || null,
    isHidden: flag(form.isHidden),
    isClosed: flag(form.isClosed),
    allowsRepeat: flag(form.allowsRepeat),
    minPerOrder: form.minPerOrder,
    maxPerOrder: form.maxPerOrder,
    onSaleFromAt: form.onSaleFromAt,
    onSaleUntilAt: form.onSaleUntilAt,
  } as const
}

async function saveParts(db: Kysely<Database>, ticketTypeId: string, form: TicketTypeForm, now: Instant) {
  await db
    .deleteFrom('ticketTypeTexts')
    .where('ticketTypeId', '=', ticketTypeId)
    .where('language', '=', form.textLanguage)
    .execute()
  await db
    .insertInto('ticketTypeTexts')
    .values({ ticketTypeId, language: form.textLanguage, name: form.name, description: form.description })
    .execute()
  await db.deleteFrom('ticketTypeQuotas').where('ticketTypeId', '=', ticketTypeId).execute()
  const quotas = [...new Set(form.quotaIds)].map((quotaId) => ({ ticketTypeId, quotaId }))
  if (quotas.length > 0) await db.insertInto('ticketTypeQuotas').values(quotas).execute()
  await db.deleteFrom('ticketTypeMains').where('ticketTypeId', '=', ticketTypeId).execute()
  const mains = form.isAddon ? [...new Set(form.mainIds)].map((mainTypeId) => ({ ticketTypeId, mainTypeId })) : []
  if (mains.length > 0) await db.insertInto('ticketTypeMains').values(mains).execute()
  await db.deleteFrom('ticketTypeDays').where('ticketTypeId', '=', ticketTypeId).execute()
  const days = [...new Set(form.days ?? [])].map((heldOn) => ({ ticketTypeId, heldOn }))
  if (days.length > 0) await db.insertInto('ticketTypeDays').values(days).execute()
  await db.deleteFrom('priceSteps').where('ticketTypeId', '=', ticketTypeId).execute()
  const steps = form.steps.map((step, position) => ({ id: newId(now), ticketTypeId, position, ...step }))
  if (steps.length > 0) await db.insertInto('priceSteps').values(steps).execute()
}

/** An event without a currency takes that of its first price. */
async function setCurrency(db: Kysely<Database>, eventId: string, form: TicketTypeForm): Promise<void> {
  const currency = form.steps[0]?.currency
  if (currency === undefined) return
  await db.updateTable('events').set({ currency }).where('id', '=', eventId).where('currency', 'is', null).execute()
}
