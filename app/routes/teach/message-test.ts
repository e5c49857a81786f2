import type { ActionFunctionArgs } from '@remix-run/node'
import { requireOwnMessage } from './own-message.server.ts'
import { previewRecipients } from '#app/broadcasts/preview-recipients.server.ts'
import { sendTest } from '#app/broadcasts/send-test.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { countAttempt } from '#app/people/count-attempt.server.ts'

/** More copies of a draft than anybody needs in an hour. */
const LIMIT = { limit: 20, windowMinutes: 60 }

/** Sends a message to whoever wrote it, as one participant would get it. */
export async function action(args: ActionFunctionArgs) {
  const { event, signedIn, message, segment, find } = await requireOwnMessage(args)
  const { services, now } = args.context
  await readForm(args.request)
  if (message.state !== 'draft') throw notFound()
  const { recipients } = await previewRecipients(services.db, { eventId: event.id, segment, now })
  const [reader] = recipients
  if (!reader) throw notFound()
  const { accountId } = signedIn
  if (!(await countAttempt(services.db, { bucket: `teach-test:${accountId}`, ...LIMIT, now })))
    throw new Response(null, { status: 429, headers: { 'Retry-After': '3600' } })
  const { subject, language } = reader
  const actor = { kind: 'account', id: accountId } as const
  const sent = await sendTest(services.db, { ...find, subject, language, accountId, now, actor })
  if (!sent.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  return seeOther(args.context, `/teach/${event.slug}/messages/${message.id}?tested=1`)
}
