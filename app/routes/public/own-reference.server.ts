import { isRefereeKey } from '#app/applications/application-key.ts'
import { keyedReferee, referenceView, type ReferenceView } from '#app/applications/referees/keyed-referee.server.ts'
import type { RequestContext } from '#app/http/context.server.ts'

/** The letter of an address with its key; null for a stranger, whether somebody was asked for it or not. */
export async function ownReference(
  request: Request,
  id: string | undefined,
  { services, language, now }: RequestContext,
): Promise<{ reference: ReferenceView; key: string } | null> {
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const known = await keyedReferee(services.db, (id ?? '').slice(0, 36))
  // An unknown id takes the same steps as a wrong key.
  const isTheirs = isRefereeKey(services.config.secret, known ?? { id: '', keyVersion: 0 }, key)
  if (!known || !isTheirs) return null
  return { reference: await referenceView(services.db, { refereeId: known.id, language, now }), key }
}
