import type { Kysely } from 'kysely'
import { tellParticipants } from './tell-participants.server.ts'
import type { EventNewsTemplate } from './told.server.ts'
import { type MoveRefusal, moveEvent } from '#app/events/move-event.server.ts'
import type { Move } from '#app/events/move-form.ts'
import { postponeEvent, type PostponeRefusal } from '#app/events/postpone-event.server.ts'
import type { ChangeEventStatus } from '#app/events/publishing/publish-event.server.ts'
import { reinstateEvent, type ReinstateRefusal } from '#app/events/reinstate-event.server.ts'
import { eventBefore, newsSince } from '#app/mail/event-before.ts'
import type { OwnWords } from '#app/mail/own-word.ts'
import { moveProgramme } from '#app/programme/move-programme.server.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

type Change = ChangeEventStatus & { isTold: boolean; words?: OwnWords }

/** Takes the date from an event and, where its organizer wants it, tells everybody with a seat, in one transaction. */
export async function postponeAndTell(
  db: Kysely<Database>,
  input: Change,
): Promise<Result<{ told: number }, PostponeRefusal | 'busy'>> {
  return await andTell(db, input, 'event-postponed', postponeEvent)
}

/** Has an event held after all; told are everybody with a seat, and whoever lost one when it was cancelled. */
export async function reinstateAndTell(
  db: Kysely<Database>,
  input: Change,
): Promise<Result<{ told: number }, ReinstateRefusal | 'busy'>> {
  return await andTell(db, input, 'event-reinstated', reinstateEvent)
}

/** Gives an event another time or place; its programme moves along where its organizer wants it. */
export async function moveAndTell(
  db: Kysely<Database>,
  { form, ...input }: Change & { form: Move },
): Promise<Result<{ told: number }, MoveRefusal | 'busy'>> {
  return await andTell(db, input, 'event-moved', async (db, { eventId, now, actor }) => {
    const before = await db
      .selectFrom('events')
      .select(['startsOn', 'zone'])
      .where('id', '=', eventId)
      .executeTakeFirst()
    if (before) await moveProgramme(db, { eventId, before, after: form, isAlong: form.programme, now, actor })
    return await moveEvent(db, { eventId, form, now, actor })
  })
}

async function andTell<Code extends string>(
  db: Kysely<Database>,
  { isTold, words, ...input }: Change,
  template: EventNewsTemplate,
  change: (db: Kysely<Database>, input: ChangeEventStatus) => Promise<Result<void, Code>>,
): Promise<Result<{ told: number }, Code | 'busy'>> {
  return await transact<{ told: number }, Code>(db, async (db) => {
    const read = db.selectFrom('events').selectAll().where('id', '=', input.eventId)
    const before = await read.executeTakeFirst()
    const changed = await change(db, input)
    if (!changed.ok) throw new Refused(...changed.refusals)
    const after = await read.executeTakeFirstOrThrow()
    if (!isTold || !newsSince(eventBefore(before!), eventBefore(after))) return { told: 0 }
    const told = await tellParticipants(db, {
      ...input,
      template,
      occasion: `version-${after.version}`,
      before: eventBefore(before!),
      ...(words ? { words } : {}),
    })
    return { told: told.ok ? told.value.told : 0 }
  })
}
