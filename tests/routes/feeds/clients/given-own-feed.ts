import type { Kysely } from 'kysely'
import { expect } from 'vitest'
import { revokeFeed } from '#app/calendar/feeds/end-feed.server.ts'
import { makeFeed } from '#app/calendar/feeds/make-feed.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { anOrder, aPerson, placed } from '#tests/registrations/an-order.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import type { Database } from '#db/schema.ts'

/** Somebody's own feed with the one seat that they have, until it is revoked. */
export async function givenOwnFeed(db: Kysely<Database>, now: Instant) {
  const email = 'subscriber@example.org'
  const { accountId } = await givenAccount(db, email)
  const event = await givenEvent(db, { title: 'A seat of one’s own' })
  await placed(db, anOrder(event, { people: [aPerson(event.tickets[0]!.id, { email })] }), now)
  const actor = { kind: 'account', id: accountId } as const
  const has = { hasSessions: false, hasDeadlines: false, hasWork: false }
  const feed = { id: newId(now), accountId, name: 'Mine', language: 'en' as const, ...has }
  const made = await makeFeed(db, { feed, now, actor })
  if (!made.ok) throw new Error(JSON.stringify(made))
  return {
    eventId: event.id,
    path: `/calendar/${made.value.token}.ics`,
    async revoke() {
      expect(await revokeFeed(db, { accountId, feedId: feed.id, now, actor })).toMatchObject({ ok: true })
    },
  }
}
