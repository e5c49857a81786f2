import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireFullCall } from './full-call.server.ts'
import { requireUnredacted } from './unredacted-file.server.ts'
import { redact } from '#app/applications/reviews/redact.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'

/** Seen, and harmless as it is: reviewers may have it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { call, actor, base } = await requireFullCall(request, context, params)
  await readForm(request)
  const { now } = context
  const redacted = await redact(context.services.db, { call, fileId: params.file!, copyId: null, actor, now })
  if (!redacted.ok) {
    if (redacted.refusals.some(({ code }) => code === 'busy')) throw new Response(null, { status: 503 })
    throw notFound()
  }
  return seeOther(context, `${base}/reviews/files?done=1`)
}

/** Whoever comes by a bookmark. */
export async function loader(args: LoaderFunctionArgs) {
  const { base, file } = await requireUnredacted(args)
  throw seeOther(args.context, `${base}/reviews/files/${file.fileId}`)
}
