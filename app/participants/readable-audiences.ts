import { type EventPlace, type HeldRole, holdsRole, isAdministrator, mayOrganize } from '#app/people/rights.ts'
import type { QuestionsTable } from '#db/schema.ts'

type Audience = QuestionsTable['audience']

/**
 * Whose answers somebody may read one by one. Those for the visa desk stay with administrators as long as nobody holds
 * a desk of that name; answers for totals are read by nobody.
 */
export function readableAudiences(roles: HeldRole[], event: EventPlace): Audience[] {
  return [
    ...(mayOrganize(roles, event) ? (['organizers', 'instructors'] as const) : []),
    ...(holdsRole(roles, 'finance', event) || isAdministrator(roles) ? (['finance'] as const) : []),
    ...(isAdministrator(roles) ? (['visa-desk'] as const) : []),
  ]
}
