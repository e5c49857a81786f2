import type { ServerBuild } from '@remix-run/node'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Agent, request, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { type App, createApp } from '#app/http/app.server.ts'
import { Crowd } from '#app/http/crowd.ts'
import { createFront } from '#app/http/front.server.ts'
import { readStaticFiles } from '#app/http/static-files.ts'

let given: Awaited<ReturnType<typeof testServices>>
let build: ServerBuild
const fronts: Server[] = []
const agent = new Agent({ keepAlive: true, maxSockets: 2000 })

beforeAll(async () => {
  given = await testServices()
  const folder = process.env.PLENARY_BUILD_DIR ?? 'build'
  build = (await import(pathToFileURL(resolve(folder, 'server/index.js')).href)) as ServerBuild
})
afterAll(async () => {
  agent.destroy()
  for (const front of fronts) {
    front.closeAllConnections()
    await new Promise((done) => front.close(done))
  }
  await given.close()
})

async function listening(app: App, crowd?: Crowd, makers?: Crowd): Promise<number> {
  const front = createFront(app, given.services, await readStaticFiles('public'), undefined, crowd, makers)
  fronts.push(front)
  front.listen({ port: 0, host: '127.0.0.1', backlog: 2048 })
  await once(front, 'listening')
  return (front.address() as AddressInfo).port
}

interface Sent {
  port: number
  path?: string
  method?: string
  headers?: Record<string, string>
  body?: string
}

function ask({ port, path = '/me', method = 'GET', headers = {}, body = '' }: Sent) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer; text: string }>((done, fail) => {
    const typed = method === 'POST' ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}
    const all = { ...typed, ...headers }
    const asked = request({ port, host: '127.0.0.1', path, method, headers: all, agent }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const whole = Buffer.concat(chunks)
        done({ status: answer.statusCode!, headers: answer.headers, body: whole, text: whole.toString() })
      })
    })
    asked.on('error', fail)
    asked.end(body)
  })
}

describe('more than the process can carry', () => {
  const waiting: (() => void)[] = []
  let port: number
  let arrived: string[] = []

  beforeAll(async () => {
    const made = createApp(given.services, build, 'production')
    const app: App = async (asked, client) => {
      if (client.address === '') return await made(asked, client)
      arrived.push(new URL(asked.url).pathname)
      await new Promise<void>((go) => waiting.push(go))
      return new Response('you have a place')
    }
    port = await listening(app, new Crowd({ most: 3 }))
  })

  it('is told at once to who comes then, in their language, in few bytes; who came before is answered in turn', async () => {
    await ask({ port, path: '/events' })
    const kept = await ask({ port, path: '/events' })
    arrived = []
    const early = []
    for (const name of ['one', 'two', 'three']) {
      early.push(ask({ port, path: `/orders/${name}`, method: 'POST', body: 'a=b' }))
      while (arrived.length < early.length) await new Promise((next) => setImmediate(next))
    }
    for (const [path, headers, words] of [
      ['/events/x/register', {}, /nothing was registered/],
      ['/fr/events/x/register', {}, /rien n’a été inscrit/],
      ['/ar/events/x/register', {}, /dir="rtl"/],
      ['/events/x/register', { 'Accept-Language': 'fr' }, /Revenez en arrière/],
    ] as const) {
      const told = await ask({ port, path, method: 'POST', headers, body: 'x'.repeat(60_000) })
      expect([told.status, told.headers['retry-after'], told.headers['cache-control']]).toEqual([429, '30', 'no-store'])
      expect(told.text).toMatch(words)
      expect(told.body.length).toBeLessThan(2048)
      expect(told.headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    }
    const asked = await ask({ port, headers: { 'Accept-Encoding': 'gzip' } })
    expect(asked.status).toBe(429)
    expect(gunzipSync(asked.body).toString()).toMatch(/cannot show you this page yet/)

    expect((await ask({ port, path: '/favicon.svg' })).status).toBe(200)
    expect((await ask({ port, path: '/events' })).status).toBe(200)
    const known = { 'If-None-Match': String(kept.headers['etag']) }
    expect((await ask({ port, path: '/events', headers: known })).status).toBe(304)
    expect(arrived).toEqual(['/orders/one', '/orders/two', '/orders/three'])
    for (const go of waiting) go()
    expect((await Promise.all(early)).map(({ text }) => text)).toEqual(Array(3).fill('you have a place'))
  })
})

describe('who keeps others waiting', () => {
  /** Sends the head of a form and the first of its letters. */
  const begun = async (port: number, type: string) => {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(`POST /events/x/register HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: 100\r\n\r\na`)
    return socket
  }

  it('by a form that does not come keeps nobody out, and is no request once they are gone', async () => {
    const arrived: string[] = []
    const app: App = async (asked) => {
      arrived.push(new URL(asked.url).pathname)
      await asked.text()
      return new Response('ok')
    }
    const port = await listening(app, new Crowd({ most: 3 }))
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json']) {
      const slow = await Promise.all(Array.from({ length: 5 }, () => begun(port, type)))
      expect((await ask({ port })).status).toBe(200)
      expect((await ask({ port, path: '/sent', method: 'POST', body: 'a=b' })).text).toBe('ok')
      for (const socket of slow) socket.destroy()
    }
    expect(arrived.filter((path) => path === '/sent')).toHaveLength(3)
    await ask({ port })
    // Those whose length was short and stated never got as far as the application.
    expect(arrived.filter((path) => path === '/events/x/register')).toHaveLength(10)
  })

  it('by sending one request after the other without waiting is answered in turn, and gone, not at all', async () => {
    const gate = Promise.withResolvers<void>()
    const asked: string[] = []
    const app: App = async ({ url }) => {
      asked.push(url)
      await gate.promise
      return new Response('ok')
    }
    const port = await listening(app, new Crowd({ most: 3 }))
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write('GET /me HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(500))
    while (asked.length === 0) await new Promise((next) => setImmediate(next))
    const other = ask({ port })
    while (asked.length === 1) await new Promise((next) => setImmediate(next))
    socket.destroy()
    await once(socket, 'close')
    await new Promise((later) => setTimeout(later, 50))
    gate.resolve()
    expect((await other).status).toBe(200)
    expect((await ask({ port })).status).toBe(200)
    expect(asked).toHaveLength(3)
  })

  it('by asking for thousands of pages that nobody has asked for is told so, and these are made a few at a time', async () => {
    let [underWay, most] = [0, 0]
    const gate = Promise.withResolvers<void>()
    const app: App = async () => {
      most = Math.max(most, ++underWay)
      await gate.promise
      underWay--
      return new Response('a page', { headers: { 'Cache-Control': 'public, no-cache' } })
    }
    const crowd = new Crowd({ most: 30 })
    const port = await listening(app, undefined, crowd)
    const early = Array.from({ length: 30 }, (_, n) => ask({ port, path: `/events?q=early${n}` }))
    while (!crowd.isTooMany) await new Promise((next) => setImmediate(next))
    const late = await ask({ port, path: '/events?q=late' })
    expect(late.status).toBe(429)
    const form = ask({ port, path: '/events/x/register', method: 'POST', body: 'a=b' })
    gate.resolve()
    expect((await form).status).toBe(200)
    expect((await Promise.all(early)).map(({ status }) => status)).toEqual(Array(30).fill(200))
    expect(most).toBe(10)
    expect((await ask({ port, path: '/events?q=late' })).status).toBe(200)
  })
})

describe('a rush', () => {
  it('of two thousand, each with a form on a connection of its own, is carried whole', async () => {
    const order: number[] = []
    const port = await listening(async (asked) => {
      const { searchParams } = new URL(asked.url)
      await asked.text()
      order.push(Number(searchParams.get('n')))
      return new Response('ok')
    })
    const all = Array.from({ length: 2000 }, (_, n) =>
      ask({ port, path: `/events/x/register?n=${n}`, method: 'POST', body: 'name=Ng' }),
    )
    const answers = await Promise.all(all)
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
    expect(new Set(order).size).toBe(2000)
  }, 60_000)

  it('takes from nobody the place that they were told of, and gives none to who was told to come again', async () => {
    const event = await givenEvent(given.db, { tickets: [{ seats: 60 }] })
    const port = await listening(createApp(given.services, build, 'production'), new Crowd({ most: 10 }))
    const { text } = await ask({ port, path: `/events/${event.slug}/register` })
    const hidden = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
    const send = (n: number) => {
      const body = new URLSearchParams({
        ...Object.fromEntries(hidden.map(([, name, value]) => [name!, value!])),
        formKey: randomUUID().replaceAll('-', ''),
        [`tickets.${event.tickets[0]!.code}`]: '1',
        'people[0].fullName': `Person ${n}`,
        'people[0].email': `person-${n}@example.org`,
        'people[0].country': 'RW',
        conduct: 'on',
      }).toString()
      const headers = {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': String(Buffer.byteLength(body)),
        Origin: 'http://plenary.test',
      }
      return ask({ port, path: `/events/${event.slug}/register`, method: 'POST', headers, body })
    }
    const answers = await Promise.all(Array.from({ length: 80 }, (_, n) => send(n)))
    const counted = Map.groupBy(answers, ({ status }) => status)
    const placed = counted.get(303)?.length ?? 0
    const told = counted.get(429)?.length ?? 0
    expect([...counted.keys()].filter((status) => ![303, 409, 429].includes(status))).toEqual([])
    expect(placed).toBeGreaterThanOrEqual(10)
    expect(told).toBeGreaterThan(0)
    const { seats } = await given.db
      .selectFrom('registrations')
      .select(({ fn }) => fn.countAll<number>().as('seats'))
      .where('eventId', '=', event.id)
      .executeTakeFirstOrThrow()
    expect(Number(seats)).toBe(placed)
    expect((await checkInvariants(given.db)).filter(({ violations }) => violations > 0)).toEqual([])
  })
})
