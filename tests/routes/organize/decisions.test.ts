import { afterEach, beforeEach, expect, test } from 'vitest'
import { countQueries } from './count-queries.ts'
import {
  aCall,
  type ACall,
  broken,
  decided,
  mailsTo,
  offersOf,
  released,
  taking,
} from '#tests/applications/offers/a-call.ts'
import { acceptOffer } from '#app/applications/offers/accept-offer.server.ts'
import { givenApplications } from '#tests/support/given-call.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let call: ACall

beforeEach(async () => {
  app = await testApp()
  call = await aCall(app, 5)
  const { accountId } = await givenAccount(app.db, 'grace@example.org', [
    { role: 'organizer', scope: 'event', scopeId: call.event.id },
  ])
  await signInAs(app, accountId)
})

afterEach(async () => {
  expect(await broken(app.db)).toEqual([])
  await app.close()
})

const base = () => `/organize/${call.event.slug}/calls/${call.call.slug}`

test('decided in bulk, looked at as the very mails, released, and taken back', async () => {
  const bulk = new URLSearchParams({ kind: 'accept', choice: call.choice.id, reason: 'Well done' })
  for (const id of call.ids.slice(0, 2)) bulk.append('applications', id)
  expect((await app.post(`${base()}/decisions`, bulk)).status).toBe(303)
  expect((await app.post(`${base()}/decisions/rest`, { reason: 'Too many of us' })).status).toBe(303)
  await app.db.updateTable('applications').set({ language: 'en' }).execute()
  await app.db.updateTable('applications').set({ language: 'fr' }).where('id', '=', call.ids[0]!).execute()
  const html = await (await app.get(`${base()}/decisions/review`)).text()
  expect(html).toContain('Nous vous offrons une place')
  expect(html).toContain('We offer you a place')
  expect(html).not.toMatch(/key=(?!hidden)/)
  const other = await (await app.get(`${base()}/decisions/review?page=1`)).text()
  expect(other).toContain('Too many of us')
  expect((await app.get(`${base()}/decisions/release`)).status).toBe(200)
  expect((await app.post(`${base()}/decisions/release`, {})).status).toBe(303)
  expect(await mailsTo(app.db, call.ids[0]!)).toMatchObject([{ template: 'admission-offer', state: 'waiting' }])
  const page = await (await app.get(`${base()}/decisions/undo`)).text()
  const release = /name="release" value="([^"]+)"/.exec(page)![1]!
  expect((await app.post(`${base()}/decisions/undo`, { release })).status).toBe(303)
  expect(await mailsTo(app.db, call.ids[0]!)).toEqual([])
  expect((await app.post(`${base()}/decisions/undo`, { release })).status).toBe(409)
})

test('nothing ticked comes back as typed; one decision is kept whole, and by an old page not overwritten', async () => {
  const wrong = await app.post(`${base()}/decisions`, { kind: 'accept' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Tick at least one application')
  const address = `${base()}/decisions/${call.ids[0]!}`
  const form = {
    kind: 'reserve',
    choice: call.choice.id,
    package: '',
    place: '',
    reason: 'Close',
    note: 'Ask again',
    version: '0',
  }
  expect((await app.post(address, form)).status).toBe(303)
  const late = await app.post(address, { ...form, kind: 'decline' })
  expect(late.status).toBe(409)
  expect(await app.db.selectFrom('decisions').selectAll().execute()).toMatchObject([
    { kind: 'reserve', place: 1, reason: 'Close', note: 'Ask again', version: 1 },
  ])
  expect((await app.post(`${address}/undecide`, {})).status).toBe(303)
  expect(await app.db.selectFrom('decisions').selectAll().execute()).toEqual([])
})

test('an offer is withdrawn, and the next of the reserve list gets it', async () => {
  await app.db.updateTable('quotas').set({ size: 1 }).where('eventId', '=', call.event.id).execute()
  await app.db.updateTable('callChoices').set({ seats: null }).execute()
  await app.db.deleteFrom('applicationAnswers').execute()
  await decided(
    app.db,
    call,
    call.ids.slice(0, 2).map((applicationId, at) => ({
      applicationId,
      kind: at === 0 ? ('accept' as const) : ('reserve' as const),
      choiceId: call.choice.id,
    })),
  )
  const { releaseId } = await released(app.db, call)
  await app.db.updateTable('decisionReleases').set({ sendAt: NOW, state: 'sent' }).where('id', '=', releaseId).execute()
  const [offer] = await offersOf(app.db, call)
  expect((await app.get(`${base()}/offers`)).status).toBe(200)
  expect((await app.post(`${base()}/offers/${offer!.id}/withdraw`, { reason: 'A mistake' })).status).toBe(303)
  const next = await (await app.get(`${base()}/offers/next`)).text()
  expect(next).toContain(`/offers/promote/${call.ids[1]!}`)
  const promote = `${base()}/offers/promote/${call.ids[1]!}`
  expect((await app.get(promote)).status).toBe(200)
  expect((await app.post(promote, { choice: call.choice.id, reason: '' })).status).toBe(303)
  expect((await offersOf(app.db, call)).map(({ state }) => state).toSorted()).toEqual(['open', 'withdrawn'])
})

test('what was accepted is taken back with a reason, and the page says so', async () => {
  await decided(app.db, call, [{ applicationId: call.ids[0]!, kind: 'accept', choiceId: call.choice.id }])
  await released(app.db, call)
  await app.db.updateTable('decisionReleases').set({ sendAt: NOW, state: 'sent' }).execute()
  const [offer] = await offersOf(app.db, call)
  expect(await acceptOffer(app.db, taking(offer!.id))).toMatchObject({ ok: true })
  const address = `${base()}/offers/${offer!.id}/withdraw`
  const page = await (await app.get(address)).text()
  expect(page).toContain('Their registration is cancelled')
  const shown = /name="shown" value="([^"]+)"/.exec(page)![1]!
  const bare = await app.post(address, { shown, reason: ' ' })
  expect(bare.status).toBe(409)
  expect(await bare.text()).toContain('Say why')
  expect(await (await app.get(`${base()}/offers`)).text()).toContain('/registrations/')
  expect((await app.post(address, { shown, reason: 'No room' })).status).toBe(303)
  const list = await (await app.get(`${base()}/offers`)).text()
  expect(list).toContain('Seat given up')
  expect(list).toContain('No room')
  expect(list).not.toContain(address)
  expect(await (await app.get(address)).text()).toContain('was answered or is over')
})

test('before a call is cancelled its page says whom it ends an offer for and who is told', async () => {
  await decided(app.db, call, [{ applicationId: call.ids[0]!, kind: 'accept', choiceId: call.choice.id }])
  await released(app.db, call)
  const page = await (await app.get(`${base()}/details/status/cancel`)).text()
  expect(page).toContain('One open offer ends')
  expect(page).toContain('5 people who applied are told')
  expect((await app.post(`${base()}/details/status/cancel`, {})).status).toBe(303)
  expect((await offersOf(app.db, call))[0]).toMatchObject({ state: 'withdrawn' })
})

test('of another call nothing is found here', async () => {
  const other = await aCall(app, 1, { slug: 'other' })
  await decided(app.db, other, [{ applicationId: other.ids[0]!, kind: 'accept', choiceId: other.choice.id }])
  await released(app.db, other)
  const [offer] = await offersOf(app.db, other)
  for (const path of [
    `decisions/${other.ids[0]!}`,
    `offers/${offer!.id}/withdraw`,
    `offers/promote/${other.ids[0]!}`,
  ]) {
    expect((await app.get(`${base()}/${path}`)).status, path).toBe(404)
    expect((await app.post(`${base()}/${path}`, { kind: 'decline', reason: '' })).status, path).not.toBe(303)
  }
  expect((await app.post(`${base()}/decisions/${other.ids[0]!}/undecide`, {})).status).toBe(404)
  expect((await app.post(`${base()}/decisions/${other.ids[0]!}/up`, {})).status).toBe(404)
  expect((await offersOf(app.db, other))[0]).toMatchObject({ state: 'open' })
})

test('a page of fifty takes as many queries as one of one', async () => {
  const pages = ['decisions', 'decisions/review', 'decisions/reserve', 'offers', 'offers/next'].map(
    (page) => `${base()}/${page}`,
  )
  await decided(app.db, call, [
    { applicationId: call.ids[0]!, kind: 'accept', choiceId: call.choice.id },
    { applicationId: call.ids[1]!, kind: 'reserve', choiceId: call.choice.id },
  ])
  await released(app.db, call)
  await app.db.updateTable('decisionReleases').set({ sendAt: NOW, state: 'sent' }).execute()
  const few = await countQueries(app, pages)
  await givenApplications(app, { call: call.call, count: 40, seed: 'more' })
  const rows = await app.db
    .selectFrom('applications')
    .select('id')
    .where('callId', '=', call.callId)
    .orderBy('number')
    .execute()
  const more = rows.slice(5).map(({ id }, at) => ({
    applicationId: id,
    kind: at % 2 === 0 ? ('accept' as const) : ('reserve' as const),
    choiceId: call.choice.id,
  }))
  await decided(app.db, call, more)
  await released(app.db, call)
  await app.db.updateTable('decisionReleases').set({ sendAt: NOW, state: 'sent' }).execute()
  expect(await countQueries(app, pages)).toEqual(few)
})
