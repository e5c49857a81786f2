import { type Kysely, sql } from 'kysely'
import type { CallFacts } from './call-checklist.ts'
import { listChoices } from './list-choices.server.ts'
import { listSections } from './list-call-questions.server.ts'
import { listRules } from './save-rules.server.ts'
import type { Database } from '#db/schema.ts'

/** What the checklist of a call looks at, in a number of queries that does not depend on the call. */
export async function findCallFacts(db: Kysely<Database>, callId: string, language: string): Promise<CallFacts> {
  const call = await db
    .selectFrom('calls')
    .innerJoin('events', 'events.id', 'calls.eventId')
    .select([
      'calls.kind',
      'calls.opensAt',
      'calls.closesAt',
      'calls.refereesWanted',
      'calls.refereesUntilAt',
      'calls.eventId',
      'events.status as eventStatus',
    ])
    .where('calls.id', '=', callId)
    .executeTakeFirstOrThrow()
  const { eventId, ...own } = call
  const [titles, languages, questions, sections, choices, rules, counts] = await Promise.all([
    db.selectFrom('callTexts').select(['language', 'title', 'summary']).where('callId', '=', callId).execute(),
    db.selectFrom('eventTexts').select('language').where('eventId', '=', eventId).execute(),
    db
      .selectFrom('callQuestions')
      .select('sectionId')
      .where('callId', '=', callId)
      .where('isRetired', '=', 0)
      .execute(),
    listSections(db, callId, language),
    listChoices(db, callId, language),
    listRules(db, callId),
    countParts(db, callId),
  ])
  return {
    ...own,
    ...counts,
    titles,
    questions: questions.length,
    emptySections: sections
      .filter(({ id }) => !questions.some(({ sectionId }) => sectionId === id))
      .map(({ title }) => title),
    choices: choices.filter(({ isClosed }) => isClosed === 0).length,
    ticketless: choices.filter(({ ticketTypeId }) => ticketTypeId === null).map(({ name }) => name),
    hasRefereeRule: rules.some(({ kind }) => kind === 'referee'),
    untranslated: languages
      .map(({ language }) => language)
      .filter((code) => !titles.some((text) => text.language === code)),
  }
}

async function countParts(db: Kysely<Database>, callId: string) {
  const count = sql<number | string>`count(*)`.as('count')
  const [criteria, weights, packages, waves, reviewers] = await Promise.all([
    db.selectFrom('callCriteria').select(count).where('callId', '=', callId).executeTakeFirst(),
    db
      .selectFrom('callCriterionWeights')
      .innerJoin('callCriteria', 'callCriteria.id', 'callCriterionWeights.criterionId')
      .select((eb) => eb.fn.sum<number | string | null>('weight').as('count'))
      .where('callCriteria.callId', '=', callId)
      .where('category', '=', '')
      .executeTakeFirst(),
    db.selectFrom('awardPackages').select(count).where('callId', '=', callId).executeTakeFirst(),
    db.selectFrom('callWaves').select(count).where('callId', '=', callId).executeTakeFirst(),
    db.selectFrom('reviewers').select(count).where('callId', '=', callId).executeTakeFirst(),
  ])
  return {
    criteria: Number(criteria?.count ?? 0),
    weightTotal: Number(weights?.count ?? 0),
    packages: Number(packages?.count ?? 0),
    waves: Number(waves?.count ?? 0),
    reviewers: Number(reviewers?.count ?? 0),
  }
}
