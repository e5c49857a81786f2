import { ownApplication } from './own-application.server.ts'
import { type ListedReferee, listReferees } from '#app/applications/referees/list-referees.server.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import type { KeyedApplication } from '#app/applications/keyed-application.server.ts'

/** The letters of one's own application; null for a stranger. */
export async function ownLetters(
  request: Request,
  code: string | undefined,
  context: RequestContext,
): Promise<{ application: KeyedApplication; key: string; referees: ListedReferee[] } | null> {
  const own = await ownApplication(request, code, context)
  if (!own) return null
  const { services, now } = context
  return { ...own, referees: await listReferees(services.db, { applicationId: own.application.id, now }) }
}

/** The query of a page of one's own application: the key, where one came by it. */
export function keyQuery(key: string, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...(key === '' ? {} : { key }), ...more }).toString()
  return query === '' ? '' : `?${query}`
}
