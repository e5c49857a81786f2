import type { Kysely } from 'kysely'
import { applicationFacts } from './held-answers.server.ts'
import { callCurrency } from './call-currency.server.ts'
import { lastAwardOf } from './last-award.server.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { callWindow } from '#app/applications/calls/call-window.ts'
import { type ApplicantFacts, factsOf, saidAward } from '#app/applications/form/facts-of.ts'
import { judgeEligibility } from '#app/applications/form/judge-eligibility.ts'
import { isFilledIn, type Missing, whatIsMissing } from '#app/applications/form/what-is-missing.ts'
import { storedReasons, toldAward } from '#app/applications/form/stored-reasons.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * Brings the columns of an application in step with its answers, and judges it again: what is missing, whether it is
 * eligible and why. What a person said of its eligibility stands. Part of a transaction that holds the application;
 * for whoever changes what it is judged by, a letter that came as well.
 */
export async function writeFacts(
  db: Kysely<Database>,
  { call, applicationId, now }: { call: Call; applicationId: string; now: Instant },
): Promise<{ facts: ApplicantFacts; missing: Missing[] }> {
  const application = await db
    .selectFrom('applications')
    .innerJoin('people', 'people.id', 'applications.personId')
    .select(['residence', 'birthYear', 'startedAt', 'eligibilityReasons', 'eligibilityBy', 'people.emailKey'])
    .where('applications.id', '=', applicationId)
    .executeTakeFirstOrThrow()
  const has = await applicationFacts(db, applicationId)
  const currency = await callCurrency(db, call.id)
  const facts = factsOf(call, has.answers, { currency, told: application })
  const missing = whatIsMissing(call, has, currency)
  const isOver = !['open', 'grace'].includes(callWindow(call, now, application.startedAt))
  const lettersUntilAt = call.refereesUntilAt ?? call.closesAt
  const known = await lastAwardOf(db, { emailKey: application.emailKey, eventId: call.eventId })
  const said = saidAward(call, has.answers) ?? toldAward(application.eligibilityReasons)
  const judged = judgeEligibility(
    call.rules,
    {
      residence: facts.residence,
      birthYear: facts.birthYear,
      lastAward: known ?? said,
      hasLetters:
        has.answered.referee >= call.refereesWanted ||
        (lettersUntilAt !== null && lettersUntilAt <= now ? false : null),
      isComplete: isFilledIn(missing) || (isOver ? false : null),
    },
    now,
  )
  await db
    .updateTable('applications')
    .set({
      ...facts,
      missing: JSON.stringify(missing.map(({ code }) => code)),
      ...(application.eligibilityBy === null
        ? { eligibility: judged.verdict, eligibilityReasons: storedReasons(judged, said) }
        : {}),
    })
    .where('id', '=', applicationId)
    .execute()
  return { facts, missing }
}
