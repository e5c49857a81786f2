import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Bench, rounded } from './bench.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { givenEvent } from '../support/given.ts'
import { SERVER, SURROUNDINGS } from './server-command.ts'
import { connect } from '#db/connect.ts'

const PEOPLE = 2000
const LANES = 20
/** An hour's soak instead of a short one: PLENARY_SOAK=3600. */
const SOAK_SECONDS = Number(process.env.PLENARY_SOAK ?? 30)
const ROUNDS = 6

/**
 * Resident memory of the process that serves the demonstration: after one page and ten seconds; while people read,
 * register and take a list away, at its highest; and after rounds of the same, whose growth must flatten. Beside it stands
 * what of it is the process's own: the rest are the pages of Node's program and of the database file, which the system
 * shares among all who read them and takes back when it needs to.
 */
export const run: Bench = async (print) => {
  const tell = (figure: string, value: number) =>
    print({ figure, value: rounded(value), unit: 'MB', better: 'lower', database: 'sqlite' })
  // The first start fills the database; what counts is a server that finds it full.
  const first = await startServer(SERVER, SURROUNDINGS)
  await first.stop()
  const server = await startServer(SERVER, SURROUNDINGS, first.folder)
  try {
    await read(`${server.url}/`)
    await sleep(10_000)
    tell('idle', await server.memory())
    tell('idle, its own', await ownMegabytes(server))
    const people = visitors(server.url, await givenSeats(server.folder))
    tell('loaded, at its highest', await highestDuring(server, () => people.work(PEOPLE)))
    await sleep(10_000)
    tell('after the load', await server.memory())
    tell('after the load, its own', await ownMegabytes(server))
    const ends: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const until = performance.now() + (SOAK_SECONDS / ROUNDS) * 1000
      while (performance.now() < until) await people.work(100)
      ends.push(await server.memory())
    }
    tell('soak, at its end', ends.at(-1)!)
    tell('soak, growth of its second half', Math.max(0, ends.at(-1)! - ends[ROUNDS / 2 - 1]!))
  } finally {
    await server.stop()
    await server.remove()
  }
}

/** Linux; NaN elsewhere. */
async function ownMegabytes({ process: { pid } }: RunningServer): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/RssAnon:\s+(\d+)/.exec(status)?.[1]) / 1024
}

async function givenSeats(folder: string): Promise<{ slug: string; ticket: string }> {
  const db = connect(`sqlite:${folder}/plenary.sqlite`, 1)
  const { slug, tickets } = await givenEvent(db, { tickets: [{ seats: 1_000_000 }] })
  await db.destroy()
  return { slug, ticket: tickets[0]!.code }
}

async function highestDuring(server: RunningServer, work: () => Promise<void>): Promise<number> {
  let highest = 0
  const watch = setInterval(() => void server.memory().then((now) => (highest = Math.max(highest, now))), 250)
  await work()
  clearInterval(watch)
  return highest
}

/** People who read the catalogue, events and calendars, register, and an organizer who takes a list away. */
function visitors(url: string, event: { slug: string; ticket: string }) {
  let pages: string[] = []
  let cookie = ''

  async function prepare(): Promise<void> {
    const html = await read(`${url}/en/events?when=all`)
    pages = [...new Set([...html.matchAll(/href="(\/en\/events\/[^"?#]+)"/g)].map(([, path]) => path!))]
    const answer = await fetch(`${url}/signin/demonstration`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: url },
      body: new URLSearchParams({ as: 'organizer' }),
    })
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    if (!cookie) throw new Error(`signing in answers ${answer.status}`)
  }

  return {
    async work(count: number): Promise<void> {
      if (pages.length === 0) await prepare()
      const form = await hiddenFields(`${url}/en/events/${event.slug}/register`)
      let next = 0
      const lane = async () => {
        while (next < count) {
          const at = next++
          await register(`${url}/en/events/${event.slug}/register`, form, event.ticket)
          if (at % 4 === 0) await read(url + pages[at % pages.length]!)
          if (at % 20 === 0) await read(`${url}/en/events?q=${at}`)
          if (at % 50 === 0) await read(`${url}/en/events/${event.slug}/register`)
          if (at % 100 === 0) await read(`${url}/events.ics`)
        }
      }
      await Promise.all(Array.from({ length: LANES }, lane))
      await read(`${url}/en/organize/${event.slug}/registrations`, { Cookie: cookie })
      await read(`${url}/en/organize/${event.slug}/registrations.csv`, { Cookie: cookie })
    },
  }
}

async function read(url: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await fetch(url, { headers })
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`)
  return text
}

/** What the page's form sends without being typed. */
async function hiddenFields(url: string): Promise<[string, string][]> {
  const inputs = (await read(url)).matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  return [...inputs].map(([, name, value]) => [name!, value!])
}

async function register(url: string, hidden: [string, string][], ticket: string): Promise<void> {
  const key = randomUUID()
  const body = new URLSearchParams({
    ...Object.fromEntries(hidden),
    formKey: key,
    [`tickets.${ticket}`]: '1',
    'people[0].fullName': 'Wulandari',
    'people[0].email': `${key}@kampus.example`,
    'people[0].country': 'ID',
    conduct: 'on',
  })
  const answer = await fetch(url, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { Origin: new URL(url).origin },
  })
  await answer.arrayBuffer()
  if (answer.status !== 303) throw new Error(`registering answers ${answer.status}`)
}
