import { afterEach, beforeEach, expect, test } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent, givenSeries } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenEvent>>
let base: string

const FIRST = '2027-10-31T00:30:00.000Z'
const SECOND = '2027-10-31T01:30:00.000Z'
const NIGHT = { startsOn: '2027-10-31', endsOn: '2027-10-31', startsTime: '02:30', endsTime: '05:00' }

beforeEach(async () => {
  app = await testApp()
  const seriesId = (await givenSeries(app.db)).id
  const organizer = await givenAccount(app.db, 'organizer@plenary.example', [
    { role: 'organizer', scope: 'series', scopeId: seriesId },
  ])
  await signInAs(app, organizer.accountId)
  event = await givenEvent(app.db, { seriesId, zone: 'Europe/Berlin', slug: 'night-of-routing' })
  base = `/organize/${event.slug}`
})

afterEach(() => app.close())

async function textOf(path: string): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(200)
  return await response.text()
}

/** What the browser sends of the details form: every field as the page holds it, with a change. */
async function saveDetails(change: Record<string, string>) {
  const page = await textOf(`${base}/details`)
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
  return await app.post(`${base}/details`, {
    version: hidden('version'),
    seen: hidden('seen'),
    textLanguage: 'en',
    title: 'Night of routing',
    slug: event.slug,
    language: 'en',
    'languages[0]': 'en',
    zone: 'Europe/Berlin',
    format: 'onsite',
    country: 'DE',
    city: 'Berlin',
    admission: 'registration',
    ...change,
  })
}

async function readEvent() {
  return await app.db
    .selectFrom('events')
    .select(['zone', 'startsAt', 'endsAt', 'startsLater', 'endsLater'])
    .where('id', '=', event.id)
    .executeTakeFirstOrThrow()
}

/** The values of the radio buttons of a name, those that are chosen with a star behind. */
function choices(page: string, name: string): string[] {
  const inputs = page.match(/<input[^>]*type="radio"[^>]*>/g) ?? []
  return inputs
    .filter((input) => input.includes(`name="${name}"`))
    .map((input) => /value="([^"]*)"/.exec(input)![1]! + (input.includes('checked') ? '*' : ''))
}

test('A.7 #8: a start in the hour that is jumped over is refused, with the way out, and nothing is stored', async () => {
  const before = await readEvent()
  const refused = await saveDetails({ startsOn: '2027-03-28', endsOn: '2027-03-28', startsTime: '02:30' })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('02:30 does not exist on 28 March 2027 in Europe/Berlin')
  expect(page).toContain('Enter 03:00 or later')
  expect(page).toMatch(/name="startsTime"[^>]*value="02:30"|value="02:30"[^>]*name="startsTime"/)
  expect(await readEvent()).toEqual(before)
})

test('A.7 #9: of the hour that comes twice it is asked which is meant; either is kept, and exported in UTC', async () => {
  const asked = await saveDetails(NIGHT)
  expect(asked.status).toBe(422)
  const page = await asked.text()
  expect(page).toContain('02:30 comes twice on 31 October 2027 in Europe/Berlin')
  expect(page).toContain('Choose which 02:30 on 31 October 2027 is meant')
  expect(page).toContain('The first 02:30 (UTC+2)')
  expect(page).toContain('The second 02:30, after the change (UTC+1)')
  expect(choices(page, 'startsMoment')).toEqual([FIRST, SECOND])
  expect(page).toContain('href="#startsMoment"')
  expect(page).toContain('id="startsMoment"')
  expect(page).toContain('value="Night of routing"')

  expect((await saveDetails({ ...NIGHT, startsMoment: FIRST })).status).toBe(303)
  expect(await readEvent()).toMatchObject({ startsAt: FIRST, startsLater: 0, endsAt: '2027-10-31T04:00:00.000Z' })
  expect(await textOf(`/events/${event.slug}.ics`)).toContain('\r\nDTSTART:20271031T003000Z\r\n')

  expect((await saveDetails({ ...NIGHT, startsMoment: SECOND })).status).toBe(303)
  expect(await readEvent()).toMatchObject({ startsAt: SECOND, startsLater: 1 })
  expect(await textOf(`/events/${event.slug}.ics`)).toContain('\r\nDTSTART:20271031T013000Z\r\n')
  expect(choices(await textOf(`${base}/details`), 'startsMoment')).toEqual([FIRST, `${SECOND}*`])
})

test('an answer to another question is none: a new date is asked about again, and a plain one forgets it', async () => {
  await saveDetails({ ...NIGHT, startsMoment: SECOND })
  const moved = await saveDetails({ ...NIGHT, startsOn: '2028-10-29', endsOn: '2028-10-29', startsMoment: SECOND })
  expect(moved.status).toBe(422)
  expect(choices(await moved.text(), 'startsMoment')).toEqual(['2028-10-29T00:30:00.000Z', '2028-10-29T01:30:00.000Z'])
  expect((await saveDetails({ ...NIGHT, startsTime: '03:30', startsMoment: SECOND })).status).toBe(303)
  expect(await readEvent()).toMatchObject({ startsAt: '2027-10-31T02:30:00.000Z', startsLater: 0 })
})

test('an end at an earlier time on the clock is later, when the clocks were set back in between', async () => {
  const short = { ...NIGHT, startsTime: '02:45', endsTime: '02:15' }
  const [starts, ends] = ['2027-10-31T00:45:00.000Z', '2027-10-31T01:15:00.000Z']
  expect((await saveDetails({ ...short, startsMoment: starts, endsMoment: ends })).status).toBe(303)
  expect(await readEvent()).toMatchObject({ startsAt: starts, endsAt: ends, startsLater: 0, endsLater: 1 })
  const back = { ...NIGHT, endsTime: '02:45', startsMoment: SECOND, endsMoment: starts }
  const refused = await saveDetails(back)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('href="#endsTime"')
})

test('a zone by an old name is stored by its current one', async () => {
  expect((await saveDetails({ ...NIGHT, startsOn: '2027-10-30', zone: 'Europe/Kiev', endsTime: '06:00' })).status).toBe(
    303,
  )
  expect((await readEvent()).zone).toBe('Europe/Kyiv')
  const page = await textOf(`${base}/details`)
  expect(page).toContain('Europe/Kyiv (UTC+2, UTC+3)')
  expect(page).not.toContain('Europe/Kiev')
})

test('of a deadline it is asked as well, and the second of two stays the second when the form is saved again', async () => {
  const type = event.tickets[0]!
  const address = `${base}/tickets/${type.id}`
  const ticket = (change: Record<string, string>) => ({
    textLanguage: 'en',
    name: 'Participant',
    code: type.code,
    attendance: 'onsite',
    admission: 'open',
    minPerOrder: '0',
    maxPerOrder: '4',
    quotaIds: type.quotaIds[0]!,
    'currencies[0]': 'EUR',
    'steps[0].kind': 'only',
    'steps[0].amounts[0]': '120',
    'steps[0].zone': 'Europe/Berlin',
    onSaleUntilAt: '2027-10-31T02:30',
    'steps[0].endsAt': '2027-10-31T02:30',
    ...change,
  })
  const post = async (change: Record<string, string>) => {
    const seen = /name="seen" value="([^"]*)"/.exec(await textOf(address))?.[1] ?? ''
    return await app.post(address, ticket({ seen, ...change }))
  }
  const asked = await post({})
  expect(asked.status).toBe(422)
  const page = await asked.text()
  for (const name of ['onSaleUntilAt-reading', 'steps[0].endsAt-reading'])
    expect(choices(page, name)).toEqual([FIRST, SECOND])
  expect(page).toContain('value="2027-10-31T02:30"')

  const answers = { 'onSaleUntilAt-reading': SECOND, 'steps[0].endsAt-reading': FIRST }
  expect((await post(answers)).status).toBe(303)
  const stored = await app.db
    .selectFrom('ticketTypes')
    .innerJoin('priceSteps', 'priceSteps.ticketTypeId', 'ticketTypes.id')
    .select(['onSaleUntilAt', 'priceSteps.endsAt'])
    .where('ticketTypes.id', '=', type.id)
    .executeTakeFirstOrThrow()
  expect(stored).toEqual({ onSaleUntilAt: SECOND, endsAt: FIRST })
  const again = await textOf(address)
  expect(choices(again, 'onSaleUntilAt-reading')).toEqual([FIRST, `${SECOND}*`])
  expect(choices(again, 'steps[0].endsAt-reading')).toEqual([`${FIRST}*`, SECOND])
})
