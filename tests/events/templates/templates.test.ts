import { afterEach, beforeEach, expect, test } from 'vitest'
import { minimal } from '../event-documents.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { cloneEvent } from '#app/events/cloning/clone-event.server.ts'
import { importEvents } from '#app/events/import-events.server.ts'
import { publishEvent } from '#app/events/publishing/publish-event.server.ts'
import { requestPublishing } from '#app/events/publishing/request-publishing.server.ts'
import { listTemplates } from '#app/events/templates/list-templates.server.ts'
import { setTemplate } from '#app/events/templates/set-template.server.ts'
import { listReachedEvents } from '#app/participants/event-queries.server.ts'

let services: Awaited<ReturnType<typeof testServices>>
beforeEach(async () => {
  services = await testServices()
})
afterEach(() => services.close())

const actor = { kind: 'account', id: 'an-account' } as const

/** A draft that could be published at once. */
async function givenReady() {
  const event = await givenEvent(services.db, { status: 'draft', publishedAt: null })
  await services.db.updateTable('eventTexts').set({ accessNote: 'Ramps' }).where('eventId', '=', event.id).execute()
  return event
}

async function listed() {
  const found = await listReachedEvents(services.db, { reach: 'all', search: '', language: 'en', now: NOW, page: 1 })
  return found.events.map(({ id }) => id)
}

test('a template is never published, by no way, and stands in its own list', async () => {
  const { db } = services
  const event = await givenReady()
  expect(await listed()).toEqual([event.id])
  expect(await setTemplate(db, { eventId: event.id, isTemplate: true, now: NOW, actor })).toMatchObject({ ok: true })
  expect(await listed()).toEqual([])
  expect(await listTemplates(db, { reach: 'all', language: 'en' })).toMatchObject([{ id: event.id }])
  expect(await listTemplates(db, { reach: { seriesIds: [], eventIds: [] }, language: 'en' })).toEqual([])

  const refused = { ok: false, refusals: [{ code: 'is-template' }] }
  expect(await publishEvent(db, { eventId: event.id, now: NOW, actor })).toEqual(refused)
  const asked = { eventId: event.id, publishAt: null, isReviewed: false, note: '', now: NOW, actor }
  expect(await requestPublishing(db, asked)).toEqual(refused)
  const document = minimal({ slug: event.slug, status: 'published', series: { slug: 'ntw' } })
  const imported = await importEvents(db, { documents: [document], now: NOW, actor })
  expect(imported).toMatchObject({ ok: false })
  const row = await db.selectFrom('events').select('status').where('id', '=', event.id).executeTakeFirstOrThrow()
  expect(row.status).toBe('draft')

  expect(await setTemplate(db, { eventId: event.id, isTemplate: false, now: NOW, actor })).toMatchObject({ ok: true })
  expect(await publishEvent(db, { eventId: event.id, now: NOW, actor })).toMatchObject({ ok: true })
})

test('what was public or has registrations does not become a template; a copy of it does', async () => {
  const { db } = services
  const event = await givenEvent(db, { edition: 4 })
  const set = await setTemplate(db, { eventId: event.id, isTemplate: true, now: NOW, actor })
  expect(set).toEqual({ ok: false, refusals: [{ code: 'not-a-draft' }] })
  const made = await cloneEvent(db, {
    fromId: event.id,
    form: { title: 'Routing, five days', startsOn: '2027-06-14', parts: ['tickets'] },
    seriesIds: [event.seriesId],
    isTemplate: true,
    now: NOW,
    actor,
  })
  if (!made.ok) throw new Error('refused')
  const template = await db.selectFrom('events').selectAll().where('id', '=', made.value.id).executeTakeFirstOrThrow()
  expect(template).toMatchObject({ isTemplate: 1, status: 'draft', edition: 4, previousId: null })

  const next = await cloneEvent(db, {
    fromId: template.id,
    form: { title: 'Routing 2028', startsOn: '2028-06-12', parts: ['tickets'] },
    seriesIds: [event.seriesId],
    now: NOW,
    actor,
  })
  if (!next.ok) throw new Error('refused')
  const edition = await db.selectFrom('events').selectAll().where('id', '=', next.value.id).executeTakeFirstOrThrow()
  expect(edition).toMatchObject({ isTemplate: 0, startsOn: '2028-06-12', endsOn: '2028-06-16', previousId: null })
})
