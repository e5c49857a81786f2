import { type Kysely, sql } from 'kysely'
import type { PackageForm } from './package-form.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import { flag } from '#app/values/flag.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { isDuplicate, transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export interface SavePackage {
  eventId: string
  callId: string
  /** null: a new one. */
  packageId: string | null
  form: PackageForm
  now: Instant
  actor: Actor
}

/** Adds a package of a call, or changes one. Awards that were made of it stay as they are. */
export async function savePackage(db: Kysely<Database>, input: SavePackage): Promise<Result<{ id: string }>> {
  const { eventId, callId, packageId, form, now, actor } = input
  return await transact<{ id: string }, string>(db, async (db) => {
    await refuseForeign(db, { eventId, callId, tickets: form.tickets })
    const id = packageId ?? newId(now)
    const columns = { code: form.code, currency: form.currency, isDefault: flag(form.isDefault) }
    try {
      if (packageId === null) await add(db, { id, callId, ...columns })
      else await change(db, { id, callId, seen: form.seen, columns })
    } catch (error) {
      if (isDuplicate(error)) throw new Refused({ code: 'package-code-taken', field: 'code' })
      throw error
    }
    if (form.isDefault)
      await db
        .updateTable('awardPackages')
        .set({ isDefault: 0 })
        .where('callId', '=', callId)
        .where('id', '<>', id)
        .execute()
    await writeParts(db, id, form, now)
    const after = { callId, code: form.code, currency: form.currency, components: form.components }
    await recordAudit(db, now, [
      {
        actor,
        action: packageId === null ? 'package.added' : 'package.changed',
        objectKind: 'package',
        objectId: id,
        eventId,
        after,
      },
    ])
    await bumpContentVersion(db)
    return { id }
  })
}

async function add(
  db: Kysely<Database>,
  row: { id: string; callId: string; code: string; currency: string; isDefault: 0 | 1 },
): Promise<void> {
  const last = await db
    .selectFrom('awardPackages')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('callId', '=', row.callId)
    .executeTakeFirst()
  await db
    .insertInto('awardPackages')
    .values({ ...row, position: (last?.position ?? -1) + 1, version: 1 })
    .execute()
}

async function change(
  db: Kysely<Database>,
  {
    id,
    callId,
    seen,
    columns,
  }: { id: string; callId: string; seen: string; columns: { code: string; currency: string; isDefault: 0 | 1 } },
): Promise<void> {
  const of = { id, callId }
  const known = await db
    .selectFrom('awardPackages')
    .select('version')
    .where('id', '=', of.id)
    .where('callId', '=', of.callId)
    .executeTakeFirst()
  if (!known) throw new Refused({ code: 'gone' })
  const { numUpdatedRows } = await db
    .updateTable('awardPackages')
    .set({ ...columns, version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', Number(seen))
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ code: 'stale' })
}

/** Tickets are the event's, choices the call's. */
async function refuseForeign(
  db: Kysely<Database>,
  { eventId, callId, tickets }: { eventId: string; callId: string; tickets: PackageForm['tickets'] },
): Promise<void> {
  const choices = await db.selectFrom('callChoices').select(['id', 'eventId']).where('callId', '=', callId).execute()
  const events = [eventId, ...choices.map((choice) => choice.eventId)]
  const types = await db.selectFrom('ticketTypes').select('id').where('eventId', 'in', events).execute()
  for (const [at, { choiceId, ticketTypeId }] of tickets.entries()) {
    const isKnown = choices.some(({ id }) => id === choiceId)
    const isTicket = ticketTypeId === '' || types.some(({ id }) => id === ticketTypeId)
    if (!isKnown || !isTicket) throw new Refused({ code: 'ticket-unknown', field: `tickets[${at}].ticketTypeId` })
  }
}

async function writeParts(db: Kysely<Database>, packageId: string, form: PackageForm, now: Instant): Promise<void> {
  for (const table of ['awardPackageTexts', 'awardPackageTickets', 'awardPackageComponents'] as const)
    await db.deleteFrom(table).where('packageId', '=', packageId).execute()
  const texts = form.texts.filter(({ name, description }) => name !== '' || description !== '')
  const tickets = form.tickets.filter(({ ticketTypeId }) => ticketTypeId !== '')
  if (texts.length > 0)
    await db
      .insertInto('awardPackageTexts')
      .values(texts.map((text) => ({ packageId, ...text })))
      .execute()
  if (tickets.length > 0)
    await db
      .insertInto('awardPackageTickets')
      .values(tickets.map((ticket) => ({ packageId, ...ticket })))
      .execute()
  const components = form.components.map((component, position) => ({
    id: newId(now),
    packageId,
    position,
    ...component,
    isCap: flag(component.isCap),
  }))
  await db.insertInto('awardPackageComponents').values(components).execute()
}
