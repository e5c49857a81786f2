import type { RouteConfigEntry } from '@remix-run/route-config'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenForeignEvent } from './given-foreign-event.ts'
import { givenDraft } from '#tests/applications/calls/a-call.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent, givenSeries } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { givenDesk } from '#tests/support/statements/given-desk.ts'
import routes from '#app/routes.ts'
import { givenTrack } from '#tests/participants/given-participants.ts'
import { hashOf } from '#app/values/secret.ts'

const open = () => givenDesk(testApp)

let app: Awaited<ReturnType<typeof open>>
let theirs: Awaited<ReturnType<typeof givenForeignEvent>>
/** A call of their event with nothing in it. */
let otherCall: string
let ours: Awaited<ReturnType<typeof givenEvent>>
let sibling: Awaited<ReturnType<typeof givenEvent>>
const accounts: Record<string, string> = {}

beforeAll(async () => {
  app = await open()
  theirs = await givenForeignEvent(app)
  otherCall = (await givenDraft(app.db, theirs.event.id, 'Another call of theirs')).slug
  const series = await givenSeries(app.db, 'ndss', 'ndss')
  sibling = await givenEvent(app.db)
  ours = await givenEvent(app.db, { seriesId: series.id })
  const add = async (name: string, ...roles: Parameters<typeof givenAccount>[2] & object) => {
    accounts[name] = (await givenAccount(app.db, `${name.replaceAll(' ', '-')}@plenary.example`, roles)).accountId
  }
  const { id, seriesId } = theirs.event
  await add('an attendee')
  await add('an organizer of another series', { role: 'organizer', scope: 'series', scopeId: series.id })
  await add('an organizer of a sibling', { role: 'organizer', scope: 'event', scopeId: sibling.id })
  await add('their organizer', { role: 'organizer', scope: 'series', scopeId: seriesId })
  await add('their instructor', { role: 'instructor', scope: 'event', scopeId: id })
  await add('their instructor of another track', {
    role: 'instructor',
    scope: 'event',
    scopeId: id,
    trackId: await givenTrack(app.db, id, 'T2'),
  })
  await add('an instructor of a sibling', { role: 'instructor', scope: 'event', scopeId: sibling.id })
  await add('their reviewer', { role: 'reviewer', scope: 'event', scopeId: id })
  await add('their front desk', { role: 'front-desk', scope: 'event', scopeId: id })
  await add('their finance', { role: 'finance', scope: 'series', scopeId: seriesId })
  await add('the finance of another series', { role: 'finance', scope: 'series', scopeId: series.id })
  await add('the finance of a sibling', { role: 'finance', scope: 'event', scopeId: sibling.id })
  await add('the front desk of a sibling', { role: 'front-desk', scope: 'event', scopeId: sibling.id })
  accounts['their author'] = theirs.ids['account']!
  accounts['the finance of everything'] = app.accountId
}, 60_000)

afterAll(() => app.close())

/** Every address of the route table as it is written there. */
function patterns(entries: RouteConfigEntry[], base = ''): string[] {
  return entries.flatMap(({ path = '', children = [] }) => {
    const own = [base, path].filter(Boolean).join('/')
    return [`/${own}`, ...patterns(children, own)]
  })
}

const ALL = [...new Set(patterns(routes))]
const ORGANIZE = ALL.filter((one) => one.startsWith('/organize/:event'))
/** What a front desk opens besides money: figures, tasks, the programme, who registered, where the seats are, and adding somebody. */
const OF_FRONT_DESK =
  /^\/organize\/:event(\/(tasks|report(\.csv)?|catering(\.csv)?|badges\.pdf|door-list\.pdf|programme|seats|check-in(\/:registration)?|registrations(\/new|\/:registration(\/resend)?)?|programme\/sessions\/:session\/sign-ups))?$/
/** What a front desk does there: adding somebody, and sending a ticket again. */
const BY_FRONT_DESK = /\/registrations\/(new|:registration\/resend)$|\/check-in(\/:registration(\/undo)?)?$/
/** What instructors open; the pages of a device are the front desk's too. */
const TEACH = ALL.filter((one) => /^\/(teach|attendance)\/:event/.test(one))
/** What names something of the event there. */
const NAMED = TEACH.filter((one) => /:(?!event)/.test(one))
const LISTS = /\/(participants(\.\w+|\/:code)?|links(\/:link\/end)?)$|^\/attendance\//
const OF_MARKS = /^\/teach\/:event\/(attendance|list)/
/** Buttons without a page, and what another state or a device asks for. */
const BUTTON =
  /\/(undo|end|seat|deal|assign|take|seen|sign-off|take-back|up|down|test|marks|open|send|file\/change|list\.json|changes\.csv)$/
const FINANCE = ALL.filter((one) => one.startsWith('/finance'))
const OF_DESK = /^\/finance\/(desk|papers)/
const OF_ISSUERS = /^\/finance\/issuers/

/** With what belongs to their event in the place of each name; some names mean another thing elsewhere. */
function addressOf(pattern: string, ids = theirs.ids): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => {
    if (name === 'entry') return ids[pattern.startsWith('/finance') ? 'entry of finance' : 'entry of the list']!
    if (name === 'payment' && pattern.includes('/desk/')) return ids['payment of the desk']!
    if (name === 'question' && pattern.includes('/calls/')) return ids['question of the call']!
    if (name === 'registration' && /^\/teach|\/certificates\//.test(pattern)) return ids['seat that stands']!
    if (name === 'message' && pattern.startsWith('/teach')) return ids['message of an instructor']!
    if (name === 'code' && pattern.startsWith('/teach')) return ids['code of a seat']!
    return ids[name] ?? `no-${name}`
  })
}

async function be(who: string): Promise<void> {
  app.forgetCookies()
  if (who !== 'a stranger') await signInAs(app, accounts[who]!)
}

/** A form in which every decision of finance finds what it asks for. */
const EVERYTHING = () => ({
  note: 'x',
  reason: 'x',
  amount: '1.00',
  way: 'cash',
  currency: 'USD',
  formKey: 'k'.repeat(32),
  reference: 'r-1',
  shown: '0',
  fund: 'x',
  name: 'x',
  isSure: 'on',
  'share[0].code': theirs.ids['paid order']!,
  'share[0].amount': '1.00',
})

/** All that could be changed, a mark for each table; downloads are written down, attempts and signing in are counted. */
async function everything(): Promise<Record<string, string>> {
  const tables = (await app.db.introspection.getTables()).map(({ name }) => name)
  const marks: Record<string, string> = {}
  for (const table of tables.filter((name) => !['attempts', 'audit_entries', 'downloads', 'sign_ins'].includes(name))) {
    const rows = await app.db
      .selectFrom(table as never)
      .selectAll()
      .execute()
    marks[table] = hashOf(JSON.stringify(rows.map((row) => JSON.stringify(row)).toSorted()))
  }
  return marks
}

async function answers(addresses: string[], method: 'GET' | 'POST'): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const address of addresses) {
    const response = await (method === 'GET' ? app.get(address) : app.post(address, EVERYTHING()))
    const text = await response.text()
    const isToSignIn = response.status === 303 && (response.headers.get('Location') ?? '').startsWith('/signin?')
    found.set(address, isToSignIn ? 401 : response.status)
    // Whoever asks for a code is told which address there is nothing at.
    for (const secret of theirs.secrets.filter((one) => !address.includes(one)))
      expect([address, text.includes(secret)]).toEqual([address, false])
  }
  return found
}

/** No such page, not for them, or an address that takes no such request. */
const SHUT = [400, 403, 404, 405]
const opened = (found: Map<string, number>, shut: number[]) => [...found].filter(([, status]) => !shut.includes(status))

/** Buttons without a page, what another state asks for, and who is on no programme. */
const NOT_NOW =
  /\/(up|down|verify|agree|refuse|return|sent|retry|columns|test|resend|start|stop|go-on|discard|conflicts|again|related\/remove|approve|pay|submit|link|clean|undecide|members\/[^/]+\/release|offers\/promote\/[^/]+|awards\/[^/]+\/(edit|report|give|drop)|check-in\/[^/]+\/undo|attendance\/conflicts\/[^/]+|tasks\/(readiness|[^/]+\/(done|open))|people\/.*)$/

test('the table has the addresses, and their own finance and organizer see what is named in them', async () => {
  expect(ORGANIZE.length).toBeGreaterThan(60)
  expect(FINANCE.length).toBeGreaterThan(45)
  const closed: [string, number][] = []
  for (const [who, list] of [
    ['their organizer', ORGANIZE],
    ['the finance of everything', FINANCE],
  ] as const) {
    await be(who)
    for (const address of list.map((one) => addressOf(one))) {
      const { status, body } = await app.get(address)
      await body?.cancel()
      if (status !== 200) closed.push([address.replace(theirs.event.slug, ':event'), status])
    }
  }
  expect(closed.filter(([address]) => !NOT_NOW.test(address))).toEqual([])
}, 60_000)

describe.each([
  'a stranger',
  'an attendee',
  'an organizer of another series',
  'an organizer of a sibling',
  'their instructor',
  'their reviewer',
  'their front desk',
  'their finance',
  'the finance of everything',
])('%s', (who) => {
  test.each(['GET', 'POST'] as const)('finds no desk of the event by %s, and changes nothing', async (method) => {
    await be(who)
    const before = method === 'POST' ? await everything() : {}
    const own = method === 'GET' ? OF_FRONT_DESK : BY_FRONT_DESK
    const list = ORGANIZE.filter((one) => !(who === 'their front desk' && own.test(one)))
    const found = await answers(
      list.map((one) => addressOf(one)),
      method,
    )
    expect(opened(found, who === 'a stranger' ? [401, 405, 400] : SHUT)).toEqual([])
    if (method === 'POST') expect(await everything()).toEqual(before)
  })
})

test.each(['GET', 'POST'] as const)(
  'an organizer with ids of another event in the address of their own: %s',
  async (method) => {
    await be('an organizer of another series')
    const ids = { ...theirs.ids, event: ours.slug }
    const foreign = ORGANIZE.filter((one) => /:(?!event|method|eligibility|own|country)/.test(one)).map((one) =>
      addressOf(one, ids),
    )
    const before = method === 'POST' ? await everything() : {}
    const found = await answers(foreign, method)
    // A button that finds nothing leads back to its list and says so there.
    expect(opened(found, method === 'GET' ? SHUT : [...SHUT, 303, 409, 422])).toEqual([])
    if (method === 'POST') expect(await everything()).toEqual(before)
  },
)

test.each(['GET', 'POST'] as const)('an organizer with ids of another call of the same event: %s', async (method) => {
  await be('their organizer')
  const list = ORGANIZE.filter((one) => /\/calls\/:call\/.*:(?!part|way)/.test(one))
  expect(list.length).toBeGreaterThan(25)
  const before = method === 'POST' ? await everything() : {}
  const found = await answers(
    list.map((one) => addressOf(one, { ...theirs.ids, call: otherCall })),
    method,
  )
  expect(opened(found, method === 'GET' ? SHUT : [...SHUT, 303, 409, 422])).toEqual([])
  if (method === 'POST') expect(await everything()).toEqual(before)
})

describe.each([
  'a stranger',
  'an attendee',
  'their organizer',
  'their instructor',
  'the finance of another series',
  'the finance of a sibling',
  'the front desk of a sibling',
  'their front desk',
])('%s', (who) => {
  test.each(['GET', 'POST'] as const)('sees and moves no money by %s', async (method) => {
    await be(who)
    const before = method === 'POST' ? await everything() : {}
    const isDesk = who === 'their front desk'
    const list = FINANCE.filter((one) => !(isDesk && OF_DESK.test(one))).map((one) => addressOf(one))
    const found = await answers(list, method)
    const named = new Map(
      [...found].filter(([address]) => !FINANCE.includes(address) && !address.includes('/waiting/')),
    )
    expect(opened(named, who === 'a stranger' ? [401, 405, 400] : [...SHUT, 422])).toEqual([])
    const isFinance = who.startsWith('the finance')
    if (!isFinance && !who.includes('front desk')) expect(opened(found, [401, 400, 404, 405])).toEqual([])
    if (method === 'POST') expect(await everything()).toEqual(before)
  })
})

test('finance within a series sees the money of its events, and sets up no issuer', async () => {
  await be('their finance')
  const wrong: [string, number][] = []
  for (const address of FINANCE.map((one) => addressOf(one)).filter((one) => !NOT_NOW.test(one))) {
    const { status, body } = await app.get(address)
    await body?.cancel()
    // The account of the installation takes the money of many hosts.
    const isOfAll = /\/(statements|lines)\/[0-9a-f]/.test(address)
    const expected = OF_ISSUERS.test(address) ? 403 : isOfAll ? 404 : 200
    if (status !== expected) wrong.push([address, status])
  }
  expect(wrong).toEqual([])
})

test('their instructor sees what is named in the addresses of a course', async () => {
  expect(TEACH.length).toBeGreaterThan(75)
  expect(NAMED.length).toBeGreaterThan(25)
  await be('their author')
  const closed: [string, number][] = []
  for (const pattern of TEACH) {
    const { status, body } = await app.get(addressOf(pattern))
    await body?.cancel()
    if (status !== 200) closed.push([pattern, status])
  }
  expect(closed.filter(([pattern]) => !BUTTON.test(pattern))).toEqual([])
}, 60_000)

describe.each([
  'a stranger',
  'an attendee',
  'an organizer of another series',
  'an instructor of a sibling',
  'their reviewer',
  'their finance',
  'their front desk',
])('%s', (who) => {
  test.each(['GET', 'POST'] as const)('finds no course by %s, and changes nothing', async (method) => {
    await be(who)
    const before = await everything()
    // Lists are read and marks are made for other purposes too: what of them, `teach/who-may-see.test.ts` says.
    const isOther = who === 'their finance' || who === 'their front desk'
    const list = TEACH.filter((one) => !(isOther && (LISTS.test(one) || OF_MARKS.test(one))))
    const found = await answers(
      list.map((one) => addressOf(one)),
      method,
    )
    expect(opened(found, who === 'a stranger' ? [401, ...SHUT] : SHUT)).toEqual([])
    expect(await everything()).toEqual(before)
  })
})

test.each(['GET', 'POST'] as const)('an instructor of another track finds nothing of theirs: %s', async (method) => {
  await be('their instructor of another track')
  const before = await everything()
  const list = method === 'GET' ? TEACH : NAMED
  const found = await answers(
    list.map((one) => addressOf(one)),
    method,
  )
  const named = new Set(NAMED.map((one) => addressOf(one)))
  expect([...found].filter(([address, status]) => named.has(address) && !SHUT.includes(status))).toEqual([])
  if (method === 'POST') expect(await everything()).toEqual(before)
})

test.each(['GET', 'POST'] as const)('an instructor with ids of another event in their address: %s', async (method) => {
  await be('an instructor of a sibling')
  const before = await everything()
  const found = await answers(
    NAMED.map((one) => addressOf(one, { ...theirs.ids, event: sibling.slug })),
    method,
  )
  expect(opened(found, method === 'GET' ? SHUT : [...SHUT, 303, 409, 422])).toEqual([])
  if (method === 'POST') expect(await everything()).toEqual(before)
})

test.each(['/admin', '/admin/mail'])('%s is for administrators', async (address) => {
  for (const who of ['their organizer', 'the finance of everything', 'their front desk']) {
    await be(who)
    expect([who, (await app.get(address)).status]).toEqual([who, 404])
    expect([404, 405]).toContain((await app.post(address, {})).status)
  }
})
