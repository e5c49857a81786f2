import type { Ids } from './ids.ts'
import type { EventPlan } from './plan.ts'
import { flag } from '#app/values/flag.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'

/** The rows of the tax rules, and their ids by the document's keys. */
export function taxRows(plan: EventPlan, { eventId }: Ids, now: Instant) {
  const taxIds = new Map(plan.taxRules.map(({ key }) => [key, newId(now)]))
  const taxRules = plan.taxRules.map(({ key, isInclusive, isDefault, allowsReverseCharge, ...rule }) => ({
    id: taxIds.get(key)!,
    eventId,
    isInclusive: flag(isInclusive),
    isDefault: flag(isDefault),
    allowsReverseCharge: flag(allowsReverseCharge),
    ...rule,
  }))
  return { taxIds, taxRules }
}

/** The rows of the other rules, by table. */
export function ruleRows(plan: EventPlan, { eventId, ticketTypes }: Ids, now: Instant) {
  const rules = plan.priceRules.map((rule) => ({ id: newId(now), rule }))
  return {
    priceRules: rules.map(({ id, rule: { kind, name, minimum, percentOff, isCombinable } }, position) => ({
      id,
      eventId,
      position,
      kind,
      name,
      minimum,
      percentOff,
      isCombinable: flag(isCombinable),
    })),
    priceRuleTypes: rules.flatMap(({ id, rule }) =>
      rule.parts.flatMap((codes, at) =>
        codes.map((code) => ({ priceRuleId: id, part: at + 1, ticketTypeId: ticketTypes.get(code)! })),
      ),
    ),
    priceRuleSteps: rules.flatMap(({ id, rule }) =>
      rule.prices.map((price) => ({ id: newId(now), priceRuleId: id, ...price })),
    ),
    refundRules: plan.refundRules.map((rule, position) => ({ id: newId(now), eventId, position, ...rule })),
    changeRules: plan.changeRules
      ? [{ eventId, ...plan.changeRules, endsRefunded: flag(plan.changeRules.endsRefunded) }]
      : [],
    paymentTerms: plan.paymentTerms.map(({ needsApproval, ...terms }) => ({
      eventId,
      needsApproval: flag(needsApproval),
      ...terms,
    })),
    waitingListRules: plan.waitingList
      ? [
          {
            eventId,
            ...plan.waitingList,
            isOpen: flag(plan.waitingList.isOpen),
            passesOver: flag(plan.waitingList.passesOver),
          },
        ]
      : [],
    questionStages: plan.questionStages.map((stage) => ({ eventId, ...stage })),
    eligiblePeople: plan.eligiblePeople.map((person) => ({ eventId, ...person, addedAt: now })),
  }
}
