import type { ActionFunctionArgs } from '@remix-run/node'
import { readingAs } from './reading-as.server.ts'
import { sendTest } from '#app/broadcasts/send-test.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'

/** Sends a message to whoever asks, as one recipient would get it. */
export async function action(args: ActionFunctionArgs) {
  const { event, signedIn, broadcast, reader, change } = await readingAs(args)
  if (!reader || broadcast.startedAt !== null) throw notFound()
  const { subject, language } = reader
  const test = { ...change, subject, language, accountId: signedIn.accountId }
  const sent = await sendTest(args.context.services.db, test)
  if (!sent.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  return seeOther(args.context, `/organize/${event.slug}/messages/${broadcast.id}?tested=1`)
}
