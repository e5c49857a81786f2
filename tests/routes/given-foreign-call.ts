import type { Kysely } from 'kysely'
import { saveCriterion } from '#app/applications/calls/save-criterion.server.ts'
import { saveCallQuestion } from '#app/applications/calls/save-call-question.server.ts'
import { saveReviewer } from '#app/applications/reviews/save-reviewer.server.ts'
import { saveChoice } from '#app/applications/calls/save-choice.server.ts'
import { writeMembers } from '#app/applications/selection/cohorts/write-members.server.ts'
import { saveFile } from '#app/files/save-file.server.ts'
import { addCohort } from '#app/applications/selection/cohorts/add-cohort.server.ts'
import { givenDraft, givenSection, made, questionForm } from '#tests/applications/calls/a-call.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import { startApplication } from '#app/applications/applying/start-application.server.ts'
import type { Database } from '#db/schema.ts'

const PDF = new TextEncoder().encode('%PDF-1.7 a paper')

type Change = Awaited<ReturnType<typeof givenDraft>>['change']

/** A call with one of everything that an address of it can name, by the names that `app/routes.ts` gives them. */
export async function givenForeignCall(db: Kysely<Database>, eventId: string): Promise<Record<string, string>> {
  const { slug, change } = await givenDraft(db, eventId, 'Call of theirs')
  const section = await givenSection(db, change)
  const question = made(
    await saveCallQuestion(db, { ...change, questionId: null, form: questionForm({ sectionId: section }) }),
  ).id
  const text = { seen: '', textLanguage: 'en', code: 'T1' }
  const place = { kind: 'event' as const, id: eventId }
  const kept = { name: 'Whole', description: '', taughtIn: undefined, ticketTypeId: undefined, seats: undefined }
  const choice = made(
    await saveChoice(db, {
      ...change,
      choiceId: null,
      siteIds: [],
      form: { ...text, ...kept, place, isClosed: false },
    }),
  ).id
  const scale = { label: 'Need', help: '', maximum: 5, weights: { '': 10 }, anchors: [] }
  const criterion = made(await saveCriterion(db, { ...change, criterionId: null, form: { ...text, ...scale } })).id
  const { accountId: reviewer } = made(
    await saveReviewer(db, {
      ...change,
      call: { id: change.callId, eventId, choices: [] },
      who: { email: 'their-reviewer@example.org', language: 'en' },
      wishes: { languages: [], choiceCodes: [], isChair: false },
    }),
  )
  const ofCall = { id: change.callId, eventId, kind: 'both' as const }
  const cohort = made(
    await addCohort(db, { call: ofCall, name: 'Theirs', from: null, now: change.now, actor: change.actor }),
  )
  const started = made(
    await startApplication(db, {
      call: (await readCall(db, { callId: change.callId, language: 'en' }))!,
      formKey: 'their-form',
      fullName: 'Contohwati',
      email: 'contohwati@example.org',
      language: 'en',
      residence: null,
      birthYear: null,
      lastAward: null,
      channel: 'on-behalf',
      isOnBehalf: true,
      now: change.now,
      actor: change.actor,
    }),
  )
  const application = started.applicationId
  const file = await givenSubmitted(db, { application, eventId, cohort, choice, change, section })
  return {
    application,
    file,
    cohort,
    reviewer,
    call: slug,
    section,
    choice,
    criterion,
    'question of the call': question,
    part: 'choices',
    row: choice,
    way: 'up',
  }
}

/** Sends it in, with a file that waits for a copy without names, and puts it into the cohort; answers the file. */
async function givenSubmitted(
  db: Kysely<Database>,
  given: { application: string; eventId: string; cohort: string; choice: string; change: Change; section: string },
): Promise<string> {
  const { application, eventId, cohort, choice, change, section } = given
  const { now } = change
  const form = questionForm({ sectionId: section, kind: 'file', label: 'A paper' })
  const questionId = made(await saveCallQuestion(db, { ...change, questionId: null, form })).id
  const paper = { content: PDF, name: 'paper.pdf', purpose: 'application', eventId, eraseAt: null, now } as const
  const { id: file } = made(await saveFile(db, paper))
  const said = { asked: '{}', questionVersion: 1, answeredAt: now, erasedAt: null }
  await db
    .insertInto('applicationAnswers')
    .values({ applicationId: application, questionId, value: file, ...said })
    .execute()
  await db
    .updateTable('applications')
    .set({ state: 'submitted', number: 901, submittedAt: now })
    .where('id', '=', application)
    .execute()
  const row = { applicationId: application, isIn: true, choiceId: choice, packageId: null, byHand: true, because: [] }
  await writeMembers(db, { cohortId: cohort, rows: [{ ...row, reason: 'Known' }], now, actor: change.actor })
  return file
}
