import { afterEach, beforeEach, expect, test } from 'vitest'
import { acceptInvitation } from '#app/people/team/accept-invitation.server.ts'
import { givenParticipants, givenTrack } from '#tests/participants/given-participants.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent, givenSeries } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenEvent>>
let base: string

beforeEach(async () => {
  app = await testApp()
  const seriesId = (await givenSeries(app.db)).id
  const organizer = await givenAccount(app.db, 'organizer@plenary.example', [
    { role: 'organizer', scope: 'series', scopeId: seriesId },
  ])
  event = await givenEvent(app.db, { seriesId, tickets: [{ seats: 9 }, { seats: 9 }] })
  base = `/organize/${event.slug}`
  await signInAs(app, organizer.accountId)
})

afterEach(() => app.close())

async function textOf(path: string): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(200)
  return await response.text()
}

test('who teaches is named on the public page, and no longer once removed', async () => {
  const trackId = await givenTrack(app.db, event.id, 'T2')
  expect(await textOf(`${base}/people`)).toContain('Nobody is named yet')
  const person = { fullName: 'Ngozi Muster', role: 'lead-instructor', trackId, affiliation: 'Campus', country: 'NG' }
  expect((await app.post(`${base}/people/new`, person)).status).toBe(303)
  expect(await textOf(`/events/${event.slug}`)).toContain('Ngozi Muster')
  const { id } = await app.db.selectFrom('eventPeople').select('id').executeTakeFirstOrThrow()
  const form = await textOf(`${base}/people/${id}`)
  expect(form).toContain('value="Ngozi Muster"')
  const seen = /name="seen" value="([^"]*)"/.exec(form)![1]!
  expect((await app.post(`${base}/people/${id}`, { ...person, seen, fullName: 'Ngozi Musterfrau' })).status).toBe(303)
  expect(await textOf(`${base}/people/${id}/remove`)).toContain('Ngozi Musterfrau')
  expect((await app.post(`${base}/people/${id}/remove`, {})).status).toBe(303)
  expect(await textOf(`/events/${event.slug}`)).not.toContain('Ngozi')
})

test('a person without a name, with an unknown role or a foreign track comes back as typed', async () => {
  const elsewhere = await givenTrack(app.db, (await givenEvent(app.db)).id, 'T9')
  const nobody = await app.post(`${base}/people/new`, { fullName: ' ', role: 'king', affiliation: 'Campus' })
  expect(nobody.status).toBe(422)
  const shown = await nobody.text()
  expect(shown).toContain('href="#fullName"')
  expect(shown).toContain('href="#role"')
  expect(shown).toContain('value="Campus"')
  const foreign = { fullName: 'Ngozi Muster', role: 'chair', trackId: elsewhere }
  expect((await app.post(`${base}/people/new`, foreign)).status).toBe(409)
})

test('an instructor gets the list of a track by an address, signs in, and loses it again', async () => {
  const trackId = await givenTrack(app.db, event.id, 'T2')
  const [inTrack, rest] = event.tickets
  await app.db.updateTable('ticketTypes').set({ trackId }).where('id', '=', inTrack!.id).execute()
  await givenParticipants(app.db, event, [{ fullName: 'In the track' }])
  await givenParticipants(app.db, { id: event.id, tickets: [rest!] }, [{ fullName: 'Elsewhere' }])
  const asked = { email: 'teacher@campus.example', role: 'instructor', language: 'en', trackId }
  expect((await app.post(`${base}/team/new`, { ...asked, trackId: 'none' })).status).toBe(409)
  expect((await app.post(`${base}/team/new`, asked)).status).toBe(303)
  const { id: invitationId } = await app.db.selectFrom('invitations').select('id').executeTakeFirstOrThrow()
  const accepting = { invitationId, userAgent: null, earlierToken: null, now: app.services.clock.now() }
  expect((await acceptInvitation(app.db, accepting)).ok).toBe(true)
  expect(await textOf(`${base}/people`)).toContain('teacher@campus.example')
  const { id: roleId, accountId } = await app.db
    .selectFrom('roles')
    .select(['id', 'accountId'])
    .where('trackId', '=', trackId)
    .executeTakeFirstOrThrow()

  const removal = `${base}/team/roles/${roleId}/remove`
  expect(await textOf(removal)).toContain('teacher@campus.example')
  const organizer = await app.db.selectFrom('accounts').select('id').where('id', '!=', accountId).executeTakeFirst()
  await signInAs(app, accountId)
  const list = await textOf(`/teach/${event.slug}/participants`)
  expect(list).toContain('In the track')
  expect(list).not.toContain('Elsewhere')
  expect((await app.get(`${base}/people`)).status).toBe(404)

  await signInAs(app, organizer!.id)
  expect((await app.post(removal, {})).status).toBe(303)
  await signInAs(app, accountId)
  expect((await app.get(`/teach/${event.slug}/participants`)).status).toBe(404)
})
