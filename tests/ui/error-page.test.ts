import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '#tests/support/app.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeAll(async () => {
  app = await testApp()
})

afterAll(() => app.close())

test('an unknown address helps on, in the reader’s language, and names the request', async () => {
  const response = await app.get('/fr/nulle-part?x=%3Cscript%3E')
  const html = await response.text()
  expect(response.status).toBe(404)
  expect(html).toContain('<html lang="fr" dir="ltr">')
  expect(html).toContain('<title>Aucune route vers cette page – Plenary</title>')
  expect(html).toContain('action="/fr/events"')
  expect(html).toContain(`<code>${response.headers.get('X-Request-Id')!.slice(0, 8)}</code>`)
  expect(html).not.toContain('<script')
})

test('a form that reaches a page without one is told so in its own language', async () => {
  const response = await app.post('/ar/events', { a: 'b' })
  const html = await response.text()
  expect(response.status).toBe(405)
  expect(html).toContain('<html lang="ar" dir="rtl">')
  expect(html).toContain(`<code>${response.headers.get('X-Request-Id')!.slice(0, 8)}</code>`)
})

test('what is not there looks the same whether it is hidden or never was', async () => {
  const mainOf = async (path: string) => {
    const html = await (await app.get(path)).text()
    return /<main.*<\/main>/s.exec(html)![0].replace(/<code>.*<\/code>/, '')
  }
  expect(await mainOf('/series/nothing')).toBe(await mainOf('/nowhere'))
})

test('an internal fault shows its number and nothing of the house', async () => {
  const broken = await testApp()
  await broken.db.schema.alterTable('seriesTexts').renameTo('seriesTextsAway').execute()
  const response = await broken.get('/events')
  const html = await response.text()
  await broken.db.schema.alterTable('seriesTextsAway').renameTo('seriesTexts').execute()
  expect(response.status).toBe(500)
  expect(html).toContain('We made a mistake')
  expect(html).toContain(`<code>${response.headers.get('X-Request-Id')!.slice(0, 8)}</code>`)
  expect(html).not.toMatch(/series_texts|SQL|\.ts|at Object|no such table|doesn/i)
  await broken.close()
})
