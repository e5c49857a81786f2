import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp } from '#app/http/app.server.ts'
import { testApp } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

const file = resolve(process.env.PLENARY_BUILD_DIR ?? 'build', 'server/index.js')
const build = (await import(pathToFileURL(file).href)) as ServerBuild

let plenary: Awaited<ReturnType<typeof testApp>>
let direct: ReturnType<typeof createApp>
let byRouter: ReturnType<typeof createApp>
let logged: unknown[]

beforeEach(async () => {
  plenary = await testApp()
  logged = []
  plenary.services.log = { ...plenary.services.log, error: (...all: unknown[]) => void logged.push(all) } as never
  direct = createApp(plenary.services, build, 'production')
  // Routes that may be others at any time are left to the router whole.
  byRouter = createApp(plenary.services, () => Promise.resolve(build), 'production')
})

afterEach(() => plenary.close())

const AMINA = {
  formKey: 'a'.repeat(32),
  'tickets.TYPE-1': '1',
  'people[0].fullName': 'Amina "<Odhiambo>" & \'sons\'',
  'people[0].email': 'amina@example.org',
  'people[0].country': 'KE',
  conduct: 'on',
}

type Form = Record<string, string>

const forTicket = ({ tickets }: { tickets: { id: string }[] }): Form => ({
  ...AMINA,
  'people[0].ticket': tickets[0]!.id,
})

const urlencoded = (form: Form) => ({ body: new URLSearchParams(form) })

function multipart(form: Form) {
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) body.append(name, value)
  return { body }
}

async function sent(app: typeof direct, path: string, init: RequestInit) {
  const headers = new Headers(init.headers)
  if (!headers.has('Origin')) headers.set('Origin', 'http://plenary.test')
  const request = new Request(`http://plenary.test${path}`, { method: 'POST', ...init, headers })
  const response = await app(request, { address: '192.0.2.1' })
  const named = [...response.headers].filter(([name]) => name !== 'x-request-id')
  // Only an error names the request, which is another each time.
  const body = (await response.text()).replace(/<code>[0-9a-f]{8}<\/code>/, '')
  return { status: response.status, headers: Object.fromEntries(named), body }
}

/** Both ways, one after the other, and the direct one again: what was kept of it says the same. */
async function bothWays(path: string, init: () => RequestInit) {
  const first = await sent(direct, path, init())
  expect(await sent(byRouter, path, init())).toEqual(first)
  expect(await sent(direct, path, init())).toEqual(first)
  return first
}

type Given = {
  tickets?: { seats: number }[]
  status?: 'published' | 'cancelled' | 'draft'
  typed?: Form
  query?: string
}

const KINDS: [name: string, status: number, given: Given][] = [
  ['a place', 303, {}],
  ['an error in a field', 422, { typed: { 'people[0].email': 'nobody' } }],
  ['nothing chosen', 422, { typed: { 'tickets.TYPE-1': '0' } }],
  ['the people shown', 200, { query: '?show=people', typed: { 'tickets.TYPE-1': '2' } }],
  ['nothing left', 409, { tickets: [{ seats: 0 }] }],
  ['nothing left, and a code', 409, { tickets: [{ seats: 0 }], typed: { voucherCodes: 'NONE' } }],
  ['nothing left, and no code typed', 409, { tickets: [{ seats: 0 }], typed: { voucherCodes: '' } }],
  ['called off', 409, { status: 'cancelled' }],
  ['a draft', 404, { status: 'draft' }],
  ['an offer that nobody made', 404, { query: '?offer=x&key=y' }],
]

test.each(KINDS)('%s: the direct way and the router answer alike, %i', async (_name, status, given) => {
  const event = await givenEvent(plenary.db, {
    ...(given.tickets ? { tickets: given.tickets } : {}),
    ...(given.status ? { status: given.status } : {}),
  })
  for (const encoded of [urlencoded, multipart])
    for (const prefix of ['', '/fr']) {
      const path = `${prefix}/events/${event.slug}/register${given.query ?? ''}`
      expect((await bothWays(path, () => encoded({ ...forTicket(event), ...given.typed }))).status).toBe(status)
    }
  expect(logged).toEqual([])
})

test.each([
  ['what is no form', 415, { body: '{}', headers: { 'Content-Type': 'application/json' } }],
  ['a broken form', 400, { body: 'x', headers: { 'Content-Type': 'multipart/form-data' } }],
  [
    'a form from elsewhere',
    403,
    { body: new URLSearchParams(AMINA), headers: { Origin: 'https://elsewhere.example' } },
  ],
])('%s is refused alike, %i', async (_name, status, init) => {
  const { slug } = await givenEvent(plenary.db)
  expect((await bothWays(`/events/${slug}/register`, () => init)).status).toBe(status)
  expect(logged).toEqual([])
})

test('a fault is logged once, whichever way, and the page says the same', async () => {
  const event = await givenEvent(plenary.db)
  Object.assign(plenary.services, { placeOrder: () => Promise.reject(new Error('the disk is full')) })
  const answer = await bothWays(`/events/${event.slug}/register`, () => urlencoded(forTicket(event)))
  expect(answer.status).toBe(503)
  expect(logged).toHaveLength(3)
})

test('the action runs once, though a page follows', async () => {
  const { slug } = await givenEvent(plenary.db)
  let asked = 0
  const { reads } = plenary.services
  const offer: typeof reads.offer = (wanted) => {
    asked++
    return reads.offer(wanted)
  }
  Object.assign(plenary.services, { reads: { ...reads, offer } })
  await sent(direct, `/events/${slug}/register`, urlencoded({ ...AMINA, conduct: '' }))
  expect(asked).toBe(1)
})

test('what is kept of a page is nobody else’s: neither their words, nor a place that came free', async () => {
  const event = await givenEvent(plenary.db, { tickets: [{ seats: 1 }] })
  await plenary.db.updateTable('quotas').set({ size: 0 }).execute()
  const path = `/events/${event.slug}/register`
  const told = async (name: string) =>
    await sent(
      direct,
      path,
      urlencoded({ ...forTicket(event), formKey: name.padEnd(32, 'x'), 'people[0].fullName': name }),
    )
  expect((await told('Wulandari')).body).toContain('value="Wulandari"')
  const second = await told('Bình')
  expect(second.body).toContain('value="Bình"')
  expect(second.body).not.toContain('Wulandari')
  await plenary.db.updateTable('quotas').set({ size: 1 }).execute()
  expect((await told('Amina')).status).toBe(303)
  await plenary.db.updateTable('quotas').set({ size: 0, overBy: 1 }).execute()
  expect((await told('Wulandari')).status).toBe(409)
  expect((await told('Amina')).status).toBe(303)
})
