import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { changeEvent } from './change-event.ts'
import { givenDay } from '#tests/calendar/given-feeds.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let day: Awaited<ReturnType<typeof givenDay>>

beforeAll(async () => {
  app = await testApp()
  const account = await givenAccount(app.db, 'admin@plenary.example', [
    { role: 'administrator', scope: 'installation' },
  ])
  await signInAs(app, account.accountId)
})
afterAll(() => app.close())
beforeEach(async () => {
  day = await givenDay(app.db)
})

const textOf = async (path: string) => await (await app.get(path)).text()
const desk = (page = '') => `/organize/${day.slug}${page}`
const row = () => app.db.selectFrom('events').selectAll().where('id', '=', day.id).executeTakeFirstOrThrow()

describe('an event without a date for now', () => {
  it('is postponed from its desk, and says so wherever the public looks, in every language', async () => {
    expect(await textOf(desk('/publish'))).toContain(desk('/postpone'))
    expect((await changeEvent(app, day.slug, 'postpone')).headers.get('Location')).toBe(desk())
    expect(await textOf(desk('/publish'))).toContain(desk('/reinstate'))
    for (const [prefix, said, tag] of [
      ['/en', 'A new date will be announced', 'Postponed'],
      ['/fr', 'Une nouvelle date sera annoncée', 'Reporté'],
      ['/ar', 'يُعلن موعد جديد', 'أُجّلت'],
    ]) {
      const page = await textOf(`${prefix}/events/${day.slug}`)
      expect(page).toMatch(/<s>[^<]*2027/)
      expect(page).toContain(said)
      expect(page).toContain('https://schema.org/EventPostponed')
      const list = await textOf(`${prefix}/events`)
      expect(list).toContain(tag)
      expect(await textOf(`${prefix}/events/${day.slug}/register`)).toContain(said)
    }
    expect(await textOf('/events.atom')).toContain('POSTPONED: Routing workshop')
    const document = JSON.parse(await textOf(`/events/${day.slug}.json`)) as { postponedAt: string }
    expect(document.postponedAt).toBe((await row()).postponedAt)
    expect(await textOf(`/events/${day.slug}.ics`)).toContain('STATUS:CANCELLED')
  })

  it('cannot be postponed twice, nor held when it is held', async () => {
    expect((await changeEvent(app, day.slug, 'reinstate')).status).toBe(409)
    await changeEvent(app, day.slug, 'postpone')
    const again = await changeEvent(app, day.slug, 'postpone')
    expect([again.status, await again.text()]).toEqual([409, expect.stringContaining('postponed already')])
    expect((await changeEvent(app, day.slug, 'reinstate')).status).toBe(303)
    expect((await row()).postponedAt).toBeNull()
  })

  it('that was cancelled is brought back, and told apart from its seats', async () => {
    await changeEvent(app, day.slug, 'cancel')
    expect(await textOf(desk('/publish'))).toContain(desk('/reinstate'))
    expect(await textOf(desk('/reinstate'))).toContain('do not come back')
    expect((await changeEvent(app, day.slug, 'reinstate')).status).toBe(303)
    expect(await row()).toMatchObject({ status: 'published', cancelledAt: null })
  })
})

describe('what calendars show', () => {
  const settings = { join: 'public', rooms: 'participants', mail: 'invitation' }
  const seenIn = (page: string) => /name="seen" value="([^"]*)"/.exec(page)![1]!

  it('is set on the desk, and rooms leave every public page with it', async () => {
    expect(await textOf(`/events/${day.slug}/programme`)).toContain('Hall A')
    const seen = seenIn(await textOf(desk('/calendar')))
    expect((await app.post(desk('/calendar'), { ...settings, seen })).status).toBe(303)
    expect(await row()).toMatchObject({ isJoinPublic: 1, areRoomsPublic: 0, calendarMail: 'invitation' })
    app.forgetCookies()
    for (const page of ['', '/programme', '.json', '.ics', '/programme.ics'])
      expect(await textOf(`/events/${day.slug}${page}`)).not.toContain('Hall A')
    expect((await textOf(`/events/${day.slug}.ics`)).replaceAll('\r\n ', '')).toContain('secret-room')
    const account = await givenAccount(app.db, 'next@plenary.example', [
      { role: 'administrator', scope: 'installation' },
    ])
    await signInAs(app, account.accountId)
  })

  it('is not saved over what somebody else saved, and half a form is shown again', async () => {
    const seen = seenIn(await textOf(desk('/calendar')))
    await app.post(desk('/calendar'), { ...settings, seen })
    const stale = await app.post(desk('/calendar'), { ...settings, mail: 'file', seen })
    expect([stale.status, (await row()).calendarMail]).toEqual([409, 'invitation'])
    expect((await app.post(desk('/calendar'), { join: 'public' })).status).toBe(422)
    expect((await app.post(desk('/calendar'), { ...settings, join: 'everybody' })).status).toBe(422)
  })
})
