import { expect, test } from 'vitest'
import { createEvent } from '#app/events/create-event.server.ts'
import { type NewEvent, newEventSchema } from '#app/events/new-event-form.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent, givenSeries } from '#tests/support/given.ts'

const names = { pool: 'Seats', ticket: 'Participant' }
const actor = { kind: 'account', id: 'an-account' } as const

function typed(change: Partial<NewEvent> = {}): NewEvent {
  return {
    ...newEventSchema.parse({
      seriesId: 'x',
      title: 'Sécurité des réseaux',
      language: 'fr',
      startsOn: '2027-07-13',
      endsOn: '2027-07-17',
      zone: 'America/Bogota',
      format: 'onsite',
      country: 'CO',
      city: 'Bogotá',
      admission: 'application',
    }),
    ...change,
  }
}

test('a new event is a draft with an address from its title, its days in its own zone, and an audit entry', async () => {
  const { db, close } = await testServices()
  const series = await givenSeries(db)
  const input = { seriesIds: [series.id], contactEmail: 'me@plenary.example', names, now: NOW, actor }
  const created = await createEvent(db, { ...input, form: typed({ seriesId: series.id }) })
  if (!created.ok) throw new Error('refused')
  expect(created.value.slug).toBe('securite-des-reseaux')
  const event = await db.selectFrom('events').selectAll().where('id', '=', created.value.id).executeTakeFirstOrThrow()
  expect(event).toMatchObject({
    status: 'draft',
    startsAt: '2027-07-13T05:00:00.000Z',
    endsAt: '2027-07-18T05:00:00.000Z',
    contactEmail: 'me@plenary.example',
    publishedAt: null,
  })
  const audit = await db.selectFrom('auditEntries').select('action').where('objectId', '=', event.id).execute()
  expect(audit).toEqual([{ action: 'event.created' }])

  const second = await createEvent(db, { ...input, form: typed({ seriesId: series.id }) })
  expect(second).toMatchObject({ ok: true, value: { slug: 'securite-des-reseaux-2' } })
  await close()
})

test('an event cannot be put into a series of others', async () => {
  const { db, close } = await testServices()
  const series = await givenSeries(db)
  await givenEvent(db)
  const refused = await createEvent(db, {
    form: typed({ seriesId: series.id }),
    seriesIds: [],
    contactEmail: '',
    names,
    now: NOW,
    actor,
  })
  expect(refused).toEqual({ ok: false, refusals: [{ code: 'unknown-series', field: 'seriesId' }] })
  await close()
})
