import { expect, test } from 'vitest'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { updateEventDetails } from '#app/events/update-event-details.server.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { typedDetails } from '#tests/support/typed-details.ts'

const actor = { kind: 'account', id: 'an-account' } as const

test('saves the public fields, moves the bounds with them, and raises the version', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db, { status: 'draft', publishedAt: null })
  const form = await typedDetails(db, event.id, {
    title: 'BGP in practice',
    startsTime: '09:00',
    slug: 'bgp-in-practice',
  })
  const saved = await updateEventDetails(db, { eventId: event.id, form, now: NOW, actor })
  expect(saved).toMatchObject({ ok: true, value: { slug: 'bgp-in-practice' } })
  const row = await db.selectFrom('events').selectAll().where('id', '=', event.id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({ slug: 'bgp-in-practice', startsAt: '2027-06-14T07:00:00.000Z', version: 2, sequence: 0 })
  const audit = await db
    .selectFrom('auditEntries')
    .selectAll()
    .where('objectId', '=', event.id)
    .executeTakeFirstOrThrow()
  expect(JSON.parse(audit.after)).toMatchObject({ slug: 'bgp-in-practice', changed: expect.arrayContaining(['title']) })
  await close()
})

test('a translation is added beside the text that exists', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db)
  const form = await typedDetails(db, event.id, { textLanguage: 'fr', title: 'Atelier de routage' })
  expect(await updateEventDetails(db, { eventId: event.id, form, now: NOW, actor })).toMatchObject({ ok: true })
  const titles = await db
    .selectFrom('eventTexts')
    .select(['language', 'title'])
    .where('eventId', '=', event.id)
    .orderBy('language')
    .execute()
  expect(titles).toEqual([
    { language: 'en', title: 'Routing workshop' },
    { language: 'fr', title: 'Atelier de routage' },
  ])
  await close()
})

test('a stale form overwrites nothing; opened again it saves', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db)
  const [mine, theirs] = [
    await typedDetails(db, event.id, { city: 'Musanze' }),
    await typedDetails(db, event.id, { city: 'Huye' }),
  ]
  expect(await updateEventDetails(db, { eventId: event.id, form: theirs, now: NOW, actor })).toMatchObject({ ok: true })
  expect(await updateEventDetails(db, { eventId: event.id, form: mine, now: NOW, actor })).toEqual({
    ok: false,
    refusals: [{ code: 'stale' }],
  })
  const read = () => db.selectFrom('events').select('city').where('id', '=', event.id).executeTakeFirstOrThrow()
  expect(await read()).toEqual({ city: 'Huye' })
  const again = await typedDetails(db, event.id, { city: 'Musanze' })
  expect(await updateEventDetails(db, { eventId: event.id, form: again, now: NOW, actor })).toMatchObject({ ok: true })
  expect(await read()).toEqual({ city: 'Musanze' })
  await close()
})

test('of two who save at the same moment one wins and the other is told', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db)
  const forms = [
    await typedDetails(db, event.id, { city: 'Musanze' }),
    await typedDetails(db, event.id, { city: 'Huye' }),
  ]
  const saved = await Promise.all(
    forms.map((form) => updateEventDetails(db, { eventId: event.id, form, now: NOW, actor })),
  )
  expect(saved.filter(({ ok }) => ok)).toHaveLength(1)
  expect(saved.find(({ ok }) => !ok)).toMatchObject({ refusals: [{ code: 'stale' }] })
  await close()
})

test('a change of something else meanwhile, such as a ticket, is no reason to refuse', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db)
  const form = await typedDetails(db, event.id, { city: 'Musanze' })
  await eventChanged(db, event.id, NOW)
  expect(await updateEventDetails(db, { eventId: event.id, form, now: NOW, actor })).toMatchObject({ ok: true })
  await close()
})

test('an address that was public stays; one that is taken is refused', async () => {
  const { db, close } = await testServices()
  const [event, draft] = [await givenEvent(db), await givenEvent(db, { status: 'draft', publishedAt: null })]
  const moved = await typedDetails(db, event.id, { slug: 'elsewhere' })
  expect(await updateEventDetails(db, { eventId: event.id, form: moved, now: NOW, actor })).toMatchObject({
    refusals: [{ code: 'slug-public', field: 'slug' }],
  })
  const same = await typedDetails(db, draft.id, { slug: event.slug })
  expect(await updateEventDetails(db, { eventId: draft.id, form: same, now: NOW, actor })).toMatchObject({
    refusals: [{ code: 'slug-taken', field: 'slug' }],
  })
  await close()
})
