import type { Kysely } from 'kysely'
import { type HeldRole, isAdministrator, mayOrganize, mayOrganizeSeries } from '#app/people/rights.ts'
import type { Database } from '#db/schema.ts'

interface Reviewed {
  id: string
  seriesId: string
  /** Whether the series wants the word of another of its organizers; else any other organizer of the event will do. */
  needsReview: boolean
}

/** Whether somebody may answer a request for publishing an event: never their own. */
export function mayAnswer(
  { accountId, roles }: { accountId: string; roles: HeldRole[] },
  event: Reviewed,
  askedBy: string,
): boolean {
  if (accountId === askedBy) return false
  return event.needsReview ? mayOrganizeSeries(roles, event.seriesId) : mayOrganize(roles, event)
}

/** Organizers of the series may ask for the rule; only administrators lift it, or it would bind nobody. */
export function mayChangeReview(roles: HeldRole[], event: Reviewed): boolean {
  return isAdministrator(roles) || (!event.needsReview && mayOrganizeSeries(roles, event.seriesId))
}

/** Those who may answer, for writing to them: organizers first; administrators only when there is nobody else. */
export async function reviewersOf(db: Kysely<Database>, event: Reviewed, askedBy: string) {
  const holders = await db
    .selectFrom('roles')
    .innerJoin('accounts', 'accounts.id', 'roles.accountId')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .select(['roles.role', 'roles.scope', 'roles.scopeId', 'roles.trackId'])
    .select(['accounts.id as accountId', 'accounts.email', 'people.fullName as name', 'people.language'])
    .where('accounts.isDisabled', '=', 0)
    .where('roles.role', 'in', ['organizer', 'administrator'])
    .where('roles.scopeId', 'in', ['', event.seriesId, event.id])
    .orderBy('accounts.id')
    .execute()
  const able = [...Map.groupBy(holders, ({ accountId }) => accountId)]
    .map(([accountId, roles]) => ({ ...roles[0]!, accountId, roles }))
    .filter((one) => mayAnswer(one, event, askedBy))
  const organizers = able.filter(({ roles }) => !isAdministrator(roles))
  return organizers.length > 0 ? organizers : able
}
