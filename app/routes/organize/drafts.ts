import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guards.server.ts'
import { draftContent } from '#app/people/drafts/draft-content.ts'
import { saveDraft } from '#app/people/drafts/save-draft.server.ts'

const STATUS = { 'draft-form': 400, 'draft-too-large': 413, 'draft-too-often': 429, busy: 503 } as const

/** Keeps a form half done: by its button, which leads back to the form, or by script, which wants to know when. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { accountId } = await requireSignedIn(request, context)
  const form = new URL(request.url).searchParams.get('form') ?? ''
  const typed = await readForm(request)
  const { now } = context
  const content = draftContent(typed)
  const seen = content.seen?.[0] ?? ''
  const saved = await saveDraft(context.services.db, { accountId, form, content, seen, now })
  if (!saved.ok) throw new Response(null, { status: STATUS[saved.refusals[0]!.code] })
  if (request.headers.get('Accept')?.includes('application/json')) return Response.json({ savedAt: now })
  return seeOther(context, form)
}

/** Whoever comes by a bookmark, or was sent to sign in meanwhile. */
export function loader({ context }: LoaderFunctionArgs) {
  throw seeOther(context, '/organize')
}
