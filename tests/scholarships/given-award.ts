import type { Insertable, Kysely } from 'kysely'
import { answerAward } from '#app/scholarships/awards/answer-award.server.ts'
import { offerAward } from '#app/scholarships/awards/offer-award.server.ts'
import type { Awardee } from '#app/scholarships/awards/plan-shares.ts'
import { proposeAward } from '#tests/scholarships/propose-award.ts'
import { conditionRows } from '#app/scholarships/funds/conditions.ts'
import type { FundCondition } from '#app/scholarships/funds/fund.ts'
import { newCode } from '#app/values/code.ts'
import { newId } from '#app/values/id.ts'
import { emailKey, sortKey } from '#app/values/text.ts'
import type { CallsTable, ComponentKind, Database, FundsTable, PayoutWay } from '#db/schema.ts'
import { givenEvent } from '#tests/support/given.ts'
import { NOW } from '#tests/support/now.ts'

export const ANYBODY: Awardee = { residence: 'KE', gender: 'woman', isFirstTime: true, choiceCode: 'T1' }

export const SYSTEM = { kind: 'system' } as const

/** The full award of INET: a pass, a flight, a hotel, pocket money, the visa. */
export const FULL: GivenComponent[] = [
  { kind: 'fee', amountMinor: 0 },
  { kind: 'travel', amountMinor: 110_000, isCap: 1 },
  { kind: 'lodging', amountMinor: 42_500 },
  { kind: 'per-diem', amountMinor: 22_500 },
  { kind: 'visa', amountMinor: 10_000, isCap: 1 },
]

export const VISITOR = { kind: 'visitor' } as const

export async function givenFund(
  db: Kysely<Database>,
  eventId: string,
  { conditions = [], ...given }: Partial<Insertable<FundsTable>> & { conditions?: FundCondition[] } = {},
): Promise<string> {
  const id = newId(NOW)
  const row = {
    id,
    eventId,
    code: `F${id.slice(-6)}`,
    donor: 'Example Foundation',
    name: 'Example fund',
    currency: 'USD',
    budgetMinor: 100_000,
    offeredMinor: 0,
    committedMinor: 0,
    paidMinor: 0,
    note: '',
    position: 1,
    version: 1,
    createdAt: NOW,
    updatedAt: NOW,
    ...given,
  }
  await db.insertInto('funds').values(row).execute()
  if (conditions.length > 0) await db.insertInto('fundConditions').values(conditionRows(id, conditions)).execute()
  return id
}

/** A call with as little as an award needs of it. */
export async function givenSmallCall(
  db: Kysely<Database>,
  eventId: string,
  given: Partial<Insertable<CallsTable>> = {},
): Promise<string> {
  const id = newId(NOW)
  await db
    .insertInto('calls')
    .values({
      id,
      eventId,
      slug: `call-${id.slice(-6)}`,
      kind: 'both',
      status: 'open',
      position: 1,
      opensAt: NOW,
      closesAt: '2027-02-16T12:00:00.000Z',
      closesZone: 'AoE',
      graceMinutes: 0,
      refereesUntilAt: null,
      reviewUntilAt: null,
      decideAt: null,
      refereesWanted: 0,
      employerWanted: 0,
      choicesMaximum: 1,
      takesTeams: 0,
      isBlind: 0,
      hidden: '',
      reviewersEach: 2,
      thirdGap: null,
      offerHours: 168,
      noOffersAfterAt: null,
      promotion: 'by-hand',
      visaDays: 0,
      limits: '[]',
      reportDueOn: '2027-07-25',
      numberPrefix: 'S',
      lastNumber: 0,
      version: 1,
      openedAt: NOW,
      createdBy: null,
      createdAt: NOW,
      updatedAt: NOW,
      ...given,
    })
    .execute()
  await db
    .insertInto('callTexts')
    .values({ callId: id, language: 'en', title: 'Fellowship', summary: '', description: '', deciding: '' })
    .execute()
  return id
}

export interface GivenComponent {
  kind: ComponentKind
  amountMinor: number
  payout?: PayoutWay
  isCap?: 0 | 1
}

const WAYS: Record<ComponentKind, PayoutWay> = {
  fee: 'issued',
  travel: 'organizer',
  lodging: 'organizer',
  'per-diem': 'stipend',
  visa: 'reimbursed',
}

export async function givenPackage(
  db: Kysely<Database>,
  callId: string,
  components: GivenComponent[],
  { code = 'full', currency = 'USD' } = {},
): Promise<string> {
  const id = newId(NOW)
  await db
    .insertInto('awardPackages')
    .values({ id, callId, position: 1, code, currency, isDefault: 1, version: 1 })
    .execute()
  await db
    .insertInto('awardPackageTexts')
    .values({ packageId: id, language: 'en', name: code === 'full' ? 'Full' : 'Partial', description: '' })
    .execute()
  const rows = components.map((component, position) => ({
    id: newId(NOW),
    packageId: id,
    position,
    note: '',
    isCap: 0 as const,
    payout: WAYS[component.kind],
    ...component,
  }))
  await db.insertInto('awardPackageComponents').values(rows).execute()
  return id
}

let number = 0

/** A submitted application of somebody with an address. */
export async function givenApplicant(
  db: Kysely<Database>,
  { eventId, callId }: { eventId: string; callId: string },
  given: { fullName?: string; email?: string; needsVisa?: 0 | 1 | null; country?: string; gender?: string } = {},
): Promise<{ id: string; code: string; personId: string }> {
  number++
  const [id, personId] = [newId(NOW), newId(NOW)]
  const fullName = given.fullName ?? `Applicant ${number}`
  const email = given.email ?? `applicant-${number}@example.org`
  await db
    .insertInto('people')
    .values({
      id: personId,
      fullName,
      latinName: null,
      badgeName: null,
      certificateName: null,
      email,
      emailKey: emailKey(email),
      country: given.country ?? 'KE',
      affiliation: null,
      language: 'en',
      zone: null,
      sortKey: sortKey(fullName),
      createdAt: NOW,
      erasedAt: null,
    })
    .execute()
  const code = newCode('A')
  await db
    .insertInto('applications')
    .values({
      id,
      code,
      keyVersion: 1,
      callId,
      eventId,
      number,
      formKey: id,
      activeKey: id,
      personId,
      accountId: null,
      language: 'en',
      channel: 'web',
      state: 'submitted',
      teamId: null,
      category: '',
      residence: given.country ?? 'KE',
      gender: given.gender ?? 'woman',
      institutionKey: null,
      isFirstTime: 1,
      birthYear: null,
      needsVisa: given.needsVisa ?? null,
      askedMinor: null,
      askedCurrency: null,
      eligibility: 'eligible',
      eligibilityReasons: '[]',
      eligibilityBy: null,
      eligibilityNote: '',
      missing: '[]',
      reached: '',
      version: 1,
      score: null,
      spread: null,
      reviewCount: 0,
      startedAt: NOW,
      savedAt: NOW,
      submittedAt: NOW,
      withdrawnAt: null,
      remindedAt: null,
      updatedAt: NOW,
      note: '',
    })
    .execute()
  return { id, code, personId }
}

/** An event with a call, a package and a fund, and an award for somebody as it was proposed. */
export async function givenProposed(
  db: Kysely<Database>,
  {
    components = FULL,
    budgetMinor = 200_000,
    needsVisa = null,
  }: { components?: GivenComponent[]; budgetMinor?: number; needsVisa?: 0 | 1 | null } = {},
) {
  const event = await givenEvent(db)
  const eventId = event.id
  const callId = await givenSmallCall(db, eventId)
  const packageId = await givenPackage(db, callId, components)
  const fundId = await givenFund(db, eventId, { budgetMinor })
  const application = await givenApplicant(db, { eventId, callId }, { needsVisa })
  const ids = { eventId, callId, applicationId: application.id, packageId }
  const awardId = await proposeAward(db, { ...ids, awardee: ANYBODY, now: NOW, actor: SYSTEM })
  return { event, ...ids, application, fundId, awardId }
}

/** The same, offered and accepted in full. */
export async function givenAccepted(db: Kysely<Database>, given: Parameters<typeof givenProposed>[1] = {}) {
  const proposed = await givenProposed(db, given)
  const { awardId } = proposed
  await offerAward(db, { awardId, now: NOW, actor: SYSTEM })
  const accepted = (given.components ?? FULL).map(({ kind }) => kind)
  await answerAward(db, { awardId, accepted, now: NOW, actor: VISITOR })
  return proposed
}

/** What a fund has given, as the table says. */
export async function fundOf(db: Kysely<Database>, id: string) {
  return await db
    .selectFrom('funds')
    .select(['budgetMinor', 'offeredMinor', 'committedMinor', 'paidMinor'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export async function awardOf(db: Kysely<Database>, id: string) {
  const award = await db.selectFrom('awards').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const components = await db
    .selectFrom('awardComponents')
    .selectAll()
    .where('awardId', '=', id)
    .orderBy('position')
    .execute()
  return { ...award, components }
}
