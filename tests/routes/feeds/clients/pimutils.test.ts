import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenSubscribed } from './given-subscribed.ts'
import { addDays } from '#app/values/moment.ts'
import { givenPimutils, type KhalEntry, missingPimutils } from '#tests/support/clients/pimutils.ts'

// One story, told in order: each test begins where the one before it has ended.
describe.skipIf(missingPimutils().length > 0)('vdirsyncer and khal', { timeout: 60_000 }, () => {
  let site: Awaited<ReturnType<typeof givenSubscribed>>
  let terminal: Awaited<ReturnType<typeof givenPimutils>>

  beforeAll(async () => {
    site = await givenSubscribed()
    terminal = await givenPimutils(site.http(site.feed))
  })
  afterAll(async () => {
    await terminal.close()
    await site.close()
  })

  const byTitle = (one: { title: string }, other: { title: string }) => (one.title < other.title ? -1 : 1)

  /** As khal shows it: of whole days the last one, not the one after. */
  function expected(): KhalEntry[] {
    const shown = site.shown().map(({ uid, summary, start, end }) => {
      return { uid, title: summary, start, end: end.length === 10 ? addDays(end, -1) : end }
    })
    return shown.toSorted(byTitle)
  }

  /** Without UIDs, which vdirsyncer makes itself for whatever it fetches by HTTP. */
  const anonymous = (entries: KhalEntry[]) => entries.map(({ uid: _, ...entry }) => entry).toSorted(byTitle)

  /** What khal shows after fetching, and what stands in the files beside the times. */
  async function synced() {
    expect(await terminal.sync()).toMatchObject({ isFine: true })
    const files = Object.values(await terminal.files())
    return { shown: anonymous(await terminal.shown()), lines: files.map(linesOf).toSorted() }
  }

  function newest() {
    const lines = site.shown().map(({ summary, sequence, status }) => {
      return [summary.replace(/[,;]/g, '\\$&'), sequence, status].join(' ')
    })
    return { shown: anonymous(expected()), lines: lines.toSorted() }
  }

  function linesOf(text: string): string {
    const lines = text.replace(/\r?\n /g, '').split(/\r?\n/)
    const valueOf = (name: string) => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1)
    return ['SUMMARY', 'SEQUENCE', 'STATUS'].map(valueOf).join(' ')
  }

  it('fetch every event, and show it at its instants', async () => {
    await terminal.discover()
    expect(await synced()).toEqual(newest())
  })

  it('change nothing when nothing has changed, on the same day and on the next', async () => {
    const files = await terminal.files()
    expect(await synced()).toEqual(newest())
    expect(await terminal.files()).toEqual(files)
    site.nextDay()
    const { said } = await terminal.sync()
    expect(said).not.toMatch(/Copying|Deleting/)
    expect(await terminal.files()).toEqual(files)
  })

  it('learn what was changed, cancelled, postponed and withdrawn', async () => {
    await site.changeRoom('Kathmandu')
    const times = { startsTime: '10:00', endsTime: '18:00' }
    await site.changeTimes('Kathmandu', times, ['2027-02-01T04:15:00Z', '2027-02-01T12:15:00Z'])
    await site.cancel('Casablanca')
    await site.postpone('Vancouver')
    await site.withdraw('Cairo, evening')
    expect(await synced()).toEqual(newest())
  })

  it('lose nothing while the database or the server is away or the line breaks, and then have the newest', async () => {
    const files = await terminal.files()
    const fails = async () => {
      expect(await terminal.sync()).toMatchObject({ isFine: false })
      expect(await terminal.files()).toEqual(files)
    }
    await site.loseDatabase()
    await fails()
    await site.line.takeAway()
    await fails()
    await site.line.giveBack()
    await site.findDatabase()
    await site.changeRoom('Berlin, over a night')
    site.line.breakAnswers(true)
    await fails()
    expect(site.line.count().broken).toBeGreaterThan(0)
    site.line.breakAnswers(false)
    expect(await synced()).toEqual(newest())
  })

  it('take a download in by our UIDs: twice is once', async () => {
    const { text: calendar } = await site.get(`${site.feed}&download`)
    for (let time = 0; time < 2; time++) {
      expect(await terminal.takeIn(calendar)).toMatchObject({ isFine: true })
      expect((await terminal.taken()).toSorted(byTitle)).toEqual(expected())
    }
  })
})
