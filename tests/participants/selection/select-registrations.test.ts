import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenCrowd, type Seated } from './given-crowd.ts'
import { givenTrack } from '../given-participants.ts'
import { givenQuestion } from '#tests/registrations/questions/a-question.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import {
  addressOfFilter,
  ALL_REGISTRATIONS,
  filterOfAddress,
  type RegistrationFilter,
} from '#app/participants/selection/registration-filter.ts'
import { selectRegistrations } from '#app/participants/selection/select-registrations.server.ts'
import { askedQuestions } from '#app/registrations/questions/queries.server.ts'
import { valuesOf } from '#app/registrations/questions/question.ts'
import { shownQuestions } from '#app/registrations/questions/shown-questions.ts'
import { saveStages } from '#app/registrations/questions/save-stages.server.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes } from '#app/values/moment.ts'

let given: Awaited<ReturnType<typeof testServices>>

beforeAll(async () => {
  given = await testServices()
})

afterAll(() => given.close())

async function found(eventId: string, filter: Partial<RegistrationFilter>): Promise<string[]> {
  const rows = await selectRegistrations(given.db, { eventId, filter: { ...ALL_REGISTRATIONS, ...filter }, now: NOW })
    .select('registrations.id')
    .orderBy('people.sortKey')
    .execute()
  return rows.map(({ id }) => id)
}

test('every part of a filter narrows, and an address says all of it', async () => {
  const { db } = given
  const event = await givenEvent(db, { tickets: [{ seats: 9 }, { seats: 9 }] })
  const [one, two] = event.tickets.map(({ id }) => id) as [string, string]
  const trackId = await givenTrack(db, event.id, 'T1')
  await db.updateTable('ticketTypes').set({ trackId }).where('id', '=', two).execute()
  const visa = await givenQuestion(db, event.id, { label: 'Visa', kind: 'yesno' })
  const topics = await givenQuestion(db, event.id, {
    label: 'Topics',
    kind: 'choices',
    options: ['Routing', 'DNS'].map((label) => ({ value: '', label })),
  })
  const quota = event.tickets[0]!.quotaIds[0]!
  const people: Seated[] = [
    { ticketTypeId: one, fullName: 'Ana 100%', country: 'KE', billed: 100, answers: { [visa]: 'yes' }, ago: 20_000 },
    { ticketTypeId: one, fullName: 'Béla', state: 'held', billed: 100, paid: 100, proof: 'waiting', quotaIds: [quota] },
    { ticketTypeId: two, fullName: 'Çem', language: 'fr', answers: { [topics]: '["o2"]' }, email: 'CEM@Example.org' },
    {
      ticketTypeId: two,
      fullName: 'Dina',
      state: 'cancelled',
      answers: { [topics]: '["o1","o2"]' },
      quotaIds: [quota],
    },
    { ticketTypeId: one, fullName: 'Eva', trackId, affiliation: 'Campus', proof: 'verified' },
  ]
  const ids = await givenCrowd(db, event.id, people)
  const elsewhere = await givenEvent(db)
  await givenCrowd(db, elsewhere.id, [{ ticketTypeId: elsewhere.tickets[0]!.id, fullName: 'Ana 100%' }])
  const letters = async (filter: Partial<RegistrationFilter>) => {
    const whole = { ...ALL_REGISTRATIONS, ...filter }
    expect(filterOfAddress(addressOfFilter(whole))).toEqual(whole)
    return (await found(event.id, filter)).map((id) => 'ABCDE'[ids.indexOf(id)]).join('')
  }
  expect(await letters({})).toBe('ABCDE')
  expect(await letters({ search: '0%' })).toBe('A')
  expect(await letters({ search: 'BELA' })).toBe('B')
  expect(await letters({ search: 'cem@' })).toBe('C')
  expect(await letters({ search: 'campus' })).toBe('E')
  expect(await letters({ states: ['held', 'cancelled'] })).toBe('BD')
  expect(await letters({ ticketTypeIds: [two] })).toBe('CD')
  expect(await letters({ trackIds: [trackId] })).toBe('CDE')
  expect(await letters({ countries: ['KE', 'RW'] })).toBe('A')
  expect(await letters({ money: 'unpaid' })).toBe('A')
  expect(await letters({ money: 'paid' })).toBe('B')
  expect(await letters({ money: 'free' })).toBe('CDE')
  expect(await letters({ proof: 'waiting' })).toBe('B')
  expect(await letters({ proof: 'verified' })).toBe('E')
  expect(await letters({ quotaId: quota })).toBe('B')
  expect(await letters({ language: 'fr' })).toBe('C')
  expect(await letters({ recent: 'week' })).toBe('BCDE')
  expect(await letters({ answer: { questionId: visa, value: 'yes' } })).toBe('A')
  await db.updateTable('questions').set({ code: 'visa' }).where('id', '=', visa).execute()
  expect(await letters({ lacks: 'visa' })).toBe('A')
  expect(await letters({ lacks: 'name' })).toBe('')
  expect(await letters({ answer: { questionId: topics, value: 'o2' } })).toBe('CD')
  expect(await letters({ answer: { questionId: topics, value: 'o1' } })).toBe('D')
  expect(await letters({ answer: { questionId: topics, value: 'o' } })).toBe('')
  expect(await letters({ states: ['confirmed'], ticketTypeIds: [one], trackIds: [trackId] })).toBe('E')
})

const KINDS = ['yesno', 'choices'] as const
/** What `choices` may be stored as, with signs that JSON writes in its own way. */
const VALUES = ['yes', 'no', 'a"b', 'c\\d', 'é']

interface AskedRow {
  required: boolean
  retired: boolean
  stage: number
  parent: number | null
  wanted: string
  tickets: number[]
  tracks: number[]
}

const asked: fc.Arbitrary<AskedRow> = fc.record({
  required: fc.boolean(),
  retired: fc.boolean(),
  stage: fc.nat(2),
  parent: fc.option(fc.nat(5)),
  wanted: fc.constantFrom(...VALUES),
  tickets: fc.uniqueArray(fc.nat(1), { maxLength: 1 }),
  tracks: fc.uniqueArray(fc.nat(1), { maxLength: 1 }),
})

const seated = fc.record({
  ticket: fc.nat(1),
  track: fc.option(fc.nat(1)),
  state: fc.constantFrom('confirmed' as const, 'held' as const, 'cancelled' as const),
  answers: fc.array(fc.option(fc.uniqueArray(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 3 })), {
    minLength: 6,
    maxLength: 6,
  }),
})

test('who owes answers is the same in SQL as by the rule of the form, whatever hangs on what', async () => {
  const { db } = given
  const property = fc.asyncProperty(
    fc.array(asked, { minLength: 1, maxLength: 6 }),
    fc.array(seated, { minLength: 1, maxLength: 8 }),
    async (questions, seats) => {
      const event = await givenEvent(db, { tickets: [{}, {}] })
      const tracks = [await givenTrack(db, event.id, 'T1'), await givenTrack(db, event.id, 'T2')]
      await db.updateTable('ticketTypes').set({ trackId: tracks[1]! }).where('id', '=', event.tickets[1]!.id).execute()
      const questionIds = questions.map(() => newId(NOW))
      for (const [at, one] of questions.entries()) {
        const parentId = one.parent === null ? null : (questionIds[one.parent] ?? null)
        await db
          .insertInto('questions')
          .values({
            id: questionIds[at]!,
            eventId: event.id,
            code: `q${at}`,
            position: at,
            kind: KINDS[at % 2]!,
            isRequired: one.required ? 1 : 0,
            purpose: '',
            audience: 'organizers',
            eraseOn: null,
            isRetired: one.retired ? 1 : 0,
            stage: (['registering', 'accepted', 'before-event'] as const)[one.stage]!,
            shownWhenQuestionId: parentId,
            shownWhenValue: parentId === null ? null : one.wanted,
            maximum: null,
          })
          .execute()
        for (const ticket of one.tickets)
          await db
            .insertInto('questionTicketTypes')
            .values({ questionId: questionIds[at]!, ticketTypeId: event.tickets[ticket]!.id })
            .execute()
        for (const track of one.tracks)
          await db
            .insertInto('questionTracks')
            .values({ questionId: questionIds[at]!, trackId: tracks[track]! })
            .execute()
      }
      const none = { deadlineAt: null, remindAt: null }
      const stages = [
        { stage: 'accepted' as const, opensAt: addMinutes(NOW, -1), ...none },
        { stage: 'before-event' as const, opensAt: addMinutes(NOW, 1), ...none },
      ]
      await saveStages(db, { eventId: event.id, stages, now: NOW, actor: { kind: 'system' } })
      const stored = (values: string[], at: number) => (at % 2 === 0 ? values[0]! : JSON.stringify(values))
      const ids = await givenCrowd(
        db,
        event.id,
        seats.map((seat) => ({
          ticketTypeId: event.tickets[seat.ticket]!.id,
          trackId: seat.track === null ? null : tracks[seat.track]!,
          state: seat.state,
          answers: Object.fromEntries(
            questionIds.flatMap((id, at) => (seat.answers[at] ? [[id, stored(seat.answers[at], at)]] : [])),
          ),
        })),
      )
      const all = await askedQuestions(db, { eventId: event.id, language: 'en', own: 'en' })
      const standing = seats.map((seat) => {
        if (seat.state === 'cancelled') return 'none'
        const answers = Object.fromEntries(
          seat.answers.flatMap((values, at) => (values ? [[`q${at}`, valuesOf(stored(values, at))]] : [])),
        )
        const trackId = seat.track === null ? (seat.ticket === 1 ? tracks[1]! : null) : tracks[seat.track]!
        const shown = shownQuestions(all, { ticketTypeId: event.tickets[seat.ticket]!.id, trackId }, answers)
        const due = shown.filter(({ isRequired, stage }) => isRequired && stage !== 'before-event')
        return due.some(({ code }) => answers[code] === undefined) ? 'missing' : 'complete'
      })
      for (const is of ['missing', 'complete'] as const)
        expect((await found(event.id, { answers: is })).map((id) => ids.indexOf(id))).toEqual(
          standing.flatMap((one, at) => (one === is ? [at] : [])),
        )
    },
  )
  await fc.assert(property, { numRuns: 60 })
}, 120_000)

/** How many times as long as counting all: about fifteen by itself, a thousand when a plan reads all for each row. */
const MOST = 80

test('with 5,000 registrations no part takes long', async () => {
  const { db } = given
  const event = await givenEvent(db, { tickets: [{ seats: 9999 }, { seats: 9999 }] })
  const trackId = await givenTrack(db, event.id, 'T1')
  const required: string[] = []
  for (let at = 0; at < 5; at++)
    required.push(await givenQuestion(db, event.id, { label: `Q ${at}`, kind: 'yesno', isRequired: true }))
  const hanging = await givenQuestion(db, event.id, {
    label: 'Passport',
    isRequired: true,
    shownWhen: { questionId: required[0]!, value: 'yes' },
  })
  await givenCrowd(
    db,
    event.id,
    Array.from({ length: 5000 }, (_, at) => ({
      ticketTypeId: event.tickets[at % 2]!.id,
      trackId: at % 3 === 0 ? trackId : null,
      country: at % 5 === 0 ? 'KE' : 'RW',
      billed: at % 4 === 0 ? 100 : 0,
      paid: at % 8 === 0 ? 100 : 0,
      answers: {
        ...Object.fromEntries(required.map((id) => [id, at % 2 === 0 ? 'yes' : 'no'])),
        ...(at % 10 === 0 ? { [hanging]: 'X' } : {}),
      },
      ...(at % 7 === 0 ? { proof: 'waiting' as const } : {}),
    })),
  )
  const filters: Partial<RegistrationFilter>[] = [
    {},
    { search: 'person 049' },
    { money: 'unpaid' },
    { answers: 'missing' },
    { answers: 'complete' },
    { answer: { questionId: required[1]!, value: 'yes' } },
    { proof: 'waiting' },
    { trackIds: [trackId] },
    { recent: 'week' },
  ]
  const took: Record<string, number> = {}
  for (const filter of filters) {
    const times: number[] = []
    for (let run = 0; run < 3; run++) {
      const before = performance.now()
      const { count } = await selectRegistrations(db, {
        eventId: event.id,
        filter: { ...ALL_REGISTRATIONS, ...filter },
        now: NOW,
      })
        .select((row) => row.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      times.push(performance.now() - before)
      expect(Number(count)).toBeGreaterThan(0)
    }
    took[JSON.stringify(filter)] = Math.round(Math.min(...times))
  }
  if (process.env['SHOW_TIMES']) process.stdout.write(`${JSON.stringify(took)}\n`)
  // What asks about every person takes as long as the machine takes for the list; all of them are counted without reading one.
  const whole = Math.max(20, took['{}']!, took['{"search":"person 049"}']!)
  expect(Object.entries(took).filter(([, time]) => time > MOST * whole)).toEqual([])
}, 120_000)
