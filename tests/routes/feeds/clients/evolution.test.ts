import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenOwnFeed } from './given-own-feed.ts'
import { type Expected, givenSubscribed } from './given-subscribed.ts'
import { type EvolutionEntry, missingForEvolution, startEvolution } from '#tests/support/clients/evolution.ts'

const shape = ({ uid, sequence, status, summary, start, end }: EvolutionEntry) =>
  ({ uid, sequence, status, summary, start, end }) as Expected

// One story, told in order: each test begins where the one before it has ended.
describe.skipIf(missingForEvolution().length > 0)('Evolution', { timeout: 60_000 }, () => {
  let site: Awaited<ReturnType<typeof givenSubscribed>>
  let evolution: Awaited<ReturnType<typeof startEvolution>>

  beforeAll(async () => {
    evolution = await startEvolution()
    site = await givenSubscribed()
  })
  afterAll(async () => {
    await evolution.close()
    await site.close()
  })

  const shown = async (feed: string) => (await evolution.entries(feed)).map(shape)

  /** What it shows after refreshing, as soon as it is this; after half a minute, whatever it is. */
  async function refreshed(expected = site.shown()) {
    let seen: Expected[] = []
    for (let waited = 0; waited < 300; waited++) {
      if (waited % 20 === 0) await evolution.refresh('public')
      seen = await shown('public')
      if (isDeepStrictEqual(seen, expected)) break
      await sleep(100)
    }
    return seen
  }

  /** Refreshes until the server has been asked three times: by then an answer has been dealt with. */
  async function refreshThrough(feed: string) {
    const asked = () => Object.values(site.line.count()).reduce((sum, count) => sum + count, 0)
    for (let round = 0; round < 3; round++) {
      const before = asked()
      for (let waited = 0; asked() === before; waited++) {
        expect(waited).toBeLessThan(300)
        if (waited % 20 === 0) await evolution.refresh(feed)
        await sleep(100)
      }
    }
  }

  /** What it shows after an answer broke. Never a part: some releases show nothing (3.46 does), others what they had. */
  async function broken(before: Expected[]) {
    const { broken } = site.line.count()
    site.line.breakAnswers(true)
    await refreshThrough('public')
    site.line.breakAnswers(false)
    expect(site.line.count().broken).toBeGreaterThan(broken)
    const after = await shown('public')
    expect([[], before]).toContainEqual(after)
    return after
  }

  it('subscribes: every event with our UID, at its instants, in its own script', async () => {
    await evolution.subscribe('public', site.webcal(site.feed))
    expect(await refreshed()).toEqual(site.shown())
  })

  it('reads twelve kilobytes of Arabic whole', async () => {
    await evolution.subscribe('programme', site.webcal(site.programme))
    await expect.poll(() => evolution.entries('programme'), { timeout: 30_000 }).toHaveLength(1)
    const [talk] = await evolution.entries('programme')
    expect(talk!.uid).toBe(site.talk.uid)
    expect(Buffer.byteLength(talk!.description)).toBeGreaterThan(12_000)
    expect(talk!.description).toContain(site.talk.abstract)
  })

  it('learns of another room, and then of other times', async () => {
    await site.changeRoom('Kathmandu')
    expect(await refreshed()).toEqual(site.shown())
    const { location } = (await evolution.entries('public')).find(({ uid }) => uid === site.uidOf('Kathmandu'))!
    expect(location).toContain('Another hall')
    const times = { startsTime: '10:00', endsTime: '18:00' }
    await site.changeTimes('Kathmandu', times, ['2027-02-01T04:15:00Z', '2027-02-01T12:15:00Z'])
    expect(await refreshed()).toEqual(site.shown())
    expect(site.shown().find(({ summary }) => summary === 'Kathmandu')!.sequence).toBe(2)
  })

  it('shows what is cancelled and what is postponed as such, and what is withdrawn no more', async () => {
    await site.cancel('Casablanca')
    await site.postpone('Vancouver')
    expect(await refreshed()).toEqual(site.shown())
    const withdrawn = site.uidOf('Cairo, evening')
    await site.withdraw('Cairo, evening')
    expect(await refreshed()).toEqual(site.shown())
    await expect.poll(async () => (await evolution.news('public')).removed, { timeout: 30_000 }).toEqual([withdrawn])
  })

  it('loses nothing while the database or the server is away, and then has the newest', async () => {
    const before = site.shown()
    await site.loseDatabase()
    expect((await site.get(site.feed)).status).toBe(503)
    await refreshThrough('public')
    expect(await shown('public')).toEqual(before)
    await site.line.takeAway()
    await evolution.refresh('public')
    await sleep(500)
    expect(await shown('public')).toEqual(before)
    await site.line.giveBack()
    await site.findDatabase()
    await site.changeRoom('Berlin, over a night')
    expect(await refreshed()).toEqual(site.shown())
    expect((await evolution.news('public')).removed).toEqual([])
  })

  it('is whole again at the next refresh after a line broke in the middle of an answer', async () => {
    const before = site.shown()
    await site.changeRoom('Cairo, morning')
    await broken(before)
    expect(await refreshed()).toEqual(site.shown())
  })

  it('is whole the next day when what it had before the break is true again, so that its tag is', async () => {
    const before = site.shown()
    await site.publish('One more')
    const after = await broken(before)
    await site.withdraw('One more')
    await refreshThrough('public')
    expect(await shown('public')).toEqual(after)
    site.nextDay()
    expect(await refreshed(before)).toEqual(before)
  })

  it('keeps what it has of a feed of one’s own that was revoked', async () => {
    const own = await givenOwnFeed(site.db, site.now())
    await evolution.subscribe('own', site.http(own.path))
    await expect.poll(() => evolution.entries('own'), { timeout: 30_000 }).toHaveLength(1)
    const [entry] = await shown('own')
    expect(entry!.uid).toBe(`event-${own.eventId}@${site.services.config.uidDomain}`)
    await own.revoke()
    expect((await site.get(own.path)).status).toBe(410)
    await refreshThrough('own')
    expect(await shown('own')).toEqual([entry])
    expect((await evolution.news('own')).removed).toEqual([])
  })
})
