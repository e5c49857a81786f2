import { afterEach, beforeEach, expect, test } from 'vitest'
import { aWish, givenFullEvent, joined, openOffersOf } from '#tests/waiting-list/a-queue.ts'
import { deadlineFile } from '#app/calendar/own/deadline-file.ts'
import { offerDeadline } from '#app/calendar/own/own-deadlines.server.ts'
import { mailSite } from '#app/jobs/mail-site.server.ts'
import { compose } from '#app/mail/compose.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { declineOffer, leaveWaitingList } from '#app/waiting-list/leave-waiting-list.server.ts'
import { offerSeats } from '#app/waiting-list/offer-seats.server.ts'
import { offerKey, waitingKey } from '#app/waiting-list/waiting-key.ts'
import { addMinutes } from '#app/values/moment.ts'
import { NOW, testServices } from '#tests/support/app.ts'

let given: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  given = await testServices()
})

afterEach(() => given.close())

async function written(template: string, subjectId: string) {
  const { db, services } = given
  const message = await db
    .selectFrom('messages')
    .selectAll()
    .where('template', '=', template)
    .where('subjectId', '=', subjectId)
    .executeTakeFirstOrThrow()
  return await compose(db, mailSite(services), message, NOW)
}

test('mails of the waiting list say what is true when they are sent, with keys that no table holds', async () => {
  const { db, services } = given
  const { secret } = services.config
  const event = await givenFullEvent(db, { seats: 3 })
  const first = await joined(db, aWish(event, { partySize: 3, isAllOrNothing: false }))
  const second = await joined(db, aWish(event, { now: addMinutes(NOW, 1) }))
  const queued = await written('waiting-list-joined', second)
  expect(queued).toMatchObject({ mail: { text: expect.stringContaining('place 2 of 2') as string } })
  expect(queued).toMatchObject({
    mail: { text: expect.stringContaining(waitingKey(secret, { id: second, keyVersion: 1 })) as string },
  })

  const registrationIds = event.orders.slice(0, 2).flatMap(({ registrations }) => registrations.map(({ id }) => id))
  await cancelRegistrations(db, { registrationIds, now: NOW, actor: { kind: 'system' }, reason: 'test' })
  await offerSeats(db, { now: NOW })
  const [offer] = await openOffersOf(db, event.id)
  expect(offer!.entryId).toBe(first)
  const mail = await written('waiting-list-offer', offer!.id)
  expect(mail).toMatchObject({ mail: { text: expect.stringContaining(offerKey(secret, offer!.id)) as string } })
  expect(mail).toMatchObject({
    mail: { text: expect.stringContaining('You keep your place for the other seat') as string },
  })

  // The file that its page gives is the same, whichever of the two is opened first.
  const site = { ...services.config, language: 'en' as const, now: NOW }
  const { body } = deadlineFile((await offerDeadline(db, first, site))!, site)
  expect(mail).toMatchObject({ mail: { attachments: [{ content: body }] } })

  await declineOffer(db, { offerId: offer!.id, now: NOW })
  expect(await written('waiting-list-offer', offer!.id)).toEqual({ withdrawn: 'expired' })
  await leaveWaitingList(db, { entryId: second, now: NOW, isRemoved: true })
  expect(await written('waiting-list-joined', second)).toEqual({ withdrawn: 'outdated' })
  expect(await written('waiting-list-over', second)).toMatchObject({
    mail: { text: expect.stringContaining('taken you off the list') as string },
  })
})
