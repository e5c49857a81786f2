import type { Ids } from './ids.ts'
import type { EventPlan } from './plan.ts'
import { flag } from '#app/values/flag.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'

/** The rows of what can be had, by table. `quotaIds` and `taxIds`: by the document's keys. */
export function ticketRows(
  plan: EventPlan,
  ids: Ids,
  { quotaIds, taxIds }: { quotaIds: Map<string, string>; taxIds: Map<string, string> },
  now: Instant,
) {
  const idOf = (code: string) => ids.ticketTypes.get(code)!
  return {
    ticketTypes: plan.ticketTypes.map(
      (
        {
          texts: _,
          quotas: __,
          priceSteps: ___,
          mains: ____,
          days: _____,
          track,
          isHidden,
          isClosed,
          allowsRepeat,
          isAddon,
          allowsGuest,
          remote,
          tax,
          ...type
        },
        position,
      ) => ({
        id: idOf(type.code),
        eventId: ids.eventId,
        trackId: track === null ? null : ids.tracks.get(track)!,
        position,
        isHidden: flag(isHidden),
        isClosed: flag(isClosed),
        allowsRepeat: flag(allowsRepeat),
        isAddon: flag(isAddon),
        allowsGuest: flag(allowsGuest),
        remoteTypeId: remote === null ? null : idOf(remote),
        taxRuleId: tax === null ? null : taxIds.get(tax)!,
        ...type,
      }),
    ),
    ticketTypeMains: plan.ticketTypes.flatMap((type) =>
      type.mains.map((code) => ({ ticketTypeId: idOf(type.code), mainTypeId: idOf(code) })),
    ),
    ticketTypeDays: plan.ticketTypes.flatMap((type) =>
      [...new Set(type.days)].map((heldOn) => ({ ticketTypeId: idOf(type.code), heldOn })),
    ),
    ticketTypeTexts: plan.ticketTypes.flatMap((type) =>
      Object.entries(type.texts).map(([language, texts]) => ({ ticketTypeId: idOf(type.code), language, ...texts })),
    ),
    ticketTypeQuotas: plan.ticketTypes.flatMap((type) =>
      type.quotas.map((key) => ({ ticketTypeId: idOf(type.code), quotaId: quotaIds.get(key)! })),
    ),
    priceSteps: plan.ticketTypes.flatMap((type) =>
      type.priceSteps.map((step, position) => ({ id: newId(now), ticketTypeId: idOf(type.code), position, ...step })),
    ),
  }
}

/** The rows of what is asked, by table. */
export function questionRows(plan: EventPlan, ids: Ids) {
  const idOf = (code: string) => ids.questions.get(code)!
  return {
    questions: plan.questions.map(
      ({ texts: _, ticketTypes: __, tracks: ___, isRequired, shownWhen, ...question }, position) => ({
        id: idOf(question.code),
        eventId: ids.eventId,
        position,
        isRequired: flag(isRequired),
        isRetired: flag(false),
        shownWhenQuestionId: shownWhen && idOf(shownWhen.question),
        shownWhenValue: shownWhen && shownWhen.value,
        ...question,
      }),
    ),
    questionTracks: plan.questions.flatMap((question) =>
      question.tracks.map((code) => ({ questionId: idOf(question.code), trackId: ids.tracks.get(code)! })),
    ),
    questionTexts: plan.questions.flatMap((question) =>
      Object.entries(question.texts).map(([language, { label, help, options }]) => ({
        questionId: idOf(question.code),
        language,
        label,
        help,
        options: options.length === 0 ? '' : JSON.stringify(options),
      })),
    ),
    questionTicketTypes: plan.questions.flatMap((question) =>
      question.ticketTypes.map((code) => ({
        questionId: idOf(question.code),
        ticketTypeId: ids.ticketTypes.get(code)!,
      })),
    ),
  }
}
