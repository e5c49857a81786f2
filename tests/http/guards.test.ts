import { afterAll, beforeAll, expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenAccount, givenEvent, givenSeries } from '#tests/support/given.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import {
  requireAdministrator,
  requireFinance,
  requireInstructor,
  requireOrganizer,
  requireSeriesOrganizer,
  requireSignedIn,
  requireTeaching,
  signedIn,
} from '#app/http/guards.server.ts'
import { beginSignIn } from '#app/people/begin-sign-in.server.ts'
import type { HeldRole } from '#app/people/rights.ts'

let services: Awaited<ReturnType<typeof testServices>>
let events: { own: { id: string; slug: string }; sibling: { slug: string }; other: { slug: string } }
let holders: Record<string, string>

const GUARDS = {
  organizer: requireOrganizer,
  instructor: requireInstructor,
  series: requireSeriesOrganizer,
  teaching: requireTeaching,
  finance: requireFinance,
  administrator: requireAdministrator,
}

beforeAll(async () => {
  services = await testServices()
  const { db } = services
  const [ntw, inet] = [await givenSeries(db, 'ntw'), await givenSeries(db, 'inet', 'inet')]
  const [own, sibling, other] = [
    await givenEvent(db, { seriesId: ntw.id }),
    await givenEvent(db, { seriesId: ntw.id }),
    await givenEvent(db, { seriesId: inet.id }),
  ]
  events = { own, sibling, other }
  const roles: Record<string, Omit<HeldRole, 'scopeId' | 'trackId'> & Partial<HeldRole>> = {
    administrator: { role: 'administrator', scope: 'installation' },
    'organizer of the series': { role: 'organizer', scope: 'series', scopeId: ntw.id },
    'organizer of the event': { role: 'organizer', scope: 'event', scopeId: own.id },
    'instructor of the series': { role: 'instructor', scope: 'series', scopeId: ntw.id },
    'instructor of the event': { role: 'instructor', scope: 'event', scopeId: own.id },
    'instructor of a track': { role: 'instructor', scope: 'event', scopeId: own.id, trackId: 't2' },
    reviewer: { role: 'reviewer', scope: 'series', scopeId: ntw.id },
    'front desk': { role: 'front-desk', scope: 'event', scopeId: own.id },
    finance: { role: 'finance', scope: 'installation' },
    'finance of the event': { role: 'finance', scope: 'event', scopeId: own.id },
  }
  holders = { attendee: await signInWith('attendee@example.org', []) }
  for (const [at, [name, role]] of Object.entries(roles).entries())
    holders[name] = await signInWith(`holder${at}@example.org`, [role])
})

afterAll(() => services.close())

async function signInWith(email: string, roles: Parameters<typeof givenAccount>[2]): Promise<string> {
  const { accountId } = await givenAccount(services.db, email, roles)
  return await beginSignIn(services.db, { accountId, userAgent: null, earlierToken: null, now: NOW })
}

function asked(token: string | null, path = '/organize/x?page=2', method = 'GET') {
  const headers: HeadersInit = token === null ? {} : { Cookie: `other=1; plenary_sign_in=${token}` }
  const request = new Request(`http://plenary.test${path}`, { method, headers })
  const context: RequestContext = {
    services: services.services,
    now: NOW,
    language: 'en',
    prefix: '/fr',
    requestId: 'test',
    clientAddress: '192.0.2.1',
    formKey: () => '',
    samePage: null,
  }
  return [request, context] as const
}

/** What a guard answers: 'yes', or the status that it throws. */
async function answer(guard: keyof typeof GUARDS, token: string | null, slug = ''): Promise<number | 'yes'> {
  try {
    await GUARDS[guard](...asked(token), slug)
    return 'yes'
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status
    throw thrown
  }
}

const Y = 'yes' as const

/** Of each role: organizer and instructor of (own, sibling, other); then series, teaching, finance, administrator. */
test.each<[string, (number | 'yes')[], (number | 'yes')[], (number | 'yes')[]]>([
  ['administrator', [Y, Y, Y], [Y, Y, Y], [Y, Y, Y, Y]],
  ['organizer of the series', [Y, Y, 404], [Y, Y, 404], [Y, Y, 404, 404]],
  ['organizer of the event', [Y, 404, 404], [Y, 404, 404], [Y, Y, 404, 404]],
  ['instructor of the series', [404, 404, 404], [Y, Y, 404], [404, Y, 404, 404]],
  ['instructor of the event', [404, 404, 404], [Y, 404, 404], [404, Y, 404, 404]],
  ['instructor of a track', [404, 404, 404], [Y, 404, 404], [404, Y, 404, 404]],
  ['reviewer', [404, 404, 404], [404, 404, 404], [404, 404, 404, 404]],
  ['front desk', [404, 404, 404], [404, 404, 404], [404, 404, 404, 404]],
  ['finance', [404, 404, 404], [404, 404, 404], [404, 404, Y, 404]],
  ['finance of the event', [404, 404, 404], [404, 404, 404], [404, 404, Y, 404]],
  ['attendee', [404, 404, 404], [404, 404, 404], [404, 404, 404, 404]],
])('%s', async (name, organizes, teaches, elsewhere) => {
  const token = holders[name]!
  const slugs = [events.own.slug, events.sibling.slug, events.other.slug]
  expect(await Promise.all(slugs.map((slug) => answer('organizer', token, slug)))).toEqual(organizes)
  expect(await Promise.all(slugs.map((slug) => answer('instructor', token, slug)))).toEqual(teaches)
  const guards = ['series', 'teaching', 'finance', 'administrator'] as const
  expect(await Promise.all(guards.map((guard) => answer(guard, token)))).toEqual(elsewhere)
  expect(await answer('organizer', token, 'no-such-event')).toBe(404)
})

test('a stranger is sent to sign in, whether the event exists or not, and led back', async () => {
  for (const guard of Object.keys(GUARDS) as (keyof typeof GUARDS)[])
    expect(await answer(guard, null, events.own.slug)).toBe(303)
  const thrown = await requireSignedIn(...asked(null)).catch((response: unknown) => response)
  expect((thrown as Response).headers.get('Location')).toBe('/fr/signin?to=%2Forganize%2Fx%3Fpage%3D2')
  const posted = await requireSignedIn(...asked(null, '/organize/x?secret=1', 'POST')).catch((one: unknown) => one)
  expect((posted as Response).headers.get('Location')).toBe('/fr/signin?to=%2Forganize%2Fx')
})

test('an instructor learns which tracks are theirs, an organizer where they may create', async () => {
  const track = await requireInstructor(...asked(holders['instructor of a track']!), events.own.slug)
  expect([track.trackIds, track.event.id]).toEqual([['t2'], events.own.id])
  const whole = await requireInstructor(...asked(holders['organizer of the event']!), events.own.slug)
  expect(whole.trackIds).toBe('all')
  const series = async (name: string) =>
    (await requireSeriesOrganizer(...asked(holders[name]!))).series.map(({ slug }) => slug)
  expect(await series('organizer of the series')).toEqual(['ntw'])
  expect(await series('organizer of the event')).toEqual([])
  expect((await series('administrator')).toSorted()).toEqual(['inet', 'ntw'])
})

test.each([
  ['', null],
  ['plenary_sign_in=', null],
  ['plenary_sign_in=short', null],
  [`plenary_sign_in=${'x'.repeat(32)}`, null],
  [`__Host-plenary_sign_in=${'x'.repeat(32)}`, null],
  ["plenary_sign_in=' or 1=1 --", null],
])('the cookie %j is nobody’s', async (cookie, who) => {
  const [, context] = asked(null)
  const request = new Request('http://plenary.test/me', { headers: { Cookie: cookie } })
  expect(await signedIn(request, context)).toBe(who)
})

test('a page whose loaders all ask costs the questions once', async () => {
  const [request, context] = asked(holders.administrator!)
  expect(await signedIn(request, context)).toBe(await signedIn(request, context))
})
