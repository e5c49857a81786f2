import type { Kysely } from 'kysely'
import { type EventNewsTemplate, tellParticipants } from './tell-participants.server.ts'
import { postponeEvent, type PostponeRefusal } from '#app/events/postpone-event.server.ts'
import type { ChangeEventStatus } from '#app/events/publish-event.server.ts'
import { reinstateEvent, type ReinstateRefusal } from '#app/events/reinstate-event.server.ts'
import { eventBefore } from '#app/mail/event-before.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

type Change = ChangeEventStatus & { isTold: boolean }

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

async function andTell<Code extends string>(
  db: Kysely<Database>,
  { isTold, ...input }: Change,
  template: EventNewsTemplate,
  change: (db: Kysely<Database>, input: ChangeEventStatus) => Promise<Result<void, Code>>,
): Promise<Result<{ told: number }, Code | 'busy'>> {
  return await transact<{ told: number }, Code>(db, async (db) => {
    const read = db.selectFrom('events').selectAll().where('id', '=', input.eventId)
    const before = await read.executeTakeFirst()
    const changed = await change(db, input)
    if (!changed.ok) throw new Refused(...changed.refusals)
    if (!isTold) return { told: 0 }
    const { version } = await read.executeTakeFirstOrThrow()
    const told = await tellParticipants(db, {
      ...input,
      template,
      occasion: `version-${version}`,
      before: eventBefore(before!),
    })
    return { told: told.ok ? told.value.told : 0 }
  })
}
