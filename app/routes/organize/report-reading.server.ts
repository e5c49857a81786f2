import type { RequestContext } from '#app/http/context.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { earlierEdition, figureEvent } from '#app/participants/figures/figure-event.server.ts'
import { reportFigures } from '#app/participants/figures/report-figures.server.ts'
import { type EventPlace, holdsRole, mayOrganize } from '#app/people/rights.ts'

/** The report of an event and of the edition before, for this reader: the money of each only where they may see it. */
export async function readReport(request: Request, slug: string, context: RequestContext) {
  const { event: place, signedIn } = await requireRight(request, context, slug, 'look')
  const { services, now, language } = context
  const { db } = services
  const hasMoney = (of: EventPlace) => mayOrganize(signedIn.roles, of) || holdsRole(signedIn.roles, 'finance', of)
  const event = await figureEvent(db, place.id)
  const before = await earlierEdition(db, event)
  const read = (of: typeof event) => reportFigures(db, { event: of, language, hasMoney: hasMoney(of), now })
  return {
    event: { id: event.id, slug: event.slug, year: event.firstOn.slice(0, 4) },
    figures: await read(event),
    earlier: before ? { year: before.firstOn.slice(0, 4), figures: await read(before) } : null,
    accountId: signedIn.accountId,
  }
}
