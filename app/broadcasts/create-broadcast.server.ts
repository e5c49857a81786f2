import type { Kysely } from 'kysely'
import { type TextForm, type TextRefusal, textRefusals } from './broadcast-form.ts'
import { nameOf, writeText } from './save-text.server.ts'
import { type Segment, wordsFor } from './segment.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface CreateBroadcast {
  eventId: string
  segment: Segment
  form: TextForm
  now: Instant
  actor: Actor
}

/** A draft of a mail to a segment, with its first text. Nothing leaves before it is sent off. */
export async function createBroadcast(
  db: Kysely<Database>,
  { eventId, segment, form, now, actor }: CreateBroadcast,
): Promise<Result<{ id: string }, TextRefusal | 'busy'>> {
  return await transact<{ id: string }, TextRefusal>(db, async (db) => {
    const refusals = textRefusals(form, wordsFor(segment))
    if (form.subject === '' && form.body === '') refusals.push({ code: 'text-half', field: 'subject' })
    if (refusals.length > 0) throw new Refused(...refusals)
    const id = newId(now)
    await insertDraft(db, { id, eventId, segment, name: nameOf(form.subject), now, actor })
    await writeText(db, id, form)
    return { id }
  })
}

/** The row of a draft, with what the log says of it. */
export async function insertDraft(
  db: Kysely<Database>,
  {
    id,
    eventId,
    segment,
    name,
    now,
    actor,
  }: { id: string; eventId: string; segment: Segment; name: string; now: Instant; actor: Actor },
): Promise<void> {
  await db
    .insertInto('broadcasts')
    .values({
      id,
      eventId,
      kind: 'once',
      name,
      segment: JSON.stringify(segment),
      state: 'draft',
      anchor: null,
      atTime: null,
      sendAt: null,
      reached: null,
      expected: null,
      createdBy: actor.id ?? null,
      createdAt: now,
      updatedAt: now,
      startedAt: null,
      endedAt: null,
    })
    .execute()
  await recordAudit(db, now, [
    {
      actor,
      action: 'broadcast.created',
      objectKind: 'broadcast',
      objectId: id,
      eventId,
      after: { of: segment.of, state: 'draft' },
    },
  ])
}
