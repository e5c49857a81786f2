import type { Kysely } from 'kysely'
import type { PlacePerson } from '#app/registrations/placing.ts'
import { createBroadcast } from '#app/broadcasts/create-broadcast.server.ts'
import { scheduleBroadcast } from '#app/broadcasts/schedule-broadcast.server.ts'
import { segmentOfAddress } from '#app/broadcasts/segment.ts'
import { newId } from '#app/values/id.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { NOW } from '#tests/support/now.ts'
import type { Database } from '#db/schema.ts'

export const BY = { kind: 'system' } as const

export const TEXT = { language: 'en', subject: 'News of {event}', body: 'Dear {name},\n\nsee {link}.', version: 0 }

/** A draft to those whom an address finds. */
export async function givenDraft(
  db: Kysely<Database>,
  event: { id: string },
  { address = '', ...text }: Partial<typeof TEXT> & { address?: string } = {},
): Promise<string> {
  const segment = segmentOfAddress(new URLSearchParams(address))
  const form = { ...TEXT, ...text }
  const made = await createBroadcast(db, { eventId: event.id, segment, form, now: NOW, actor: BY })
  if (!made.ok) throw new Error(JSON.stringify(made.refusals))
  return made.value.id
}

/** The same, to be sent at once. */
export async function givenSent(...given: Parameters<typeof givenDraft>): Promise<string> {
  const [db, event] = given
  const broadcastId = await givenDraft(...given)
  const off = await scheduleBroadcast(db, {
    eventId: event.id,
    broadcastId,
    sendAt: null,
    expected: 0,
    version: 0,
    now: NOW,
    actor: BY,
  })
  if (!off.ok) throw new Error(JSON.stringify(off.refusals))
  return broadcastId
}

/** So many people with a seat, an order each; what is told of some of them by their place. */
export async function givenSeated(
  db: Kysely<Database>,
  event: { id: string; tickets: { id: string }[] },
  count: number,
  more: (at: number) => Partial<PlacePerson> & { language?: string } = () => ({}),
  now = NOW,
): Promise<string[]> {
  const mark = newId(now).slice(-6)
  const placed = []
  for (let from = 0; from < count; from += 200) {
    const orders = Array.from({ length: Math.min(200, count - from) }, (_, step) => {
      const { language = 'en', ...person } = more(from + step)
      const name = `Person ${from + step}`
      return {
        eventId: event.id,
        formKey: newId(now),
        language,
        paymentMethod: 'card' as const,
        people: [
          {
            ticketTypeId: event.tickets[0]!.id,
            fullName: name,
            email: `seat-${mark}-${from + step}@example.org`,
            ...person,
          },
        ],
      }
    })
    placed.push(...(await placeOrders(db, { now, orders })))
  }
  return placed.map((result) => {
    if (!result.ok) throw new Error(JSON.stringify(result.refusals))
    return result.value.registrations[0]!.id
  })
}

export async function recipientsOf(db: Kysely<Database>, broadcastId: string) {
  return await db
    .selectFrom('broadcastRecipients')
    .select(['recipientKey', 'registrationId', 'state', 'reason', 'messageId'])
    .where('broadcastId', '=', broadcastId)
    .orderBy('recipientKey')
    .execute()
}

export async function messagesOf(db: Kysely<Database>, broadcastId: string) {
  return await db
    .selectFrom('messages')
    .selectAll()
    .where('template', '=', 'broadcast')
    .where('subjectId', '=', broadcastId)
    .where('occasion', '=', '')
    .orderBy('recipientKey')
    .execute()
}

export async function stateOf(db: Kysely<Database>, id: string) {
  return (await db.selectFrom('broadcasts').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
}
