import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { givenAccount, givenEvent, givenSeries } from './given.ts'
import { NOW } from './now.ts'
import { givenTrack } from '#tests/participants/given-participants.ts'
import { givenQuestion } from '#tests/registrations/questions/a-question.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

const COUNTRIES = ['RW', 'KE', 'UG', 'TZ', 'NG', 'GH', 'SN', 'IN', 'ID', 'BR', 'US', 'FR', 'EG', 'MA', 'NP', 'FJ']
const NAMES = ['Contohwati', 'Þóra Dæmisdóttir', 'Nguyễn Thị Mẫu', '山田 例', 'نور تجريبي', 'ሙከራ ምሳሌ', 'Тест Примеров']
const MERGED = 100

/** An event with tracks, questions, so many sessions and so many people, free and paid, each with mails; one organizer. */
export async function givenBusyEvent(db: Kysely<Database>, { people, sessions }: { people: number; sessions: number }) {
  const series = await givenSeries(db)
  const event = await givenEvent(db, {
    seriesId: series.id,
    paymentMethods: 'bank-transfer',
    confirmsOn: 'placing',
    tickets: [
      { name: 'Free', seats: 20_000, allowsRepeat: 1 },
      { name: 'Paid', seats: 20_000, price: 12_500, allowsRepeat: 1 },
    ],
  })
  const tracks = [await givenTrack(db, event.id, 'T1'), await givenTrack(db, event.id, 'T2')]
  const question = await givenQuestion(db, event.id, { kind: 'text', label: 'What do you work on?' })
  await givenSessions(db, event.id, tracks, sessions)
  const registrations = await givenPeople(db, event, tracks, people)
  await givenAnswers(db, question, registrations)
  const { accountId } = await givenAccount(db, 'busy-organizer@plenary.example', [
    { role: 'organizer', scope: 'series', scopeId: series.id },
  ])
  return { ...event, tracks, registrations, accountId }
}

type Event = Awaited<ReturnType<typeof givenEvent>>

async function givenPeople(db: Kysely<Database>, event: Event, tracks: string[], people: number): Promise<string[]> {
  const registrations: string[] = []
  while (registrations.length < people) {
    const from = registrations.length
    const now = addMinutes(NOW, -60 * (people - from))
    const placed = await placeOrders(db, {
      now,
      orders: Array.from({ length: Math.min(MERGED, people - from) }, (_, at) => ({
        eventId: event.id,
        formKey: randomUUID(),
        language: at % 3 === 0 ? 'fr' : 'en',
        paymentMethod: 'bank-transfer' as const,
        people: [
          {
            ticketTypeId: event.tickets[at % 2]!.id,
            trackId: tracks[at % 4] ?? null,
            fullName: `${NAMES[(from + at) % NAMES.length]!} ${from + at}`,
            email: `person-${from + at}@campus.example`,
            country: COUNTRIES[(from + at) % COUNTRIES.length]!,
            affiliation: `Campus ${(from + at) % 97}`,
          },
        ],
      })),
    })
    for (const order of placed) {
      if (!order.ok) throw new Error(JSON.stringify(order.refusals))
      registrations.push(order.value.registrations[0]!.id)
    }
  }
  return registrations
}

async function givenAnswers(db: Kysely<Database>, questionId: string, registrations: string[]): Promise<void> {
  for (let from = 0; from < registrations.length; from += 500)
    await db
      .insertInto('answers')
      .values(
        registrations
          .slice(from, from + 500)
          .filter((_, at) => at % 3 !== 0)
          .map((registrationId) => ({ registrationId, questionId, value: 'Routing', answeredAt: NOW })),
      )
      .execute()
}

async function givenSessions(db: Kysely<Database>, eventId: string, tracks: string[], count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) => {
    const day = `2027-06-${String(14 + (at % 5)).padStart(2, '0')}`
    const hour = 6 + (Math.floor(at / 5) % 8)
    const clock = (one: number) => `${String(one).padStart(2, '0')}:00`
    return {
      id: newId(NOW),
      eventId,
      trackId: tracks[at % 3] ?? null,
      code: `S${at}`,
      kind: 'talk' as const,
      title: `Session ${at}`,
      abstract: 'What it is about.',
      language: 'en',
      heldOn: day,
      startsTime: clock(hour + 2),
      endsTime: clock(hour + 3),
      startsAt: `${day}T${clock(hour)}:00.000Z`,
      endsAt: `${day}T${clock(hour + 1)}:00.000Z`,
      room: `Room ${at % 7}`,
      isPublic: 1 as const,
      isStreamed: 0 as const,
      sequence: 0,
      updatedAt: NOW,
    }
  })
  for (let from = 0; from < rows.length; from += 200)
    await db
      .insertInto('sessions')
      .values(rows.slice(from, from + 200))
      .execute()
}
