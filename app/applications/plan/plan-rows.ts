import type { CallPlan } from './call-plan.ts'
import { conditionRows } from '#app/scholarships/funds/conditions.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Flag } from '#db/schema.ts'

/** The ids that a plan's codes stand for at its event. */
export interface PlanPlace {
  callId: string
  eventId: string
  trackIds: Record<string, string>
  ticketIds: Record<string, string>
  position: number
  now: Instant
}

const flag = (is: boolean | undefined): Flag => (is ? 1 : 0)

/** The row of the call itself. */
export function callRow(plan: CallPlan, { callId, eventId, position, now }: PlanPlace) {
  return {
    id: callId,
    eventId,
    slug: plan.slug,
    kind: plan.kind,
    status: plan.status,
    position,
    opensAt: plan.opensAt,
    closesAt: plan.closesAt,
    closesZone: plan.closesZone,
    graceMinutes: plan.graceMinutes,
    refereesUntilAt: plan.refereesUntilAt,
    reviewUntilAt: plan.reviewUntilAt,
    decideAt: plan.decideAt,
    refereesWanted: plan.refereesWanted,
    employerWanted: flag(plan.isEmployerWanted),
    choicesMaximum: plan.choicesMaximum,
    takesTeams: flag(plan.takesTeams),
    isBlind: flag(plan.isBlind),
    hidden: plan.hidden.join(','),
    reviewersEach: plan.reviewersEach,
    thirdGap: plan.thirdGap,
    offerHours: plan.offerHours,
    noOffersAfterAt: plan.noOffersAfterAt,
    promotion: plan.promotion,
    visaDays: plan.visaDays,
    limits: JSON.stringify(plan.limits),
    reportDueOn: plan.reportDueOn,
    numberPrefix: plan.numberPrefix,
    lastNumber: 0,
    version: 1,
    openedAt: plan.status === 'draft' ? null : (plan.opensAt ?? now),
    createdBy: null,
    createdAt: now,
    updatedAt: now,
  }
}

/** What may be applied for, with ids of its own. */
export function choiceRows(plan: CallPlan, { callId, eventId, trackIds, ticketIds, now }: PlanPlace) {
  const choices = plan.choices.map((choice, position) => ({
    id: newId(now),
    callId,
    position,
    code: choice.code,
    eventId,
    trackId: choice.track === undefined ? null : trackIds[choice.track]!,
    language: choice.taughtIn ?? null,
    ticketTypeId: choice.ticket === undefined ? null : ticketIds[choice.ticket]!,
    seats: choice.seats,
    isClosed: flag(false),
  }))
  return {
    choices,
    texts: plan.choices.flatMap((choice, at) => textRows(choice.texts, { choiceId: choices[at]!.id })),
    ids: idsOf(choices),
  }
}

/** The form: sections, questions, and of whom they are asked. */
export function formRows(plan: CallPlan, { callId, now }: PlanPlace, choiceIds: Record<string, string>) {
  const sections = plan.sections.map(({ code }, position) => ({ id: newId(now), callId, position, code }))
  const asked = plan.sections.flatMap((section, at) =>
    section.questions.map((question) => ({ question, id: newId(now), sectionId: sections[at]!.id })),
  )
  const ids = Object.fromEntries(asked.map(({ question, id }) => [question.code, id]))
  return {
    sections,
    sectionTexts: plan.sections.flatMap(({ texts }, at) => textRows(texts, { sectionId: sections[at]!.id })),
    questions: asked.map(({ question, id, sectionId }, position) => ({
      id,
      callId,
      sectionId,
      position,
      code: question.code,
      kind: question.kind,
      isRequired: flag(question.isRequired),
      maximum: question.maximum ?? null,
      isInWords: flag(question.isInWords),
      isHidden: flag(question.isHidden),
      meaning: question.meaning ?? ('' as const),
      purpose: question.purpose,
      eraseOn: question.eraseOn ?? null,
      shownWhenQuestionId: question.shownWhen ? ids[question.shownWhen.question]! : null,
      shownWhenValue: question.shownWhen?.value ?? null,
      isRetired: flag(false),
      version: 1,
    })),
    questionTexts: asked.flatMap(({ question, id }) =>
      textRows(question.texts, { questionId: id }).map((row) => ({
        ...row,
        options: Array.isArray(row.options) && row.options.length === 0 ? '' : JSON.stringify(row.options),
      })),
    ),
    questionChoices: asked.flatMap(({ question, id }) =>
      (question.choices ?? []).map((code) => ({ questionId: id, choiceId: choiceIds[code]! })),
    ),
  }
}

/** The rubric. */
export function rubricRows({ criteria }: CallPlan, { callId, now }: PlanPlace) {
  const rows = criteria.map(({ code, maximum }, position) => ({ id: newId(now), callId, position, code, maximum }))
  return {
    criteria: rows,
    texts: criteria.flatMap(({ texts }, at) =>
      textRows(texts, { criterionId: rows[at]!.id }).map((row) => ({ ...row, anchors: JSON.stringify(row.anchors) })),
    ),
    weights: criteria.flatMap(({ weights }, at) =>
      Object.entries(weights).map(([category, weight]) => ({
        criterionId: rows[at]!.id,
        category: category as keyof typeof weights,
        weight,
      })),
    ),
  }
}

/** What it gives, and by which ticket. */
export function packageRows(
  { packages }: CallPlan,
  { callId, ticketIds, now }: PlanPlace,
  choiceIds: Record<string, string>,
) {
  const rows = packages.map(({ code, currency, isDefault }, position) => ({
    id: newId(now),
    callId,
    position,
    code,
    currency,
    isDefault: flag(isDefault),
    version: 1,
  }))
  return {
    packages: rows,
    texts: packages.flatMap(({ texts }, at) => textRows(texts, { packageId: rows[at]!.id })),
    tickets: packages.flatMap(({ tickets }, at) =>
      tickets.map(({ choice, ticket }) => ({
        packageId: rows[at]!.id,
        choiceId: choiceIds[choice]!,
        ticketTypeId: ticketIds[ticket]!,
      })),
    ),
    components: packages.flatMap(({ components }, at) =>
      components.map((component, position) => ({
        id: newId(now),
        packageId: rows[at]!.id,
        position,
        ...component,
        isCap: flag(component.isCap),
      })),
    ),
  }
}

/** The donors' money. */
export function fundRows({ funds }: CallPlan, { eventId, now }: PlanPlace, position: number) {
  const rows = funds.map(({ conditions: _conditions, ...fund }, at) => ({
    id: newId(now),
    eventId,
    ...fund,
    offeredMinor: 0,
    committedMinor: 0,
    paidMinor: 0,
    position: position + at,
    version: 1,
    createdAt: now,
    updatedAt: now,
  }))
  return {
    funds: rows,
    conditions: funds.flatMap(({ conditions }, at) => conditionRows(rows[at]!.id, conditions)),
  }
}

function textRows<Text extends object, Owner extends object>(texts: Record<string, Text>, owner: Owner) {
  return Object.entries(texts).map(([language, text]) => ({ ...owner, language, ...text }))
}

function idsOf(rows: { code: string; id: string }[]): Record<string, string> {
  return Object.fromEntries(rows.map(({ code, id }) => [code, id]))
}
