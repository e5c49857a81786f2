import { expect, test } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

test('a series shows what is coming, then its history with how well it is attested', async () => {
  const app = await testApp()
  await givenEvent(app.db, { title: 'NTW 2027 Kigali' })
  const { id } = await givenEvent(app.db, {
    title: 'NTW 1993',
    startsOn: '1993-08-05',
    country: 'US',
    city: null,
    tickets: [],
  })
  await givenEvent(app.db, { title: 'NTW 1994', startsOn: '1994-06-05', status: 'cancelled', tickets: [] })
  await app.db
    .insertInto('eventSources')
    .values([0, 1].map((position) => ({ eventId: id, position, citation: 'A book', url: null })))
    .execute()
  const response = await app.get('/series/ntw')
  const html = await response.text()
  expect(response.status).toBe(200)
  expect(html).toContain('<main id="main" tabindex="-1" class="bare" data-series="ntw">')
  expect(html).toContain('<h1><bdi>Network Training Workshops</bdi></h1>')
  expect(html).toContain('href="/calendar?series=ntw"')
  expect(html.indexOf('NTW 2027 Kigali')).toBeLessThan(html.indexOf('NTW 1994'))
  expect(html.indexOf('NTW 1994')).toBeLessThan(html.indexOf('NTW 1993'))
  expect(html).toMatch(/<th scope="rowgroup" colSpan="3">1993<\/th>/)
  expect(html).toContain('2 sources')
  expect(html).toContain('Cancelled')
  await app.close()
})

test('a series with nothing ahead and nothing behind says so', async () => {
  const app = await testApp()
  await givenEvent(app.db, { status: 'draft' })
  const html = await (await app.get('/fr/series/ntw')).text()
  expect(html).toContain('Rien n’est encore annoncé')
  expect(html).toContain('L’histoire de cette série n’a pas encore été écrite.')
  await app.close()
})
