import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent, givenSeries } from '#tests/support/given.ts'
import { eventView } from '#app/events/event-queries.server.ts'
import { relateEvents, unrelateEvents } from '#app/events/related/relate-events.server.ts'
import type { Relation } from '#app/events/related/relation-form.ts'
import { listRelations, searchEvents } from '#app/events/related/seen-events.server.ts'
import type { Reach } from '#app/people/rights.ts'

let services: Awaited<ReturnType<typeof testServices>>
beforeEach(async () => {
  services = await testServices()
})
afterEach(() => services.close())

const actor = { kind: 'account', id: 'an-account' } as const

function relate(eventId: string, otherId: string, relation: Relation, reach: Reach = 'all') {
  return relateEvents(services.db, { eventId, otherId, relation, reach, now: NOW, actor })
}

async function relationsOf(eventId: string) {
  const { related } = await listRelations(services.db, { eventId, reach: 'all', language: 'en' })
  return related.map(({ id, relation }) => [id, relation])
}

test('both sides tell the same of two events, and there is one word of them', async () => {
  const { db } = services
  const [inet, ntw] = [await givenEvent(db, { slug: 'inet' }), await givenEvent(db, { slug: 'ntw' })]
  expect(await relate(inet.id, ntw.id, 'before')).toMatchObject({ ok: true })
  expect(await relationsOf(inet.id)).toEqual([[ntw.id, 'before']])
  expect(await relationsOf(ntw.id)).toEqual([[inet.id, 'after']])
  expect(await relate(ntw.id, inet.id, 'beside')).toMatchObject({ ok: true })
  expect(await relationsOf(inet.id)).toEqual([[ntw.id, 'beside']])
  expect(await db.selectFrom('eventNeighbours').selectAll().execute()).toHaveLength(1)
  const view = await eventView(db, 'inet', 'en')
  expect(view!.related).toMatchObject([{ slug: 'ntw', relation: 'beside' }])

  const gone = { eventId: inet.id, otherId: ntw.id, relation: 'beside' as const, now: NOW, actor }
  await unrelateEvents(db, gone)
  await unrelateEvents(db, gone)
  expect(await relationsOf(ntw.id)).toEqual([])
  const audit = await db.selectFrom('auditEntries').select('action').orderBy('id').execute()
  expect(audit.map(({ action }) => action)).toEqual(['event.related', 'event.related', 'event.unrelated'])
})

test('parents make no circle, not even when two close it at once', async () => {
  const { db } = services
  const [a, b, c] = [await givenEvent(db), await givenEvent(db), await givenEvent(db)]
  const circle = { ok: false, refusals: [{ code: 'parent-circle' }] }
  expect(await relate(a.id, a.id, 'parent')).toEqual({ ok: false, refusals: [{ code: 'related-itself' }] })
  expect(await relate(a.id, b.id, 'parent')).toMatchObject({ ok: true })
  expect(await relate(b.id, a.id, 'parent')).toEqual(circle)
  expect(await relate(b.id, c.id, 'parent')).toMatchObject({ ok: true })
  expect(await relate(c.id, a.id, 'parent')).toEqual(circle)
  const [d, e] = [await givenEvent(db), await givenEvent(db)]
  const both = await Promise.all([relate(d.id, e.id, 'parent'), relate(e.id, d.id, 'parent')])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  const parents = await db.selectFrom('events').select('parentId').where('id', 'in', [d.id, e.id]).execute()
  expect(parents.filter(({ parentId }) => parentId !== null)).toHaveLength(1)
})

test('drafts and templates of others are neither found nor named', async () => {
  const { db } = services
  const mine = await givenEvent(db)
  const others = await givenSeries(db, 'inet', 'inet')
  const draft = await givenEvent(db, { seriesId: others.id, status: 'draft', publishedAt: null, title: 'Secret 100%' })
  const shown = await givenEvent(db, { seriesId: others.id, title: 'Open 100%' })
  const template = await givenEvent(db, { status: 'draft', publishedAt: null, isTemplate: 1, title: 'Form 100%' })
  const reach = { seriesIds: [mine.seriesId], eventIds: [] }
  const search = { words: '100%', exceptId: mine.id, language: 'en' }
  const found = await searchEvents(db, { ...search, reach })
  expect(found.map(({ id }) => id)).toEqual([shown.id])
  expect((await searchEvents(db, { ...search, reach: 'all' })).map(({ id }) => id).toSorted()).toEqual(
    [draft.id, shown.id].toSorted(),
  )
  for (const { id } of [draft, template])
    expect(await relate(mine.id, id, 'beside', reach)).toEqual({ ok: false, refusals: [{ code: 'event-not-seen' }] })
  await relate(mine.id, draft.id, 'parent')
  const { related } = await listRelations(db, { eventId: mine.id, reach, language: 'en' })
  expect(related).toEqual([{ id: draft.id, relation: 'parent', event: null }])
})
