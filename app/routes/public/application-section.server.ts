import { heldForm, questionsOn, seenOnPage } from './application-step.server.ts'
import { ownApplication } from './own-application.server.ts'
import { type OwnForm, ownForm } from '#app/applications/applying/own-form.server.ts'
import { teamSize } from '#app/applications/applying/team-size.server.ts'
import { formSteps } from '#app/applications/form/form-steps.ts'
import { listReferees } from '#app/applications/referees/list-referees.server.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { notFound } from '#app/http/answers.ts'

/** What every page of one's own application says of it and of its call. */
export function headOf({ application, call, event, window }: OwnForm, key: string) {
  return {
    key,
    code: application.code,
    state: application.state,
    savedAt: application.savedAt,
    reached: application.reached,
    window,
    event: { title: event.title, slug: event.slug, mark: event.mark, zone: event.zone, city: event.city },
    contactEmail: event.contactEmail,
    call: {
      title: call.title,
      language: call.language,
      closesAt: call.closesAt,
      closesZone: call.closesZone,
      graceMinutes: call.graceMinutes,
    },
    steps: formSteps(call),
  }
}

/** One page of the form; null for a stranger. */
export async function sectionView(
  request: Request,
  params: { code?: string | undefined; section?: string | undefined },
  context: RequestContext,
) {
  const found = await ownApplication(request, params.code, context)
  if (!found) return null
  const { db } = context.services
  const { language, now } = context
  const own = await ownForm(db, { applicationId: found.application.id, language, now })
  const { call, facts, application } = own
  const head = headOf(own, found.key)
  const step = head.steps.find(({ code }) => code === params.section)
  if (!step) throw notFound()
  const section = call.sections.find(({ code }) => code === step.code)
  return {
    ...head,
    step,
    isSaved: new URL(request.url).searchParams.has('saved'),
    seen: seenOnPage(own, step),
    help: step.kind === 'section' ? (section?.help ?? '') : '',
    questions: questionsOn(own, step),
    held: await heldForm(own, step, context),
    currency: own.currency,
    choices: call.choices.map(({ id, name, isClosed }) => ({ id, name, isClosed })),
    choicesMaximum: call.choicesMaximum,
    wishes: facts.choiceIds,
    team: application.teamId ? { code: application.teamCode, size: await teamSize(db, application.teamId) } : null,
    people: step.kind === 'letters' ? await listReferees(db, { applicationId: application.id, now }) : [],
    refereesWanted: call.refereesWanted,
    isEmployerWanted: call.isEmployerWanted,
    refereesUntilAt: call.refereesUntilAt,
    deciding: call.deciding,
    criteria: call.criteria.map(({ code, label, maximum }) => ({ code, label, maximum })),
    hidden: call.isBlind ? call.hidden : [],
    decideAt: call.decideAt,
  }
}

export type SectionView = NonNullable<Awaited<ReturnType<typeof sectionView>>>
