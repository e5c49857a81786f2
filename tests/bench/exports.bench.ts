import { type Bench, type Figure, rounded } from './bench.ts'
import { onEachDatabase } from './databases.ts'
import { rawRows } from './exports/raw-rows.ts'
import { taken, waits } from './exports/taken.ts'
import { watched } from './exports/watched.ts'
import { median } from './median.ts'
import { givenTrack, ROSTER } from '../participants/given-participants.ts'
import { givenCrowd } from '../participants/selection/given-crowd.ts'
import { givenAccount, givenEvent } from '../support/given.ts'
import { SERVER, SURROUNDINGS } from './server-command.ts'
import { startServer } from '../support/running-server.ts'
import { readConfig } from '#app/config.server.ts'
import { signInCookie } from '#app/http/sign-in-cookie.server.ts'
import { beginSignIn } from '#app/people/begin-sign-in.server.ts'
import { toInstant } from '#app/values/moment.ts'
import { connect } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'

const PEOPLE = Number(process.env.PLENARY_BENCH_PEOPLE ?? 100_000)
const FIFTH = 'FJ'

/** A commit for each statement would take most of the time. */
const IN_A_TRANSACTION = 10_000

/**
 * The list of 100,000 participants as files, through HTTP from a process of its own, beside what the bare driver needs to
 * write the same columns to a sink; what the process takes more of memory meanwhile, and what somebody else waits.
 */
export const run: Bench = async (print) => {
  await onEachDatabase(async (url, database) => {
    const { eventId, slug, cookie } = await given(url)
    const figure = (name: string, value: number, unit: string, better: Figure['better']) =>
      print({ figure: name, value: rounded(value, 2), unit, better, database })
    const server = await startServer(SERVER, {
      ...SURROUNDINGS,
      DATABASE_URL: url,
      WORKERS: 'none',
    })
    try {
      const { port } = new URL(server.url)
      const list = (format: string, query = '') => ({
        port,
        path: `/teach/${slug}/participants.${format}${query}`,
        cookie,
      })
      // For who is signed in, no page is kept.
      const page = { port, path: `/events/${slug}/register`, cookie }
      // Compiled on the way: the first of each.
      await taken(list('csv'))
      await rawRows(url, eventId, PEOPLE)
      const memory = await watched(server.process.pid!, () => taken(list('csv')))
      // In turns, because a machine has better and worse minutes.
      const [bare, csv] = [[] as number[], [PEOPLE / memory.result.seconds]]
      for (let turn = 0; turn < 3; turn++) {
        bare.push(await rawRows(url, eventId, PEOPLE))
        csv.push(PEOPLE / (await taken(list('csv'))).seconds)
      }
      figure('bare driver', median(bare), 'rows/s', 'higher')
      figure('csv', median(csv), 'rows/s', 'higher')
      figure('csv ÷ bare driver', median(csv) / median(bare), 'ratio', 'higher')
      figure('csv more memory', memory.more, 'MB', 'lower')
      // A fifth of them as well: what is constant does not grow with the list.
      const fifth = await watched(server.process.pid!, () => taken(list('xlsx', `?country=${FIFTH}`)))
      const xlsx = await watched(server.process.pid!, () => taken(list('xlsx')))
      figure('xlsx', PEOPLE / xlsx.result.seconds, 'rows/s', 'higher')
      figure('xlsx more memory, a fifth of them', fifth.more, 'MB', 'lower')
      figure('xlsx more memory', xlsx.more, 'MB', 'lower')
      for (const format of ['json', 'vcf'])
        figure(format, PEOPLE / (await taken(list(format))).seconds, 'rows/s', 'higher')
      await waits(page)
      const quiet = await waits(page)
      const state = { isOver: false }
      const exporting = (async () => {
        while (!state.isOver) await taken(list('csv'))
      })()
      const busy = await waits(page)
      state.isOver = true
      await exporting
      figure('p99 of another request, quiet', quiet, 'ms', 'lower')
      figure('p99 of another request during a csv', busy, 'ms', 'lower')
      figure('p99 during ÷ quiet', busy / quiet, 'ratio', 'lower')
      const pdf = await watched(server.process.pid!, () => taken(list('pdf')))
      figure('pdf', pdf.result.pages / pdf.result.seconds, 'pages/s', 'higher')
      figure('pdf pages', pdf.result.pages, 'pages', 'higher')
      figure('pdf more memory', pdf.more, 'MB', 'lower')
    } finally {
      await server.stop()
      await server.remove()
    }
  })
}

async function given(url: string) {
  const db = connect(url)
  await migrate(db)
  const event = await givenEvent(db, { slug: 'crowd', tickets: [{ name: 'Full', seats: 2 * PEOPLE }] })
  const tracks = [await givenTrack(db, event.id, 'T1'), await givenTrack(db, event.id, 'T2')]
  const crowd = Array.from({ length: PEOPLE }, (_, at) => ({
    ticketTypeId: event.tickets[0]!.id,
    trackId: tracks[at % 2]!,
    fullName: `${ROSTER[at % ROSTER.length]!.fullName} ${at}`,
    email: `person-${at}@campus.example`,
    country: [FIFTH, 'KE', 'GH', 'RW', 'TN'][at % 5]!,
    affiliation: `Campus ${at % 97}`,
  }))
  for (let from = 0; from < PEOPLE; from += IN_A_TRANSACTION)
    await db.transaction().execute((db) => givenCrowd(db, event.id, crowd.slice(from, from + IN_A_TRANSACTION)))
  const { accountId } = await givenAccount(db, 'crowd@plenary.example', [
    { role: 'organizer', scope: 'event', scopeId: event.id },
  ])
  const token = await beginSignIn(db, { accountId, userAgent: null, earlierToken: null, now: toInstant(Date.now()) })
  const cookie = signInCookie(token, readConfig({ BASE_URL: 'http://127.0.0.1', DATABASE_URL: url })).split(';')[0]!
  await db.destroy()
  return { eventId: event.id, slug: event.slug, cookie }
}
