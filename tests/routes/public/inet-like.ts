import type { Kysely } from 'kysely'
import { newId } from '#app/values/id.ts'
import type { Database, QuestionKind } from '#db/schema.ts'
import { NOW } from '#tests/support/app.ts'
import { type GivenTicket, givenEvent, givenSeries } from '#tests/support/given.ts'

const STEPS: [name: string, early: number, standard: number, late: number, description: string][] = [
  ['Full pass', 450, 550, 650, 'Monday to Friday: sessions, lunches, reception'],
  ['Full pass, supporter', 350, 450, 550, 'For organization members and chapters in good standing'],
  ['Full pass, low- and middle-income economy', 180, 220, 260, 'You live or work in one of 131 economies'],
  ['Full-time student', 100, 100, 120, 'Proof reviewed within three working days'],
  ['One day: Tuesday', 200, 200, 250, 'That day and its lunch'],
  ['One day: Wednesday', 200, 200, 250, 'That day and its lunch'],
  ['One day: Thursday', 200, 200, 250, 'That day and its lunch'],
  ['One day: Friday', 200, 200, 250, 'That day and its lunch'],
  ['Tutorial, Monday morning', 90, 110, 130, 'Materials included'],
  ['Tutorial, Monday afternoon', 90, 110, 130, 'Materials included'],
  ['Two tutorials', 150, 180, 220, 'One in the morning and one in the afternoon'],
  ['Developing Countries Symposium', 0, 0, 0, 'Monday, with coffee'],
  ['Remote', 40, 40, 40, 'All streams and the chat'],
  ['Remote, waived', 0, 0, 0, 'On your honour: no proof, no deadline'],
  ['Conference dinner', 60, 60, 70, 'Wednesday evening'],
  ['Accompanying person', 70, 70, 90, 'Reception and dinner'],
  ['Tour of the exchange point', 0, 0, 0, 'Thursday at 14:00, by bus'],
  ['Chapter hub host', 0, 0, 0, 'Each hub has up to 60 seats'],
]

const QUESTIONS: [label: string, kind: QuestionKind, isRequired: 0 | 1, help: string, options?: string[]][] = [
  ['Name on badge', 'text', 0, 'If it differs from your full name.'],
  ['Pronouns on badge', 'text', 0, ''],
  ['Job title', 'text', 0, ''],
  ['Language for emails', 'choice', 1, '', ['English', 'French', 'Spanish', 'Portuguese', 'Arabic']],
  ['I need a visa to enter Rwanda', 'choice', 1, '', ['Yes', 'No', 'I do not know yet']],
  ['Meals', 'choice', 0, '', ['No preference', 'Vegetarian', 'Vegan', 'Halal', 'Kosher']],
  ['Food you cannot eat', 'text', 0, ''],
  [
    'Access needs',
    'longtext',
    0,
    'For example step-free route, captions, sign language, a quiet room. Only the access team reads this; we delete it after the event.',
  ],
  ['T-shirt size', 'choice', 0, '', ['XS', 'S', 'M', 'L', 'XL', 'XXL']],
  ['Interpretation headset', 'yesno', 0, 'For plenaries in English and French.'],
  ['Chapter or special interest group', 'text', 0, ''],
  ['How did you hear of INET', 'choices', 0, '', ['From my chapter', 'By mail', 'From a colleague', 'On the web']],
]

/** An event as large as INET 2027 (examples.md, A): 18 ticket types with price steps and 12 questions. */
export async function givenInetLike(db: Kysely<Database>) {
  const series = await givenSeries(db, 'inet', 'inet')
  const early = '2027-03-31T21:59:59.999Z'
  const late = '2027-06-06T22:00:00.000Z'
  const tickets = STEPS.map(([name, first, second, third], at): GivenTicket => ({
    name,
    code: ['FULL', 'FULL-M', 'FULL-LMIC', 'STUD'][at] ?? `TYPE-${at}`,
    seats: at === 16 ? 3 : 900,
    ...(second === 0
      ? {}
      : {
          steps: [
            { kind: 'early' as const, amountMinor: first * 100, endsAt: early },
            { kind: 'standard' as const, amountMinor: second * 100, startsAt: early, endsAt: late },
            { kind: 'late' as const, amountMinor: third * 100, startsAt: late },
          ],
        }),
  }))
  const event = await givenEvent(db, {
    seriesId: series.id,
    slug: 'inet-2027',
    title: 'INET 2027 Kigali',
    startsOn: '2027-06-21',
    tickets,
  })
  for (const [at, ticket] of event.tickets.entries())
    await db
      .updateTable('ticketTypeTexts')
      .set({ description: STEPS[at]![4] })
      .where('ticketTypeId', '=', ticket.id)
      .execute()
  for (const [position, [label, kind, isRequired, help, options = []]] of QUESTIONS.entries()) {
    const id = newId(NOW)
    const row = { id, eventId: event.id, code: `Q${position + 1}`, position, kind, isRequired, purpose: 'Hosting' }
    await db
      .insertInto('questions')
      .values({ ...row, audience: 'organizers', eraseOn: null, isRetired: 0 })
      .execute()
    await db
      .insertInto('questionTexts')
      .values({
        questionId: id,
        language: 'en',
        label,
        help,
        options: JSON.stringify(options.map((label, at) => ({ value: `o${at + 1}`, label }))),
      })
      .execute()
  }
  return event
}
