import { notFound } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { mayOrganizeSeries } from '#app/people/rights.ts'

/** Somebody who may make another event of this one's series. @throws 404 for everybody else. */
export async function requireCloning(request: Request, context: RequestContext, slug: string) {
  const asked = await requireOrganizer(request, context, slug)
  if (!mayOrganizeSeries(asked.signedIn.roles, asked.event.seriesId)) throw notFound()
  return asked
}
