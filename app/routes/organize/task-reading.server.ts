import { notFound } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { requireRight } from '#app/http/guards.server.ts'

/** Somebody who works on the event, not only looks at it. @throws 404 for everybody else. */
export async function requireTeam(request: Request, context: RequestContext, slug: string) {
  const found = await requireRight(request, context, slug, 'look')
  const organizes = found.rights.includes('organize')
  if (!organizes && !found.rights.includes('programme') && !found.rights.includes('people')) throw notFound()
  return { ...found, organizes }
}
