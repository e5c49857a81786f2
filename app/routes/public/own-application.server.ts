import { isApplicationKey } from '#app/applications/application-key.ts'
import { type KeyedApplication, keyedApplication } from '#app/applications/keyed-application.server.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { signedIn } from '#app/http/guards.server.ts'
import { parseCode } from '#app/values/code.ts'

/**
 * The application of an address, for who has its key or is signed in as its owner; null for a stranger, whether there
 * is such an application or not. `key` is '' for who came by signing in.
 */
export async function ownApplication(
  request: Request,
  code: string | undefined,
  context: RequestContext,
): Promise<{ application: KeyedApplication; key: string } | null> {
  const { services } = context
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const known = await keyedApplication(services.db, parseCode(code ?? '') ?? '')
  // An unknown code takes the same steps as a wrong key.
  const isTheirs = isApplicationKey(services.config.secret, known ?? { id: '', keyVersion: 0 }, key)
  if (known && isTheirs) return { application: known, key }
  const owner = known?.accountId ? await signedIn(request, context) : null
  return known && owner && owner.accountId === known.accountId ? { application: known, key: '' } : null
}
