import type { Kysely } from 'kysely'
import { NOW } from '#tests/support/app.ts'
import { givenEvent, givenSeries, type GivenTicket } from '#tests/support/given.ts'
import { noteCalendarChanges } from '#app/calendar/note-changes.server.ts'
import { newId } from '#app/values/id.ts'
import { instantOf } from '#app/values/moment.ts'
import type { Database, EventPersonRole } from '#db/schema.ts'

const ZONE = 'Africa/Kigali'
const at = (day: string) => instantOf(day, '00:00', ZONE)
const EARLY = { kind: 'early' as const, startsAt: at('2026-11-01'), endsAt: at('2027-04-01') }
const STANDARD = { kind: 'standard' as const, startsAt: at('2027-04-01'), endsAt: at('2027-06-07') }
const LATE = { kind: 'late' as const, startsAt: at('2027-06-07'), endsAt: at('2027-06-26') }

/** Dollars for early, standard and late; null is not sold. */
function steps(early: number | null, standard: number, late: number) {
  return [
    ...(early === null ? [] : [{ ...EARLY, amountMinor: early * 100 }]),
    { ...STANDARD, amountMinor: standard * 100 },
    { ...LATE, amountMinor: late * 100 },
  ]
}

const TICKETS: GivenTicket[] = [
  { code: 'FULL', name: 'Full pass', steps: steps(450, 550, 650), seats: 600 },
  { code: 'FULL-M', name: 'Full pass, supporter', steps: steps(350, 450, 550), admission: 'code' },
  {
    code: 'FULL-LMIC',
    name: 'Full pass, low- and middle-income economy',
    steps: [...steps(180, 220, 260), { ...EARLY, currency: 'RWF', amountMinor: 252_000 }],
  },
  { code: 'STUD', name: 'Full-time student', steps: steps(100, 100, 120) },
  ...['TUE', 'WED', 'THU', 'FRI'].map((day) => ({
    code: `DAY-${day}`,
    name: `One day: ${day}`,
    steps: steps(null, 200, 250),
  })),
  { code: 'TUT-AM', name: 'Half-day tutorial, morning', steps: steps(90, 110, 130) },
  { code: 'TUT-PM', name: 'Half-day tutorial, afternoon', steps: steps(90, 110, 130) },
  { code: 'TUT-2', name: 'Two half days', steps: steps(150, 180, 220) },
  { code: 'DCS', name: 'Developing Countries Symposium' },
  { code: 'REMOTE', name: 'Remote', price: 4000, attendance: 'online' },
  { code: 'REMOTE-W', name: 'Remote, waived', attendance: 'online' },
  { code: 'HUB', name: 'Chapter hub host', admission: 'code', attendance: 'online' },
  { code: 'SPK', name: 'Speaker', admission: 'code', isHidden: 1 },
  { code: 'DINNER', name: 'Conference dinner', steps: steps(60, 60, 70), seats: 350 },
  { code: 'GUEST', name: 'Accompanying person', steps: steps(70, 70, 90) },
  { code: 'TOUR', name: 'Exchange and research network tour', seats: 25 },
]

/** INET 2027 as examples.md has it: many ticket types, a programme, a scholarship call, a neighbour. */
export async function givenInet(db: Kysely<Database>) {
  const series = await givenSeries(db, 'inet', 'inet')
  await db
    .updateTable('seriesTexts')
    .set({ name: 'INET', shortName: 'INET', kind: 'Annual conference' })
    .where('seriesId', '=', series.id)
    .execute()
  const hostId = newId(NOW)
  await db
    .insertInto('hosts')
    .values({
      id: hostId,
      slug: `rw-${hostId.slice(-6)}`,
      name: 'Internet Society Rwanda Chapter',
      kind: 'chapter',
      country: 'RW',
      url: 'https://isoc.example/rw',
    })
    .execute()
  const event = await givenEvent(db, {
    slug: 'inet-2027',
    seriesId: series.id,
    hostId,
    isSample: 1,
    format: 'hybrid',
    level: 'intermediate',
    startsOn: '2027-06-21',
    endsOn: '2027-06-25',
    startsTime: '09:00',
    endsTime: '17:30',
    startsAt: instantOf('2027-06-21', '09:00', ZONE),
    endsAt: instantOf('2027-06-25', '17:30', ZONE),
    venue: 'Example Convention Centre',
    address: 'KN 4 Avenue',
    scholarshipFromAt: at('2026-11-10'),
    scholarshipUntilAt: instantOf('2027-02-27', '13:59', ZONE),
    contactEmail: 'inet2027@plenary.example',
    title: 'INET 2027 Kigali',
    tickets: TICKETS,
  })
  await db
    .updateTable('eventTexts')
    .set({
      summary:
        'Four days on keeping the Internet open, resilient and within everyone’s reach, hosted by the Rwanda chapter.',
      description:
        'INET brings together people who run networks, write policy and teach.\n\n- Tutorials on Monday\n- Plenaries in English and French',
      accessNote: 'Step-free entrance on KN 4 Avenue. Hearing loop in hall A. Prayer and quiet rooms on level 2.',
      visaNote:
        'Most visitors get a visa on arrival. Ask for a letter when you register; we send it within two working days.',
    })
    .where('eventId', '=', event.id)
    .execute()
  await db.insertInto('eventLanguages').values({ eventId: event.id, language: 'fr' }).execute()
  await givenPeople(db, event.id, [
    ['general-chair', 'Wanjiku Placeholder', null, 'KE'],
    ['programme-chair', 'Tomás Ejemplo', null, 'UY'],
    ['lead-instructor', 'نور تجريبي', 'Nour Tajriby', 'EG'],
  ])
  const talks = [
    ['2027-06-21', '09:00', '10:30', 'RPKI in an afternoon', 'tutorial', 0, ['Jean Échantillon']],
    [
      '2027-06-22',
      '09:30',
      '10:45',
      'Opening: thirty years of African exchanges',
      'plenary',
      1,
      ['Wanjiku Placeholder', 'Tomás Ejemplo'],
    ],
    ['2027-06-22', '14:00', '15:30', 'Access where there is no business case', 'panel', 1, ['Ana Muestra', 'Budiono']],
    ['2027-06-23', '10:00', '11:00', 'Routing under fire', 'talk', 1, ['Тест Примеров']],
    ['2027-06-23', '15:30', '16:30', 'Names in every script', 'talk', 0, ['نور تجريبي', '山田 例']],
  ] as const
  for (const [day, from, to, title, kind, isStreamed, people] of talks)
    await givenSession(db, event.id, { day, from, to, title, kind, isStreamed, people: [...people] })
  return event
}

/** A workshop with four tracks whose places are applied for. */
export async function givenNtw(db: Kysely<Database>, neighbourOf?: string) {
  const event = await givenEvent(db, {
    slug: 'ntw-2027',
    isSample: 1,
    admission: 'application',
    applyFromAt: at('2026-11-02'),
    applyUntilAt: instantOf('2027-02-16', '13:59', ZONE),
    startsOn: '2027-06-13',
    endsOn: '2027-06-19',
    contactEmail: 'ntw2027@plenary.example',
    title: 'NTW 2027 Kigali: five tracks, seven days',
    tickets: [
      { code: 'NTW-FULL', name: 'Paid by yourself or your employer', price: 110_000, admission: 'application' },
      { code: 'NTW-AWD', name: 'Full award', admission: 'award' },
    ],
  })
  await db
    .updateTable('eventTexts')
    .set({
      summary:
        'Hands-on training for people who run networks in Africa. Bring a laptop; leave with a working design for your own network.',
      preparation:
        '- You help run a network, or will within a year\n- You are at ease on a Unix command line\n\n**What to bring.** A laptop with 8 GB of memory.',
    })
    .where('eventId', '=', event.id)
    .execute()
  await givenTrack(db, event.id, 'T1', 'en', 'Host-based internetworking', 'Linux and TCP/IP, DNS basics.', [
    'Kwame Sandbox',
    'Petra Mockova',
  ])
  await givenTrack(db, event.id, 'T2-F', 'fr', 'Infrastructure réseaux IP', 'OSPF, IS-IS, BGP et points d’échange.', [
    'Fatou Spécimen',
  ])
  if (neighbourOf)
    await db
      .insertInto('eventNeighbours')
      .values({ eventId: neighbourOf, neighbourId: event.id, relation: 'before' })
      .execute()
  await noteCalendarChanges(db, [event.id], NOW)
  return event
}

async function givenTrack(
  db: Kysely<Database>,
  eventId: string,
  code: string,
  language: string,
  title: string,
  summary: string,
  teachers: string[],
) {
  const id = newId(NOW)
  await db
    .insertInto('tracks')
    .values({ id, eventId, code, position: 0, language, level: 'introductory', room: 'L1' })
    .execute()
  await db
    .insertInto('trackTexts')
    .values({ trackId: id, language, title, summary, prerequisites: 'TCP/IP.' })
    .execute()
  await db
    .insertInto('quotas')
    .values({ id: newId(NOW), eventId, trackId: id, name: code, size: 30, overBy: 0, taken: 12, position: 0 })
    .execute()
  await givenPeople(
    db,
    eventId,
    teachers.map((name) => ['instructor', name, null, null] as const),
    id,
  )
  return id
}

async function givenPeople(
  db: Kysely<Database>,
  eventId: string,
  people: (readonly [EventPersonRole, string, string | null, string | null])[],
  trackId: string | null = null,
) {
  for (const [position, [role, fullName, latinName, country]] of people.entries())
    await db
      .insertInto('eventPeople')
      .values({
        id: newId(NOW),
        eventId,
        trackId,
        position,
        role,
        fullName,
        latinName,
        affiliation: 'Example University',
        country,
      })
      .execute()
}

export async function givenSession(
  db: Kysely<Database>,
  eventId: string,
  session: {
    day: string
    from: string
    to: string
    title: string
    kind?: 'plenary' | 'talk' | 'panel' | 'tutorial' | 'break'
    isStreamed?: 0 | 1
    isPublic?: 0 | 1
    trackId?: string
    people?: string[]
  },
) {
  const id = newId(NOW)
  await db
    .insertInto('sessions')
    .values({
      id,
      eventId,
      trackId: session.trackId ?? null,
      code: null,
      kind: session.kind ?? 'talk',
      title: session.title,
      abstract: '',
      language: null,
      heldOn: session.day,
      startsTime: session.from,
      endsTime: session.to,
      startsAt: instantOf(session.day, session.from, ZONE),
      endsAt: instantOf(session.day, session.to, ZONE),
      room: 'Hall A',
      isPublic: session.isPublic ?? 1,
      isStreamed: session.isStreamed ?? 0,
      sequence: 0,
      updatedAt: NOW,
    })
    .execute()
  for (const [position, fullName] of (session.people ?? []).entries())
    await db
      .insertInto('sessionPeople')
      .values({
        id: newId(NOW),
        sessionId: id,
        position,
        role: 'speaker',
        fullName,
        latinName: null,
        affiliation: null,
      })
      .execute()
  await noteCalendarChanges(db, [eventId], NOW)
  return id
}
