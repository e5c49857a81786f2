import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testServices } from '#tests/support/app.ts'
import { givenEvent, givenQuota } from '#tests/support/given.ts'
import { givenInet, givenNtw, givenSession } from './event-samples.ts'
import { eventView } from '#app/events/event-queries.server.ts'
import { programmeView } from '#app/programme/programme-queries.server.ts'

let test: Awaited<ReturnType<typeof testServices>>

beforeAll(async () => {
  test = await testServices()
})
afterAll(() => test.close())

describe('eventView', () => {
  it('gives an event whole', async () => {
    const inet = await givenInet(test.db)
    await givenNtw(test.db, inet.id)
    const view = (await eventView(test.db, 'inet-2027', 'fr'))!
    expect(view.text).toMatchObject({ language: 'en', title: 'INET 2027 Kigali' })
    expect(view.tickets.map(({ code }) => code)).not.toContain('SPK')
    expect(view.tickets.find(({ code }) => code === 'FULL-LMIC')!.steps).toHaveLength(4)
    expect(view.highlights.map(({ title }) => title)[0]).toBe('RPKI in an afternoon')
    expect(view.highlights[1]!.people.map(({ fullName }) => fullName)).toEqual(['Wanjiku Placeholder', 'Tomás Ejemplo'])
    expect(view.related).toEqual([expect.objectContaining({ slug: 'ntw-2027', relation: 'before' })])
    const ntw = (await eventView(test.db, 'ntw-2027', 'en'))!
    expect(ntw.related).toEqual([expect.objectContaining({ slug: 'inet-2027', relation: 'after' })])
    expect(ntw.tracks.map(({ seats }) => seats)).toEqual([
      { size: 30, taken: 12 },
      { size: 30, taken: 12 },
    ])
  })

  it('prefers the reader’s language, then the event’s own', async () => {
    const event = await givenEvent(test.db, { language: 'pt', title: 'Oficina' })
    const add = (language: string, title: string) =>
      test.db
        .insertInto('eventTexts')
        .values({
          eventId: event.id,
          language,
          title,
          summary: '',
          description: '',
          accessNote: '',
          visaNote: '',
          preparation: '',
          cancellationNote: '',
        })
        .execute()
    await add('en', 'Workshop')
    await add('fr', 'Atelier')
    const titles = await Promise.all(
      ['fr', 'ar', 'pt'].map(async (language) => (await eventView(test.db, event.slug, language))!.text.title),
    )
    expect(titles).toEqual(['Atelier', 'Oficina', 'Oficina'])
  })

  it('shows the parent to the part and the part to the parent, but no drafts', async () => {
    const parent = await givenEvent(test.db)
    const part = await givenEvent(test.db, { parentId: parent.id })
    await givenEvent(test.db, { parentId: parent.id, status: 'draft' })
    expect((await eventView(test.db, part.slug, 'en'))!.related).toEqual([
      expect.objectContaining({ relation: 'parent', slug: parent.slug }),
    ])
    expect((await eventView(test.db, parent.slug, 'en'))!.related).toEqual([
      expect.objectContaining({ relation: 'part', slug: part.slug }),
    ])
  })

  it('gives a draft only to whom it may', async () => {
    const draft = await givenEvent(test.db, { status: 'draft' })
    expect(await eventView(test.db, draft.slug, 'en')).toBeNull()
    expect((await eventView(test.db, draft.slug, 'en', { allowDraft: true }))?.id).toBe(draft.id)
  })

  it('takes as many queries for much as for little', async () => {
    const little = await givenEvent(test.db, { tickets: [{}] })
    const much = await givenEvent(test.db, { tickets: Array.from({ length: 50 }, () => ({ price: 100 })) })
    await givenQuota(test.db, much.id, 10)
    for (let at = 0; at < 50; at++)
      await givenSession(test.db, much.id, {
        day: '2027-06-14',
        from: '09:00',
        to: '10:00',
        title: `Talk ${at}`,
        people: ['A', 'B'],
      })
    const queries = await counted((db) => eventView(db, little.slug, 'en'))
    expect(await counted((db) => eventView(db, much.slug, 'en'))).toBe(queries)
    expect(queries).toBeLessThan(25)
    const programme = await counted((db) => programmeView(db, little.slug, 'en'))
    expect(await counted((db) => programmeView(db, much.slug, 'en'))).toBe(programme)
  })
})

type Db = typeof test.db

/** How many queries some work takes. */
async function counted(work: (db: Db) => Promise<unknown>): Promise<number> {
  let queries = 0
  await work(
    test.db.withPlugin({
      transformQuery: ({ node }) => {
        queries += 1
        return node
      },
      transformResult: ({ result }) => Promise.resolve(result),
    }),
  )
  return queries
}
