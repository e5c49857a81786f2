import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { givenSession } from '#tests/events/event-samples.ts'
import { newId } from '#app/values/id.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

async function givenTrack(eventId: string, code: string) {
  const id = newId('2026-11-21T12:00:00.000Z')
  await app.db
    .insertInto('tracks')
    .values({ id, eventId, code, position: 0, language: 'en', level: null, room: null })
    .execute()
  return id
}

describe('the programme', () => {
  it('without sessions says why it is empty', async () => {
    const event = await givenEvent(app.db)
    const response = await app.get(`/events/${event.slug}/programme`)
    expect(response.status).toBe(200)
    const html = await response.text()
    expect(html).toContain('The programme is not published yet')
    expect(html).not.toContain('programme.ics')
  })

  it('of a hundred sessions has a page a day, in the order of time, with the zone named, and one of all', async () => {
    const event = await givenEvent(app.db)
    for (let at = 99; at >= 0; at--)
      await givenSession(app.db, event.id, {
        day: `2027-06-${14 + Math.floor(at / 20)}`,
        from: `${String(8 + Math.floor((at % 20) / 2)).padStart(2, '0')}:${at % 2 ? '30' : '00'}`,
        to: `${String(8 + Math.floor((at % 20) / 2)).padStart(2, '0')}:${at % 2 ? '59' : '29'}`,
        title: `Talk ${String(at).padStart(3, '0')}`,
      })
    await givenSession(app.db, event.id, {
      day: '2027-06-14',
      from: '07:00',
      to: '07:30',
      title: 'Committee',
      isPublic: 0,
    })
    const pageOf = async (query: string) => await (await app.get(`/events/${event.slug}/programme${query}`)).text()
    const titlesOf = (html: string) => [...html.matchAll(/<b [^>]*>Talk (\d{3})/g)].map(([, number]) => Number(number))
    const first = await pageOf('')
    expect(titlesOf(first)).toEqual(Array.from({ length: 20 }, (_, at) => at))
    expect(first).toContain('100 sessions')
    expect(titlesOf(await pageOf('?day=2027-06-15'))).toEqual(Array.from({ length: 20 }, (_, at) => 20 + at))
    expect(titlesOf(await pageOf('?day=2031-01-01'))).toEqual(titlesOf(first))
    const html = await pageOf('?day=all')
    const titles = [...html.matchAll(/<b [^>]*>Talk (\d{3})/g)].map(([, number]) => Number(number))
    expect(titles).toEqual(Array.from({ length: 100 }, (_, at) => at))
    expect(html.match(/<section[^>]*aria-labelledby="d2027-/g)).toHaveLength(5)
    expect(html).toContain('All times are in Kigali (UTC+2).')
    expect(html).not.toContain('Committee')
  })

  it('can be read by track, with what is for everybody', async () => {
    const event = await givenEvent(app.db)
    const [one, two] = [await givenTrack(event.id, 'T1'), await givenTrack(event.id, 'T2')]
    const at = { day: '2027-06-14', from: '09:00', to: '10:00' }
    await givenSession(app.db, event.id, { ...at, title: 'For all' })
    await givenSession(app.db, event.id, { ...at, title: 'Only one', trackId: one })
    await givenSession(app.db, event.id, { ...at, title: 'Only two', trackId: two })
    const html = await (await app.get(`/events/${event.slug}/programme?track=T1`)).text()
    expect(html).toContain('For all')
    expect(html).toContain('Only one')
    expect(html).not.toContain('Only two')
    expect(await (await app.get(`/events/${event.slug}/programme?track=%00`)).text()).toContain('Only two')
  })

  it('of a draft is not there', async () => {
    const draft = await givenEvent(app.db, { status: 'draft' })
    expect((await app.get(`/events/${draft.slug}/programme`)).status).toBe(404)
  })
})
