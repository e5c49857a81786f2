import { labAsked } from './lab-asked.server.ts'
import { logPaper } from './paper-asked.server.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { readLab } from '#app/participants/lab/lab-queries.server.ts'

/** A lab for somebody to take along, written down. */
export async function labTaken(request: Request, context: RequestContext, slug: string, kind: string) {
  const asked = await labAsked(request, context, slug)
  const { event, trackId } = asked
  const lab = await readLab(context.services.db, { eventId: event.id, trackId })
  await logPaper(context, { ...asked, event: { ...event, slug } }, { kind, rowCount: lab.seats.length })
  return { ...asked, lab }
}
