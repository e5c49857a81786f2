import { checkMoney } from './check-money.ts'
import { checkOffer } from './check-offer.ts'
import { checkProgramme } from './check-programme.ts'
import { checkTexts } from './check-texts.ts'
import { type ChecklistItem, found, wanted } from './checklist-item.ts'
import type { PublishFacts } from './publish-facts.ts'
import { type Instant, wallClock } from '#app/values/moment.ts'

export { type ChecklistItem, stopsOf } from './checklist-item.ts'
export type { PublishFacts } from './publish-facts.ts'

/** What is done and what is not when an event is published at `at`. */
export function publishChecklist(facts: PublishFacts, at: Instant): ChecklistItem[] {
  return [
    ...checkTexts(facts),
    ...checkPlace(facts, wallClock(at, facts.zone).day),
    ...checkOffer(facts, at),
    ...checkCall(facts, at),
    ...checkMoney(facts),
    ...checkProgramme(facts),
  ]
}

function checkPlace(facts: PublishFacts, today: string): ChecklistItem[] {
  const isOnSite = facts.format !== 'online'
  const isZoneVague = /^(UTC$|Etc\/)/.test(facts.zone)
  return [
    wanted('stop', 'dates', facts.startsOn.length === 10 && facts.lastOn >= today, 'details', 'startsOn'),
    wanted('stop', 'contact', facts.contactEmail !== null, 'details', 'contactEmail'),
    ...(isOnSite
      ? [
          wanted('stop', 'place', facts.country !== null && facts.city !== null, 'details', 'city'),
          wanted('stop', 'access', facts.accessNote !== '', 'details', 'accessNote'),
          wanted('warn', 'venue', facts.venue !== null, 'details', 'venue'),
          wanted('warn', 'visa', facts.visaNote !== '', 'details', 'visaNote'),
          ...found('warn', 'zone', isZoneVague, ['details', 'zone']),
        ]
      : []),
    ...(facts.format === 'onsite' ? [] : [wanted('warn', 'online', facts.onlineUrl !== null, 'details', 'onlineUrl')]),
  ]
}

/** Where participants are chosen, people have to know until when they can apply. */
function checkCall({ admission, applyUntilAt }: PublishFacts, at: Instant): ChecklistItem[] {
  return admission === 'application'
    ? [wanted('warn', 'call', applyUntilAt !== null && applyUntilAt > at, 'calls')]
    : []
}
