import type { Kysely } from 'kysely'
import type { CloneForm } from './clone-form.ts'
import { type ClonePart, wholeParts } from './clone-parts.ts'
import { cloneRelations, type KeptRelation } from './clone-relations.server.ts'
import { nextTitle } from './clone-suggestion.ts'
import { type CopiedEvent, copyEventRow } from './copy-event-row.ts'
import { copyRows } from './copy-rows.server.ts'
import { setBlocks } from './set-blocks.server.ts'
import { type MovedTime, shiftTimes } from './shift-times.ts'
import { eventChanged } from '../event-changed.server.ts'
import { freeAddress } from '../free-address.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import { daysBetween, type Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface CloneEvent {
  fromId: string
  form: CloneForm
  /** The series in which this person may create events. */
  seriesIds: string[]
  /** A draft that others are made from, instead of one to publish. */
  isTemplate?: boolean
  now: Instant
  actor: Actor
}

export interface Cloned {
  id: string
  slug: string
  /** Wall-clock times that the new days do not have. */
  moved: MovedTime[]
  /** Seats of blocks that did not fit. */
  cut: number
}

/**
 * A draft like another event, so many days later: all that its organizers wrote and set, on the same hours of the
 * clock, and nothing of those who came. All or nothing.
 */
export async function cloneEvent(
  db: Kysely<Database>,
  { fromId, form, seriesIds, isTemplate = false, now, actor }: CloneEvent,
): Promise<Result<Cloned, 'unknown-event' | 'busy'>> {
  return await transact<Cloned, 'unknown-event'>(db, async (db) => {
    const from = await readOriginal(db, fromId, seriesIds)
    const shift = shiftTimes(daysBetween(from.firstOn, form.startsOn), from.zone)
    const parts = wholeParts(form.parts)
    const relations = isTemplate ? [] : await cloneRelations(db, { eventId: fromId, language: from.language, now })
    const { seriesSlug, ...original } = from
    const slug = await freeAddress(db, { title: form.title, seriesSlug, year: form.startsOn.slice(0, 4) })
    const parentId = relations.find(({ relation }) => relation === 'parent')?.to?.id ?? null
    const row = copyEventRow(original, {
      id: newId(now),
      slug,
      parentId,
      startsOn: form.startsOn,
      isTemplate,
      shift,
      now,
    })
    await db.insertInto('events').values(row).execute()
    const accountId = actor.kind === 'account' ? (actor.id ?? null) : null
    await copyRows(db, { fromId, toId: row.id, parts, shift, now, accountId })
    const cut = parts.has('campaigns') ? await setBlocks(db, row.id) : 0
    await nameTexts(db, row, form.title, from.firstOn)
    await relate(db, row.id, relations)
    await audit(db, { row, fromId, days: shift.days, parts, now, actor })
    await eventChanged(db, row.id, now)
    return { id: row.id, slug, moved: shift.moved(), cut }
  })
}

async function readOriginal(db: Kysely<Database>, fromId: string, seriesIds: string[]) {
  const from = await db
    .selectFrom('events')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .selectAll('events')
    .select('series.slug as seriesSlug')
    .where('events.id', '=', fromId)
    .where('events.seriesId', 'in', [...seriesIds, ''])
    .executeTakeFirst()
  if (!from) throw new Refused({ code: 'unknown-event' as const })
  return from
}

/** The title as typed in the event's language; in the others the year of their title moves along. */
async function nameTexts(db: Kysely<Database>, row: CopiedEvent, title: string, firstOn: string): Promise<void> {
  const texts = await db.selectFrom('eventTexts').select(['language', 'title']).where('eventId', '=', row.id).execute()
  for (const text of texts) {
    const next = nextTitle(text.title, firstOn.slice(0, 4), row.startsOn.slice(0, 4))
    await db
      .updateTable('eventTexts')
      .set({ title: text.language === row.language ? title : next.slice(0, 200) })
      .where('eventId', '=', row.id)
      .where('language', '=', text.language)
      .execute()
  }
}

async function relate(db: Kysely<Database>, eventId: string, relations: KeptRelation[]): Promise<void> {
  const kept = new Map<string, 'before' | 'beside' | 'after'>()
  for (const { relation, to } of relations) if (to && relation !== 'parent') kept.set(to.id, relation)
  if (kept.size === 0) return
  const rows = [...kept].map(([neighbourId, relation]) => ({ eventId, neighbourId, relation }))
  await db.insertInto('eventNeighbours').values(rows).execute()
}

async function audit(
  db: Kysely<Database>,
  made: { row: CopiedEvent; fromId: string; days: number; parts: Set<ClonePart>; now: Instant; actor: Actor },
): Promise<void> {
  const { row, fromId, days, parts, now, actor } = made
  const { slug, seriesId, startsOn, endsOn, isTemplate } = row
  await recordAudit(db, now, [
    {
      actor,
      action: isTemplate ? 'event.template-made' : 'event.cloned',
      objectKind: 'event',
      objectId: row.id,
      eventId: row.id,
      after: { slug, seriesId, startsOn, endsOn, fromId, days, parts: [...parts] },
    },
  ])
}
