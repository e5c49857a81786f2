import type { Kysely } from 'kysely'
import { givenParticipants, givenTrack } from '../given-participants.ts'
import { NOW } from '#tests/support/now.ts'
import { givenEvent } from '#tests/support/given.ts'
import { newId } from '#app/values/id.ts'
import { sortKey } from '#app/values/text.ts'
import type { Audience } from '#app/participants/lists/visible-fields.ts'
import type { Database, QuestionKind, QuestionMeaning } from '#db/schema.ts'

/** Who is planted: two in track ZQT1, one in ZQT2. Only Alba agreed that instructors have her address. */
export const PLANTED = ['alba', 'bruno', 'celia'] as const

export type Planted = (typeof PLANTED)[number]

/** What is planted of each in a field, to be found again in whatever is shown: no other text has it. */
export const MARKERS = {
  fullName: (who) => `Zqname-${who}`,
  latinName: (who) => `Zqlatin-${who}`,
  badgeName: (who) => `Zqbadge-${who}`,
  email: (who) => `zqmail-${who}@example.org`,
  affiliation: (who) => `Zqaffil-${who}`,
  calledName: (who) => `Zqcalled-${who}`,
  pronunciation: (who) => `Zqsaid-${who}`,
  skill: (who) => `Zqskill-${who}`,
  group: (who) => `Zqgroup-${who}`,
  seat: (who) => `Zqseat-${who}`,
  payer: (who) => `Zqpayer-${who}`,
  payerOrganization: (who) => `Zqfirm-${who}`,
  diet: (who) => `Zqdiet-${who}`,
  access: (who) => `Zqaccess-${who}`,
  emergency: (who) => `Zqemergency-${who}`,
  'answers.organizers': (who) => `Zqorganizers-${who}`,
  'answers.instructors': (who) => `Zqinstructors-${who}`,
  'answers.finance': (who) => `Zqfinance-${who}`,
  'answers.visa-desk': (who) => `Zqvisa-${who}`,
  'answers.totals': (who) => `Zqtotals-${who}`,
} as const satisfies Record<string, (who: Planted) => string>

export type Marker = keyof typeof MARKERS

/** A question as an organizer would have made it; one of choices has an option for each of the planted. */
export async function givenQuestion(
  db: Kysely<Database>,
  eventId: string,
  {
    code,
    audience,
    meaning = '',
    kind = 'text',
    options = [],
  }: {
    code: string
    audience: Audience
    meaning?: '' | QuestionMeaning
    kind?: QuestionKind
    options?: string[]
  },
): Promise<string> {
  const id = newId(NOW)
  await db
    .insertInto('questions')
    .values({
      id,
      eventId,
      code,
      position: 0,
      kind,
      isRequired: 0,
      purpose: '',
      audience,
      meaning,
      eraseOn: null,
      isRetired: 0,
    })
    .execute()
  await db
    .insertInto('questionTexts')
    .values({
      questionId: id,
      language: 'en',
      label: `Question ${code}`,
      help: '',
      options: JSON.stringify(options.map((label) => ({ value: label.toLowerCase(), label }))),
    })
    .execute()
  return id
}

/** An event with two tracks and three participants of whom every field and every answer is planted. */
export async function givenPlanted(db: Kysely<Database>) {
  const event = await givenEvent(db, { slug: 'planted', tickets: [{ seats: 60 }, { seats: 60 }] })
  const tracks = [await givenTrack(db, event.id, 'ZQT1'), await givenTrack(db, event.id, 'ZQT2')] as const
  for (const [at, trackId] of tracks.entries())
    await db.updateTable('ticketTypes').set({ trackId }).where('id', '=', event.tickets[at]!.id).execute()
  const skills = PLANTED.map((who) => MARKERS.skill(who))
  const diets = PLANTED.map((who) => MARKERS.diet(who))
  const asked: [Marker | 'share', Parameters<typeof givenQuestion>[2]][] = [
    ['calledName', { code: 'called', audience: 'instructors', meaning: 'called-name' }],
    ['pronunciation', { code: 'said', audience: 'instructors', meaning: 'pronunciation' }],
    ['skill', { code: 'skill', audience: 'instructors', meaning: 'skill', kind: 'choice', options: skills }],
    ['diet', { code: 'diet', audience: 'instructors', meaning: 'diet', kind: 'choice', options: diets }],
    ['access', { code: 'access', audience: 'instructors', meaning: 'access' }],
    ['emergency', { code: 'emergency', audience: 'organizers', meaning: 'emergency' }],
    ['share', { code: 'share', audience: 'organizers', meaning: 'share-email', kind: 'consent' }],
    ['answers.organizers', { code: 'organizers', audience: 'organizers' }],
    ['answers.instructors', { code: 'instructors', audience: 'instructors' }],
    ['answers.finance', { code: 'finance', audience: 'finance' }],
    ['answers.visa-desk', { code: 'visa', audience: 'visa-desk' }],
    ['answers.totals', { code: 'totals', audience: 'totals' }],
  ]
  const questions = new Map<Marker | 'share', string>()
  for (const [name, question] of asked) questions.set(name, await givenQuestion(db, event.id, question))
  const ids = new Map<Planted, string>()
  for (const who of PLANTED) {
    const ticket = event.tickets[who === 'celia' ? 1 : 0]!
    const [id] = await givenParticipants(db, { id: event.id, tickets: [ticket] }, [
      { fullName: MARKERS.fullName(who), email: MARKERS.email(who) },
    ])
    ids.set(who, id!)
    await plantFields(db, { eventId: event.id, id: id!, who })
    for (const [name, questionId] of questions) {
      if (name === 'share' && who !== 'alba') continue
      const said = name === 'share' ? 'yes' : MARKERS[name](who)
      const value = name === 'skill' || name === 'diet' ? said.toLowerCase() : said
      await db.insertInto('answers').values({ registrationId: id!, questionId, value, answeredAt: NOW }).execute()
    }
  }
  const codes = new Map<Planted, string>()
  for (const [who, id] of ids) {
    const { code } = await db.selectFrom('registrations').select('code').where('id', '=', id).executeTakeFirstOrThrow()
    codes.set(who, code)
  }
  return { event, tracks, ids, codes, questions }
}

async function plantFields(
  db: Kysely<Database>,
  { eventId, id, who }: { eventId: string; id: string; who: Planted },
): Promise<void> {
  const { personId, orderId } = await db
    .selectFrom('registrations')
    .select(['personId', 'orderId'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('people')
    .set({
      latinName: MARKERS.latinName(who),
      badgeName: MARKERS.badgeName(who),
      affiliation: MARKERS.affiliation(who),
      sortKey: sortKey(MARKERS.fullName(who)),
      country: 'KE',
      language: who === 'celia' ? 'fr' : 'en',
    })
    .where('id', '=', personId)
    .execute()
  await db
    .insertInto('payers')
    .values({
      orderId,
      name: MARKERS.payer(who),
      email: null,
      organization: MARKERS.payerOrganization(who),
      address: null,
      country: null,
      taxNumber: null,
      purchaseOrder: null,
      isReverseCharge: 0,
    })
    .execute()
  await db
    .insertInto('labGroups')
    .values({ registrationId: id, eventId, name: MARKERS.group(who) })
    .execute()
  await db
    .insertInto('labSeats')
    .values({
      id: newId(NOW),
      eventId,
      trackId: '',
      label: MARKERS.seat(who),
      gridRow: 1,
      gridColumn: 1,
      machine: '',
      addressRange: '',
      zoneName: '',
      version: 1,
      registrationId: id,
    })
    .execute()
}
