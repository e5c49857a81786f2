import type { Kysely } from 'kysely'
import { placeForCall } from './create-call.server.ts'
import { saveCallText } from './call-texts.server.ts'
import type { NewCall } from './new-call-form.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { COPY_RULES } from '#app/events/cloning/clone-rules.ts'
import { copyByRules } from '#app/events/cloning/copy-rows.server.ts'
import { shiftTimes } from '#app/events/cloning/shift-times.ts'
import { withinReach } from '#app/events/within-reach.ts'
import type { Reach } from '#app/people/rights.ts'
import { daysBetween, type Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Everything of a call; funds are of the event. */
const RULES = COPY_RULES.filter(
  ({ part, table }) => part === 'calls' && table !== 'funds' && table !== 'fundConditions',
)

interface CopyCall {
  eventId: string
  /** Where this organizer may look for the original. */
  reach: Reach
  form: Pick<NewCall, 'title' | 'textLanguage' | 'copyOf'>
  now: Instant
  actor: Actor
}

/**
 * A draft like another call, of this event or of another one: so many days later as this event is, with the tracks and
 * tickets that have the same codes here.
 */
export async function copyCall(
  db: Kysely<Database>,
  { eventId, reach, form, now, actor }: CopyCall,
): Promise<Result<{ id: string; slug: string }, 'unknown-call' | 'gone' | 'busy'>> {
  return await transact<{ id: string; slug: string }, 'unknown-call' | 'gone'>(db, async (db) => {
    const { slug, position } = await placeForCall(db, eventId, form.title)
    const from = await originalOf(db, form.copyOf, reach)
    const to = await db.selectFrom('events').select('firstOn').where('id', '=', eventId).executeTakeFirstOrThrow()
    const shift = shiftTimes(daysBetween(from.firstOn, to.firstOn), from.zone)
    const copies = await sameHere(db, { fromId: from.eventId, toId: eventId, callId: from.id })
    const accountId = actor.kind === 'account' ? (actor.id ?? null) : null
    // Its address has to be free before the copy takes it.
    const rules = RULES.map((rule) =>
      rule.table === 'calls'
        ? {
            ...rule,
            isCopied: () => true,
            anew: (...row: Parameters<NonNullable<typeof rule.anew>>) => ({ ...rule.anew?.(...row), slug, position }),
          }
        : rule,
    )
    await copyByRules(db, { rules, root: ['id', from.id], toId: eventId, copies, shift, now, accountId })
    const id = copies.get(from.id)!
    await retitle(db, id, form)
    const after = { slug, copyOf: from.id, days: shift.days }
    await recordAudit(db, now, [{ actor, action: 'call.created', objectKind: 'call', objectId: id, eventId, after }])
    return { id, slug }
  })
}

async function originalOf(db: Kysely<Database>, callId: string, reach: Reach) {
  const from = await db
    .selectFrom('calls')
    .innerJoin('events', 'events.id', 'calls.eventId')
    .select(['calls.id', 'calls.eventId', 'events.firstOn', 'events.zone'])
    .where('calls.id', '=', callId)
    .$if(reach !== 'all', (query) => query.where((eb) => withinReach(eb as never, reach as Exclude<Reach, 'all'>)))
    .executeTakeFirst()
  if (!from) throw new Refused({ code: 'unknown-call' as const, field: 'copyOf' })
  return from
}

/** What stands here for the tracks and tickets of the other event; within one event, what they are, and its sites too. */
async function sameHere(
  db: Kysely<Database>,
  { fromId, toId, callId }: { fromId: string; toId: string; callId: string },
): Promise<Map<string, string>> {
  const same = new Map([[fromId, toId]])
  for (const table of ['tracks', 'ticketTypes'] as const) {
    const rows = await db
      .selectFrom(table as 'tracks')
      .select(['id', 'eventId', 'code'])
      .where('eventId', 'in', [fromId, toId])
      .execute()
    for (const row of rows.filter(({ eventId }) => eventId === fromId)) {
      const twin = rows.find(({ eventId, code }) => eventId === toId && code === row.code)
      if (twin) same.set(row.id, twin.id)
    }
  }
  if (fromId !== toId) return same
  const sites = await db
    .selectFrom('callChoices')
    .select(['eventId', 'ticketTypeId'])
    .where('callId', '=', callId)
    .execute()
  for (const { eventId, ticketTypeId } of sites) {
    same.set(eventId, eventId)
    if (ticketTypeId !== null) same.set(ticketTypeId, ticketTypeId)
  }
  return same
}

/** As it was typed; its other languages keep their words, for somebody to look at. */
async function retitle(db: Kysely<Database>, callId: string, form: CopyCall['form']): Promise<void> {
  const text = await db
    .selectFrom('callTexts')
    .selectAll()
    .where('callId', '=', callId)
    .where('language', '=', form.textLanguage)
    .executeTakeFirst()
  const { summary = '', description = '', deciding = '' } = text ?? {}
  const { title, textLanguage: language } = form
  await saveCallText(db, 'callTexts', { callId, language, title, summary, description, deciding })
}
