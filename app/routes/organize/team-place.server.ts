import type { RequestContext } from '#app/http/context.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { mayOrganizeSeries } from '#app/people/rights.ts'
import type { TeamPlace } from '#app/people/team/team-queries.server.ts'

/** Whose team a page is about, as far as its reader may change it: that of the series only for who organizes that. */
export async function requireTeam(request: Request, context: RequestContext, slug: string) {
  const { signedIn, event } = await requireOrganizer(request, context, slug)
  const hasSeries = mayOrganizeSeries(signedIn.roles, event.seriesId)
  const team: TeamPlace = { eventId: event.id, seriesId: event.seriesId, hasSeries }
  return { signedIn, event, team, actor: { kind: 'account' as const, id: signedIn.accountId } }
}
