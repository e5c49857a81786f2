import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NOW, testApp } from '#tests/support/app.ts'
import { everything, minimal } from './event-documents.ts'
import { eventJsonSchema } from '#app/events/document/json-schema.ts'
import { readDocuments, listEventIds } from '#app/events/document/read-documents.server.ts'
import { importEvents } from '#app/events/import-events.server.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
  const documents = [...everything(), minimal({ slug: 'secret-draft', status: 'draft', parent: 'inet-2031' })]
  documents[0]!.neighbours!.push({ event: 'secret-draft', relation: 'beside' })
  expect(await importEvents(app.db, { documents, now: NOW, actor: { kind: 'operator' } })).toMatchObject({ ok: true })
})
afterAll(() => app.close())

function validator() {
  const ajv = new Ajv2020({ allErrors: true, validateFormats: false, strict: true, strictTypes: false })
  return ajv.compile(eventJsonSchema('http://plenary.test/schemas/event.json'))
}

test('every export is valid under the published schema', async () => {
  const validate = validator()
  const documents = await readDocuments(app.db, { eventIds: await listEventIds(app.db), isPrivate: true })
  for (const document of [...documents, ...everything()]) {
    validate(JSON.parse(JSON.stringify(document)))
    expect(validate.errors).toBe(null)
  }
  expect(validate({ ...documents[0], surprise: 1 })).toBe(false)
})

test('an event’s address gives its public document, for any page and with an entity tag', async () => {
  const response = await app.get('/events/ntw-2031.json')
  expect(response.status).toBe(200)
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(response.headers.get('Content-Type')).toContain('application/json')
  const text = await response.text()
  expect(text).not.toMatch(/meet\.example|Staff|STAFF|crew|Catering|Great hall|private/)
  const validate = validator()
  expect(validate(JSON.parse(text)) || validate.errors).toBe(true)
  expect(JSON.parse(text)).toMatchObject({ slug: 'ntw-2031', links: { html: 'http://plenary.test/events/ntw-2031' } })
  const again = await app.get('/events/ntw-2031.json', { headers: { 'If-None-Match': response.headers.get('ETag')! } })
  expect(again.status).toBe(304)
})

test('a draft is not there, and nobody tells of it', async () => {
  expect((await app.get('/events/secret-draft.json')).status).toBe(404)
  expect((await app.get('/events/never-was.json')).status).toBe(404)
  expect(await (await app.get('/events/inet-2031.json')).text()).not.toContain('secret-draft')
})

test('the schema stands at its own address', async () => {
  const response = await app.get('/schemas/event.json')
  expect(await response.json()).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'http://plenary.test/schemas/event.json',
  })
})

test('the catalogue as data can be imported again', async () => {
  const response = await app.get('/events.json?when=all')
  const body = (await response.json()) as { events: unknown[]; total: number }
  expect(body).toMatchObject({ total: 3, page: 1 })
  const again = await importEvents(app.db, { documents: body, now: NOW, actor: { kind: 'operator' } })
  expect(again).toMatchObject({ ok: true, value: { created: [] } })
})

test('a page of one event and a page of many take the same number of queries', async () => {
  const many = Array.from({ length: 25 }, (_, at) =>
    minimal({ ...everything()[1]!, slug: `copy-${at}`, parent: null, neighbours: [] }),
  )
  await importEvents(app.db, { documents: many, now: NOW, actor: { kind: 'operator' } })
  const ids = await listEventIds(app.db)
  const queriesFor = async (eventIds: string[]) => {
    let queries = 0
    const counted = app.db.withPlugin({
      transformQuery: ({ node }) => (queries++, node),
      transformResult: ({ result }) => Promise.resolve(result),
    })
    await readDocuments(counted, { eventIds, isPrivate: false })
    return queries
  }
  expect(await queriesFor(ids.slice(0, 25))).toBe(await queriesFor(ids.slice(0, 1)))
})
