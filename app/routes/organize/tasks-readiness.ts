import type { ActionFunctionArgs } from '@remix-run/node'
import { addReadiness } from '#app/events/tasks/add-readiness.server.ts'
import { READINESS, type ReadinessCode } from '#app/events/tasks/readiness.ts'
import { seeOther } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { translator } from '#app/locales/translate.ts'

/** Adds what every workshop needs to be ready, in the words of who asks for it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const t = translator(context.language)
  const titles = Object.fromEntries(READINESS.map(({ code }) => [code, t(`figures.ready.${code}`)])) as Record<
    ReadinessCode,
    string
  >
  const added = await addReadiness(context.services.db, {
    eventId: event.id,
    titles,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!added.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  return seeOther(context, `/organize/${event.slug}/tasks`)
}
