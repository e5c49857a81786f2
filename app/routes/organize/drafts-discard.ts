import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { badRequest, seeOther } from '#app/http/answers.ts'
import { requireSignedIn } from '#app/http/guards.server.ts'
import { isDraftForm } from '#app/people/drafts/draft-content.ts'
import { dropDraft } from '#app/people/drafts/drafts.server.ts'

/** Throws away what was left half done. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { accountId } = await requireSignedIn(request, context)
  const form = new URL(request.url).searchParams.get('form') ?? ''
  if (!isDraftForm(form)) throw badRequest()
  await dropDraft(context.services.db, { accountId, form })
  return seeOther(context, form)
}

/** Whoever comes by a bookmark, or was sent to sign in meanwhile. */
export function loader({ context }: LoaderFunctionArgs) {
  throw seeOther(context, '/organize')
}
