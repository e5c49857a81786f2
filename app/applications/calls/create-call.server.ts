import type { Kysely } from 'kysely'
import type { NewCall } from './new-call-form.ts'
import { saveCallText } from './call-texts.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { lockEvent } from '#app/events/lock-event.server.ts'
import { freeSlug, slugOf } from '#app/events/event-slug.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface CreateCall {
  eventId: string
  form: Pick<NewCall, 'title' | 'kind' | 'textLanguage'>
  now: Instant
  actor: Actor
}

/** A draft with a title and what most calls have; everything else is set on its pages. */
export async function createCall(
  db: Kysely<Database>,
  { eventId, form, now, actor }: CreateCall,
): Promise<Result<{ id: string; slug: string }, 'gone' | 'busy'>> {
  return await transact<{ id: string; slug: string }, 'gone'>(db, async (db) => {
    const { slug, position } = await placeForCall(db, eventId, form.title)
    const id = newId(now)
    await db
      .insertInto('calls')
      .values({
        id,
        eventId,
        slug,
        position,
        kind: form.kind,
        status: 'draft',
        opensAt: null,
        closesAt: null,
        closesZone: null,
        graceMinutes: 60,
        refereesUntilAt: null,
        reviewUntilAt: null,
        decideAt: null,
        refereesWanted: 0,
        employerWanted: 0,
        choicesMaximum: 1,
        takesTeams: 0,
        isBlind: 1,
        hidden: 'name,contact,gender,age',
        reviewersEach: 2,
        thirdGap: 20,
        offerHours: 168,
        noOffersAfterAt: null,
        promotion: 'by-hand',
        visaDays: 60,
        limits: '{}',
        reportDueOn: null,
        numberPrefix: '',
        lastNumber: 0,
        version: 1,
        openedAt: null,
        createdBy: actor.kind === 'account' ? (actor.id ?? null) : null,
        createdAt: now,
        updatedAt: now,
      })
      .execute()
    await saveCallText(db, 'callTexts', {
      callId: id,
      language: form.textLanguage,
      title: form.title,
      summary: '',
      description: '',
      deciding: '',
    })
    const after = { slug, kind: form.kind, textLanguage: form.textLanguage }
    await recordAudit(db, now, [{ actor, action: 'call.created', objectKind: 'call', objectId: id, eventId, after }])
    return { id, slug }
  })
}

/** A free address and the place behind the event's other calls; nobody else makes one until the transaction ends. */
export async function placeForCall(
  db: Kysely<Database>,
  eventId: string,
  title: string,
): Promise<{ slug: string; position: number }> {
  await lockEvent(db, eventId)
  const event = await db.selectFrom('events').select('startsOn').where('id', '=', eventId).executeTakeFirst()
  if (!event) throw new Refused({ code: 'gone' as const })
  const calls = await db.selectFrom('calls').select(['slug', 'position']).where('eventId', '=', eventId).execute()
  const slug = slugOf(title, 'call', event.startsOn.slice(0, 4)).slice(0, 56).replace(/-+$/, '')
  return {
    slug: freeSlug(
      slug,
      calls.map((call) => call.slug),
    ),
    position: Math.max(-1, ...calls.map(({ position }) => position)) + 1,
  }
}
