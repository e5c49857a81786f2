import type { Kysely } from 'kysely'
import type { OwnForm } from './own-form.ts'
import { OWN_DEFAULTS, OWN_SEGMENT, type OwnKind, wordsForOwn } from './own-kinds.ts'
import { sendTime } from './own-time.ts'
import { type TextRefusal, textRefusals } from '../broadcast-form.ts'
import { nameOf, writeText } from '../save-text.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { lockEvent } from '#app/events/lock-event.server.ts'
import type { WordsText } from '#app/mail/write-words.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface SaveOwnMessage {
  eventId: string
  kind: OwnKind
  form: OwnForm
  /** What is suggested in the event's other languages: copied where nothing is written yet. */
  suggested: WordsText[]
  now: Instant
  actor: Actor
}

type Refusal = TextRefusal | 'broadcast-stale' | 'broadcast-sent' | 'broadcast-empty'

/** Switches an event's own message on or off, sets its time and writes its text in one language. */
export async function saveOwnMessage(
  db: Kysely<Database>,
  { eventId, kind, form, suggested, now, actor }: SaveOwnMessage,
): Promise<Result<{ id: string }, Refusal | 'busy'>> {
  return await transact<{ id: string }, Refusal>(db, async (db) => {
    await lockEvent(db, eventId)
    const refusals = textRefusals(form, wordsForOwn(kind))
    if (refusals.length > 0) throw new Refused(...refusals)
    const event = await db.selectFrom('events').selectAll().where('id', '=', eventId).executeTakeFirstOrThrow()
    const known = await db
      .selectFrom('broadcasts')
      .select(['id', 'version', 'startedAt', 'state'])
      .where('eventId', '=', eventId)
      .where('kind', '=', kind)
      .executeTakeFirst()
    if (known?.startedAt) throw new Refused({ code: 'broadcast-sent' as const })
    if ((known?.version ?? 0) !== form.version) throw new Refused({ code: 'broadcast-stale' as const })
    const standard = OWN_DEFAULTS[kind]
    const timing = {
      anchor: standard?.anchor ?? null,
      offsetDays: standard ? (form.offsetDays ?? standard.offsetDays) : 0,
      atTime: standard ? (form.atTime ?? standard.atTime) : null,
    }
    const columns = {
      ...timing,
      sendAt: sendTime(timing, event),
      state: form.isOn ? ('scheduled' as const) : ('draft' as const),
      version: form.version + 1,
      updatedAt: now,
      ...(form.language === event.language ? { name: nameOf(form.subject) } : {}),
    }
    const id = known?.id ?? newId(now)
    if (known) await db.updateTable('broadcasts').set(columns).where('id', '=', id).execute()
    else await insert(db, { id, eventId, kind, actor, now }, columns)
    await writeText(db, id, form)
    if (!known) for (const text of suggested) if (text.language !== form.language) await writeText(db, id, text)
    await refuseEmpty(db, id, form.isOn)
    await recordAudit(db, now, [
      {
        actor,
        action: form.isOn ? 'broadcast.switched-on' : 'broadcast.switched-off',
        objectKind: 'broadcast',
        objectId: id,
        eventId,
        before: known ? { state: known.state } : {},
        after: { kind, state: columns.state, ...timing, language: form.language },
      },
    ])
    return { id }
  })
}

async function insert(
  db: Kysely<Database>,
  { id, eventId, kind, actor, now }: { id: string; eventId: string; kind: OwnKind; actor: Actor; now: Instant },
  columns: { state: 'scheduled' | 'draft'; sendAt: Instant | null; updatedAt: Instant } & Record<string, unknown>,
): Promise<void> {
  await db
    .insertInto('broadcasts')
    .values({
      id,
      eventId,
      kind,
      name: '',
      segment: JSON.stringify(OWN_SEGMENT),
      anchor: null,
      atTime: null,
      reached: null,
      expected: null,
      createdBy: actor.id ?? null,
      createdAt: now,
      startedAt: null,
      endedAt: null,
      ...columns,
    })
    .execute()
}

async function refuseEmpty(db: Kysely<Database>, id: string, isOn: boolean): Promise<void> {
  if (!isOn) return
  const text = await db.selectFrom('broadcastTexts').select('language').where('broadcastId', '=', id).executeTakeFirst()
  if (!text) throw new Refused({ code: 'broadcast-empty' as const, field: 'body' })
}
