import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { minimal } from './event-documents.ts'
import { findEvents } from '#app/events/catalogue-queries.server.ts'
import { NO_FILTERS } from '#app/events/catalogue/filters.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { saveHost } from '#app/events/hosts/save-host.server.ts'
import { importEvents } from '#app/events/import-events.server.ts'

let run: Awaited<ReturnType<typeof testServices>>
beforeEach(async () => {
  run = await testServices()
})
afterEach(() => run.close())

async function found(q: string): Promise<string[]> {
  const { rows } = await findEvents(run.services, { ...NO_FILTERS, when: 'all', q }, NOW, 'en')
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

test('an event is found by the name that its host has now', async () => {
  await given(EVENT)
  const actor = { kind: 'system' } as const
  const form = { name: 'Chapitre Hibiscus', slug: 'hibiscus', kind: 'chapter' } as const
  const host = await saveHost(run.db, { hostId: null, form, now: NOW, actor })
  if (!host.ok) throw new Error('no host')
  const { id: hostId } = host.value
  await run.db.updateTable('events').set({ hostId }).execute()
  const { id } = await run.db.selectFrom('events').select('id').executeTakeFirstOrThrow()
  await run.db.transaction().execute((db) => eventChanged(db, id, NOW))
  expect(await found('hibiscus')).toEqual(['lome'])
  await saveHost(run.db, { hostId, form: { ...form, name: 'Chapitre Baobab' }, now: NOW, actor })
  expect([await found('baobab'), await found('hibiscus')]).toEqual([['lome'], []])
})
