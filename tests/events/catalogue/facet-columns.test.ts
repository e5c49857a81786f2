import { expect, test } from 'vitest'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { findEvents } from '#app/events/catalogue-queries.server.ts'
import { NO_FILTERS } from '#app/events/catalogue/filters.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

test('after a change the facets count the languages and topics that the event has now', async () => {
  const { db, services, close } = await testServices()
  const { id } = await givenEvent(db)
  await db
    .insertInto('topics')
    .values([{ slug: 'dns' }, { slug: 'routing' }])
    .execute()
  await db
    .insertInto('eventTopics')
    .values([
      { eventId: id, topic: 'routing' },
      { eventId: id, topic: 'dns' },
    ])
    .execute()
  await db.insertInto('eventLanguages').values({ eventId: id, language: 'sw' }).execute()
  await db.deleteFrom('eventLanguages').where('language', '=', 'en').execute()
  await eventChanged(db, id, NOW)

  const { facets } = await findEvents(services, NO_FILTERS, NOW, 'en')
  expect(facets.topic).toEqual([
    { value: 'dns', count: 1 },
    { value: 'routing', count: 1 },
  ])
  expect(facets.language).toEqual([{ value: 'sw', count: 1 }])
  const other = await findEvents(services, { ...NO_FILTERS, topic: ['dns'], language: ['fr'] }, NOW, 'en')
  expect([other.total, other.facets.language, other.facets.topic]).toEqual([0, [{ value: 'sw', count: 1 }], []])

  await db.deleteFrom('eventTopics').execute()
  await eventChanged(db, id, NOW)
  expect((await findEvents(services, NO_FILTERS, NOW, 'en')).facets.topic).toEqual([])
  await close()
})
