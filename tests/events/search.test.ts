import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { minimal } from './event-documents.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { importEvents } from '#app/events/import-events.server.ts'
import { searchWords } from '#app/events/search-words.ts'
import { searchEvents } from '#db/dialects/search.ts'

let run: Awaited<ReturnType<typeof testServices>>
beforeEach(async () => {
  run = await testServices()
})
afterEach(() => run.close())

async function found(query: string): Promise<string[]> {
  const rows = await run.db
    .selectFrom('events')
    .innerJoin(searchEvents(run.db, searchWords(query)), 'found.eventId', 'events.id')
    .select('events.slug')
    .orderBy('found.rank')
    .orderBy('events.slug')
    .execute()
  return rows.map((row) => row.slug)
}

async function given(...documents: ReturnType<typeof minimal>[]) {
  const result = await importEvents(run.db, { documents, now: NOW, actor: { kind: 'system' } })
  expect(result).toMatchObject({ ok: true })
}

const EVENT = minimal({
  slug: 'lome',
  texts: {
    en: { title: 'Running the DNS', description: 'About *resolvers* and [zones](https://hidden.example/secret)' },
    fr: { title: 'Exploiter le DNS' },
    ar: { title: 'نشر الإصدار السادس' },
    ja: { title: '東京のネットワーク運用' },
  },
  place: { country: 'TG', city: 'Lomé', venue: 'Hôtel Exemple' },
  topics: [{ slug: 'x', names: { en: 'Measurement', fr: 'Mesure' } }],
  people: [{ role: 'speaker', fullName: 'Þóra Dæmisdóttir', latinName: 'Thora' }],
  tracks: [{ code: 'T1', language: 'fr', texts: { fr: { title: 'Réseaux' } } }],
})

test.each([
  'dns',
  'DNS',
  'exploiter',
  'lome',
  'LOMÉ',
  'hotel',
  'togo',
  'mesure',
  'measure',
  'thora',
  'þóra',
  'reseaux',
  'resolvers',
  'الاصدار',
  'السادس',
  '東京',
  'ネットワーク',
  '運用',
  'plain series',
  'running lome',
])('“%s” finds the event', async (query) => {
  await given(EVENT, minimal({ slug: 'other', texts: { en: { title: 'Something else' } } }))
  expect(await found(query)).toContain('lome')
})

test.each(['hidden', 'esolvers', 'dns bgp', '京東'])('“%s” does not', async (query) => {
  await given(EVENT)
  expect(await found(query)).toEqual([])
})

test('a word in the title comes before a word in the description', async () => {
  const filler = Array.from({ length: 12 }, (_, at) => minimal({ slug: `filler-${at}` }))
  const below = minimal({
    slug: 'a-below',
    texts: { en: { title: 'A day', description: 'We shall talk about peering.' } },
  })
  const above = minimal({ slug: 'b-above', texts: { en: { title: 'Peering', description: 'A day.' } } })
  await given(below, above, ...filler)
  expect(await found('peering')).toEqual(['b-above', 'a-below'])
})

test('a changed text is found, and the earlier one is not', async () => {
  await given(EVENT)
  const { id } = await run.db.selectFrom('events').select('id').executeTakeFirstOrThrow()
  await run.db.updateTable('eventTexts').set({ title: 'Anycast' }).where('eventId', '=', id).execute()
  await run.db.transaction().execute((db) => eventChanged(db, id, NOW))
  expect(await found('anycast')).toEqual(['lome'])
  expect(await found('exploiter')).toEqual([])
})
