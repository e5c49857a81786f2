import type { Kysely } from 'kysely'
import { followCallDates } from '../calls/follow-call-dates.server.ts'
import type { CallPlan } from './call-plan.ts'
import { callRow, choiceRows, formRows, fundRows, packageRows, type PlanPlace, rubricRows } from './plan-rows.ts'
import { unknownCodes } from './unknown-codes.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { insertAll } from '#app/events/document/insert-all.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export type CallImportCode = 'call-slug-taken' | 'call-plan-codes'

/**
 * Makes a call of a plan, with its form, rubric, packages and funds: all of it or nothing. A fund whose code the event
 * has stays as it is. Refused when the event has a call of that slug, and when the plan speaks of tracks, tickets or
 * questions that there are not.
 */
export async function importCall(
  db: Kysely<Database>,
  { eventId, plan, now, actor = { kind: 'system' } }: { eventId: string; plan: CallPlan; now: Instant; actor?: Actor },
): Promise<Result<string, CallImportCode | 'busy'>> {
  return await transact(db, async (db) => {
    const place = await placeOf(db, { eventId, plan, now })
    await db.insertInto('calls').values(callRow(plan, place)).execute()
    await insertAll(db, 'callTexts', withOwner(plan.texts, place.callId))
    const { choices, texts, ids } = choiceRows(plan, place)
    await insertAll(db, 'callChoices', choices)
    await insertAll(db, 'callChoiceTexts', texts)
    await insertForm(db, plan, place, ids)
    await insertRubric(db, plan, place)
    await insertGiven(db, plan, place, ids)
    await followCallDates(db, eventId, now)
    await recordAudit(db, now, [
      {
        actor,
        action: 'call.created',
        objectKind: 'call',
        objectId: place.callId,
        eventId,
        after: { slug: plan.slug },
      },
    ])
    await eventChanged(db, eventId, now)
    return place.callId
  })
}

async function placeOf(
  db: Kysely<Database>,
  { eventId, plan, now }: { eventId: string; plan: CallPlan; now: Instant },
): Promise<PlanPlace> {
  const [tracks, tickets, calls] = await Promise.all([
    db.selectFrom('tracks').select(['id', 'code']).where('eventId', '=', eventId).execute(),
    db.selectFrom('ticketTypes').select(['id', 'code']).where('eventId', '=', eventId).execute(),
    db.selectFrom('calls').select('slug').where('eventId', '=', eventId).execute(),
  ])
  if (calls.some(({ slug }) => slug === plan.slug)) throw new Refused({ code: 'call-slug-taken', field: 'slug' })
  const codes = ({ code }: { code: string | null }) => code ?? ''
  const unknown = unknownCodes(plan, { tracks: tracks.map(codes), tickets: tickets.map(codes) })
  if (unknown.length > 0) throw new Refused({ code: 'call-plan-codes', details: { codes: unknown.join(', ') } })
  const ids = (rows: { id: string; code: string | null }[]) =>
    Object.fromEntries(rows.map(({ id, code }) => [code ?? '', id]))
  return {
    callId: newId(now),
    eventId,
    trackIds: ids(tracks),
    ticketIds: ids(tickets),
    position: calls.length,
    now,
  }
}

async function insertForm(
  db: Kysely<Database>,
  plan: CallPlan,
  place: PlanPlace,
  choiceIds: Record<string, string>,
): Promise<void> {
  const { callId } = place
  const { sections, sectionTexts, questions, questionTexts, questionChoices } = formRows(plan, place, choiceIds)
  await insertAll(db, 'callSections', sections)
  await insertAll(db, 'callSectionTexts', sectionTexts)
  await insertAll(db, 'callQuestions', questions)
  await insertAll(db, 'callQuestionTexts', questionTexts)
  await insertAll(db, 'callQuestionChoices', questionChoices)
  const rules = plan.rules.map(({ kind, ...value }) => ({ callId, kind, value: JSON.stringify(value) }))
  await insertAll(db, 'callRules', rules)
  await insertAll(
    db,
    'callWaves',
    plan.waves.map((wave) => ({ callId, ...wave })),
  )
}

async function insertRubric(db: Kysely<Database>, plan: CallPlan, place: PlanPlace): Promise<void> {
  const { criteria, texts, weights } = rubricRows(plan, place)
  await insertAll(db, 'callCriteria', criteria)
  await insertAll(db, 'callCriterionTexts', texts)
  await insertAll(db, 'callCriterionWeights', weights)
}

async function insertGiven(
  db: Kysely<Database>,
  plan: CallPlan,
  place: PlanPlace,
  choiceIds: Record<string, string>,
): Promise<void> {
  const { packages, texts, tickets, components } = packageRows(plan, place, choiceIds)
  await insertAll(db, 'awardPackages', packages)
  await insertAll(db, 'awardPackageTexts', texts)
  await insertAll(db, 'awardPackageTickets', tickets)
  await insertAll(db, 'awardPackageComponents', components)
  const known = await db.selectFrom('funds').select('code').where('eventId', '=', place.eventId).execute()
  const isNew = ({ code }: { code: string }) => !known.some((fund) => fund.code === code)
  const rows = fundRows({ ...plan, funds: plan.funds.filter(isNew) }, place, known.length)
  await insertAll(db, 'funds', rows.funds)
  await insertAll(db, 'fundConditions', rows.conditions)
}

function withOwner<Text extends object>(texts: Record<string, Text>, callId: string) {
  return Object.entries(texts).map(([language, text]) => ({ callId, language, ...text }))
}
