import { execFileSync } from 'node:child_process'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenPlanted, type Marker, MARKERS, type Planted, PLANTED } from '#tests/participants/lists/given-planted.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { findOnPath } from '#tests/support/find-on-path.ts'
import { givenAccount, givenEvent, givenSeries } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { readSheet } from '#app/files/sheets/read-sheet.ts'
import { newId } from '#app/values/id.ts'
import routes from '#app/routes.ts'
import type { RoleName } from '#db/schema.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeEach(async () => {
  app = await testApp()
})

afterEach(() => app.close())

/*
 * The written table once more, apart from the code: a change there must be meant here too.
 */

const TAUGHT: Marker[] = [
  'fullName',
  'latinName',
  'calledName',
  'pronunciation',
  'affiliation',
  'skill',
  'group',
  'seat',
  'answers.instructors',
]
const OF_INSTRUCTOR = new Set<Marker>(TAUGHT)
const OF_ORGANIZER = new Set<Marker>([...TAUGHT, 'email', 'answers.organizers'])
const OF_DESK = new Set<Marker>(['fullName', 'latinName', 'badgeName'])
const OF_FINANCE = new Set<Marker>(['payer', 'payerOrganization', 'answers.finance'])
const OF_VISA = new Set<Marker>(['fullName', 'latinName', 'email', 'affiliation', 'answers.visa-desk'])
/** Totals: the answers themselves are told, as words of a kitchen and of nobody. */
const OF_CATERING = new Set<Marker>(['diet'])

type Purpose = 'teaching' | 'desk' | 'finance' | 'visa' | 'catering'
type Reading = Partial<Record<Purpose, { fields: Set<Marker>; people: readonly Planted[]; sharesEmail?: true }>>

const ORGANIZER: Reading = {
  teaching: { fields: OF_ORGANIZER, people: PLANTED },
  desk: { fields: OF_DESK, people: PLANTED },
  catering: { fields: OF_CATERING, people: PLANTED },
}
const NOTHING: Reading = {}

/** Who reads what, the first purpose being the one of an address without one. */
const READERS = {
  stranger: NOTHING,
  attendee: NOTHING,
  instructor: { teaching: { fields: OF_INSTRUCTOR, people: PLANTED, sharesEmail: true } },
  'instructor of a track': { teaching: { fields: OF_INSTRUCTOR, people: ['alba', 'bruno'], sharesEmail: true } },
  'instructor of another event': NOTHING,
  'front desk': {
    desk: { fields: OF_DESK, people: PLANTED },
    catering: { fields: OF_CATERING, people: PLANTED },
  },
  finance: { finance: { fields: OF_FINANCE, people: PLANTED } },
  reviewer: NOTHING,
  observer: NOTHING,
  programme: NOTHING,
  'organizer of the event': ORGANIZER,
  'organizer of the series': ORGANIZER,
  'organizer of another series': NOTHING,
  administrator: {
    teaching: { fields: OF_ORGANIZER, people: PLANTED },
    desk: { fields: OF_DESK, people: PLANTED },
    finance: { fields: OF_FINANCE, people: PLANTED },
    visa: { fields: OF_VISA, people: PLANTED },
    catering: { fields: OF_CATERING, people: PLANTED },
  },
} as const satisfies Record<string, Reading>

type ReaderName = keyof typeof READERS

const PURPOSES: Purpose[] = ['teaching', 'desk', 'finance', 'visa', 'catering']

/** Every address of participant lists, as `app/routes.ts` has them; a new one must be meant here. */
const ADDRESSES = [
  '/teach/:event/participants',
  '/teach/:event/participants/:code',
  '/teach/:event/participants.csv',
  '/teach/:event/participants.xlsx',
  '/teach/:event/participants.pdf',
  '/teach/:event/participants.vcf',
  '/teach/:event/participants.json',
  '/teach/:event/skills',
  '/teach/:event/skills.csv',
  '/organize/:event/catering',
  '/organize/:event/catering.csv',
]

test('every address of participant lists is walked here', () => {
  const known = patterns(routes).filter((one) =>
    /^\/(teach|organize)\/:event\/(participants|skills|catering)(\/:code$|\.|$)/.test(one),
  )
  expect([...new Set(known)].toSorted()).toEqual(ADDRESSES.toSorted())
})

function patterns(entries: RouteConfigEntry[], base = ''): string[] {
  return entries.flatMap(({ path = '', children = [] }) => {
    const own = [base, path].filter(Boolean).join('/')
    return [`/${own}`, ...patterns(children, own)]
  })
}

/** An account for each of the readers; whoever waits for a seat is planted too. */
async function givenReaders({ event, tracks }: Awaited<ReturnType<typeof givenPlanted>>) {
  const otherSeries = await givenSeries(app.db, 'other')
  const other = await givenEvent(app.db, { slug: 'other-event', seriesId: otherSeries.id })
  const here = (role: RoleName, trackId = '') => [{ role, scope: 'event' as const, scopeId: event.id, trackId }]
  const roles: Record<Exclude<ReaderName, 'stranger'>, Parameters<typeof givenAccount>[2]> = {
    attendee: [],
    instructor: here('instructor'),
    'instructor of a track': here('instructor', tracks[0]),
    'instructor of another event': [{ role: 'instructor', scope: 'event', scopeId: other.id }],
    'front desk': here('front-desk'),
    finance: here('finance'),
    reviewer: here('reviewer'),
    observer: here('observer'),
    programme: here('programme'),
    'organizer of the event': here('organizer'),
    'organizer of the series': [{ role: 'organizer', scope: 'series', scopeId: event.seriesId }],
    'organizer of another series': [{ role: 'organizer', scope: 'series', scopeId: otherSeries.id }],
    administrator: [{ role: 'administrator', scope: 'installation' }],
  }
  const accounts = new Map<ReaderName, string>()
  for (const [at, [name, held]] of Object.entries(roles).entries())
    accounts.set(name as ReaderName, (await givenAccount(app.db, `reader-${at}@plenary.example`, held)).accountId)
  const waiting = await givenAccount(app.db, 'zqwaiting@plenary.example')
  await app.db
    .insertInto('waitingListEntries')
    .values({
      id: newId(NOW),
      code: 'WAIT-0001',
      keyVersion: 0,
      eventId: event.id,
      formKey: newId(NOW),
      personId: waiting.personId,
      activeKey: newId(NOW),
      language: 'en',
      partySize: 1,
      isAllOrNothing: 0,
      priority: 1,
      orderId: null,
      wantedUntilAt: null,
      state: 'waiting',
      joinedAt: NOW,
      endedAt: null,
      updatedAt: NOW,
    })
    .execute()
  return accounts
}

/** What an answer says as text, whatever its form. */
async function textOf(response: Response, path: string): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (path.includes('.xlsx')) {
    const { rows } = await readSheet(bytes, { rows: 1000, columns: 100 })
    return rows.map((row) => row.join('\t')).join('\n')
  }
  if (path.includes('.pdf')) {
    const program = findOnPath('pdftotext')
    return program === null ? '' : execFileSync(program, ['-raw', '-', '-'], { input: bytes }).toString()
  }
  // Long lines of a vCard are folded (RFC 6350, 3.2).
  return new TextDecoder().decode(bytes).replaceAll('\r\n ', '')
}

interface Found {
  field: Marker
  who: Planted
}

function markersIn(text: string): Found[] {
  const low = text.toLowerCase().replaceAll(/\s+/g, ' ')
  return (Object.keys(MARKERS) as Marker[]).flatMap((field) =>
    PLANTED.filter((who) => low.includes(MARKERS[field](who).toLowerCase())).map((who) => ({ field, who })),
  )
}

/** What of the found is not in the table. */
function untold(found: Found[], reading: NonNullable<Reading[Purpose]>, told: readonly Planted[] = reading.people) {
  return found
    .filter(({ field, who }) => {
      if (field === 'email' && reading.sharesEmail) return who !== 'alba' || !told.includes('alba')
      // The word of an option stands in the answers of those who chose it only: it is theirs alone here.
      return !reading.fields.has(field) || !told.includes(who)
    })
    .map(({ field, who }) => `${field} of ${who}`)
}

const asHtml = (path: string) => !/\.(csv|xlsx|pdf|vcf|json)/.test(path)

test('everybody sees of the lists what the table says, and no more, in every form', async () => {
  const planted = await givenPlanted(app.db)
  const accounts = await givenReaders(planted)
  for (const [name, reading] of Object.entries(READERS) as [ReaderName, Reading][]) {
    app.forgetCookies()
    if (name !== 'stranger') await signInAs(app, accounts.get(name)!)
    const usual = PURPOSES.find((purpose) => reading[purpose])
    const forms = ['', '.csv', '.xlsx', '.pdf', '.vcf', '.json']
    const asked = forms.flatMap((form) => [
      { path: `/teach/planted/participants${form}`, purpose: usual },
      ...PURPOSES.map((purpose) => ({ path: `/teach/planted/participants${form}?purpose=${purpose}`, purpose })),
    ])
    const more = ['view=teaching', 'days=all', 'show=absent-today', 'q=Zqname', `track=${planted.tracks[1]}`].map(
      (query) => ({ path: `/teach/planted/participants?${query}`, purpose: usual }),
    )
    for (const { path, purpose } of [...asked, ...more]) {
      const response = await app.get(path)
      const says = `${name} ${path}`
      const own = purpose && reading[purpose]
      // A page of totals is elsewhere, and cards are of people with names.
      const isNone =
        !own ||
        (purpose === 'catering' && (asHtml(path) || path.includes('.vcf'))) ||
        (purpose === 'finance' && path.includes('.vcf'))
      if (isNone) {
        expect(response.status, says).toBe(name === 'stranger' ? 303 : 404)
        expect(markersIn(await response.text()), says).toEqual([])
        continue
      }
      expect(response.status, says).toBe(200)
      const found = markersIn(await textOf(response, path))
      // Money has no tracks to be narrowed by.
      const told =
        path.includes('track=') && purpose !== 'finance' ? own.people.filter((who) => who === 'celia') : own.people
      // The groups of all whom one reads of are offered as filters.
      const shown = told === own.people ? found : found.filter(({ field }) => field !== 'group')
      expect(untold(found, own), says).toEqual([])
      expect(untold(shown, own, told), says).toEqual([])
      // Tables of data hold all that the table gives; what a page or paper has room for is less.
      if (/\.(csv|xlsx|json)/.test(path)) {
        const missing = [...own.fields].flatMap((field) =>
          own.people.filter((who) => !found.some((one) => one.field === field && one.who === who)).map(() => field),
        )
        expect(missing, says).toEqual([])
        if (own.sharesEmail) expect(found, says).toContainEqual({ field: 'email', who: 'alba' })
      }
    }
  }
})

test('one participant is shown to who has them on a list, without what is told on request', async () => {
  const planted = await givenPlanted(app.db)
  const accounts = await givenReaders(planted)
  for (const [name, reading] of Object.entries(READERS) as [ReaderName, Reading][]) {
    app.forgetCookies()
    if (name !== 'stranger') await signInAs(app, accounts.get(name)!)
    const own = reading.teaching ?? reading.desk
    for (const who of PLANTED) {
      const path = `/teach/planted/participants/${planted.codes.get(who)}`
      const says = `${name} ${path}`
      const response = await app.get(path)
      if (!own?.people.includes(who)) {
        expect(response.status, says).toBe(name === 'stranger' ? 303 : 404)
        const asked = await app.post(path, { which: 'emergency', reason: 'unwell' })
        expect(asked.status, says).toBe(name === 'stranger' ? 303 : 404)
        expect(markersIn(await asked.text()), says).toEqual([])
        continue
      }
      expect(response.status, says).toBe(200)
      const found = markersIn(await response.text())
      expect(untold(found, own, [who]), says).toEqual([])
      expect(
        found.map(({ field }) => field),
        says,
      ).toEqual(expect.arrayContaining(['fullName', 'latinName']))
    }
  }
  const asks = await app.db.selectFrom('auditEntries').select('id').where('action', 'like', '%-asked').execute()
  expect(asks).toEqual([])
})

test('skills for who teaches, totals for the kitchen, the waiting list by name for organizers', async () => {
  const planted = await givenPlanted(app.db)
  const accounts = await givenReaders(planted)
  for (const [name, reading] of Object.entries(READERS) as [ReaderName, Reading][]) {
    app.forgetCookies()
    if (name !== 'stranger') await signInAs(app, accounts.get(name)!)
    for (const path of ['/teach/planted/skills', '/teach/planted/skills.csv']) {
      const response = await app.get(path)
      const says = `${name} ${path}`
      expect(response.status, says).toBe(reading.teaching ? 200 : name === 'stranger' ? 303 : 404)
      const found = markersIn(await textOf(response, path))
      const mine = found.filter(({ field }) => field !== 'skill')
      expect(untold(mine, reading.teaching ?? { fields: new Set(), people: [] }), says).toEqual([])
      if (reading.teaching)
        expect(
          mine.map(({ field }) => field),
          says,
        ).toContain('fullName')
    }
    for (const path of ['/organize/planted/catering', '/organize/planted/catering.csv']) {
      const response = await app.get(path)
      const says = `${name} ${path}`
      expect(response.status, says).toBe(reading.catering ? 200 : name === 'stranger' ? 303 : 404)
      const found = markersIn(await textOf(response, path))
      expect(untold(found, reading.catering ?? { fields: new Set(), people: [] }), says).toEqual([])
      if (reading.catering) expect(found, says).toHaveLength(PLANTED.length)
    }
    if (!reading.teaching && !reading.desk) continue
    const waiting = await (await app.get('/teach/planted/participants?show=waiting')).text()
    expect(waiting.includes('zqwaiting'), name).toBe(/organizer|administrator/.test(name))
  }
})

test('what is told on request is told once, with a reason that is written down', async () => {
  const planted = await givenPlanted(app.db)
  const accounts = await givenReaders(planted)
  const path = `/teach/planted/participants/${planted.codes.get('alba')}`
  for (const name of ['instructor of a track', 'front desk', 'organizer of the event'] as const) {
    app.forgetCookies()
    await signInAs(app, accounts.get(name)!)
    const without = await app.post(path, { which: 'emergency', reason: '' })
    expect(without.status).toBe(422)
    expect(markersIn(await without.text()).map(({ field }) => field)).not.toContain('emergency')
    for (const which of ['emergency', 'access'] as const) {
      const told = await app.post(path, { which, reason: 'unwell' })
      expect(told.status).toBe(200)
      const found = markersIn(await told.text())
      expect(found, name).toContainEqual({ field: which, who: 'alba' })
      expect(found.map(({ field }) => field)).not.toContain(which === 'access' ? 'emergency' : 'access')
      expect(markersIn(await (await app.get(path)).text()).map(({ field }) => field)).not.toContain(which)
      const entry = await app.db
        .selectFrom('auditEntries')
        .selectAll()
        .where('action', '=', `registration.${which}-asked`)
        .where('actorId', '=', accounts.get(name)!)
        .executeTakeFirstOrThrow()
      expect(entry).toMatchObject({ objectId: planted.ids.get('alba'), eventId: planted.event.id })
      expect(JSON.parse(entry.after)).toEqual({ reason: 'unwell', questions: [planted.questions.get(which)] })
      expect(entry.after).not.toContain('Zq')
    }
  }
})

test('what is told on request stands in no list of the organizers either', async () => {
  const { event, ids, questions } = await givenPlanted(app.db)
  const { accountId } = await givenAccount(app.db, 'all@plenary.example', [
    { role: 'administrator', scope: 'installation' },
  ])
  await signInAs(app, accountId)
  const columns = [...questions.values()].map((id) => `columns=answer-${id}`).join('&')
  const base = `/organize/${event.slug}`
  const paths = [
    `${base}/registrations?${columns}`,
    `${base}/registrations.csv?${columns}`,
    `${base}/registrations/${ids.get('alba')}`,
    `${base}/sheet.csv`,
    ...(['access', 'emergency'] as const).map((which) => `${base}/questions/${questions.get(which)}/answers`),
  ]
  for (const path of paths) {
    const response = await app.get(path)
    const found = markersIn(await response.text()).map(({ field }) => field)
    expect(found, path).not.toContain('emergency')
    expect(found, path).not.toContain('access')
  }
  const table = await app.get(paths[0]!)
  expect(markersIn(await table.text()).map(({ field }) => field)).toContain('answers.instructors')
  for (const which of ['access', 'emergency'] as const)
    expect((await app.get(`${base}/questions/${questions.get(which)}/answers.csv`)).status).toBe(404)
})
