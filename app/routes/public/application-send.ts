import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { keyQuery } from './letters.server.ts'
import { ownApplication } from './own-application.server.ts'
import { submitApplication } from '#app/applications/applying/submit-application.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { withoutReferrer } from '#app/http/private-page.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const own = await ownApplication(request, params['code'], context)
  if (!own) throw notFound()
  return withoutReferrer(seeOther(context, `/applications/${own.application.code}/check${keyQuery(own.key)}`))
}

/** Sends one's application; twice is once. What is refused, the page of the application says. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const own = await ownApplication(request, params['code'], context)
  if (!own) throw notFound()
  const { id, code } = own.application
  const sent = await submitApplication(context.services.db, {
    applicationId: id,
    now: context.now,
    actor: { kind: 'visitor' },
  })
  const done = sent.ok ? 'sent' : sent.refusals.some((refusal) => refusal.code === 'busy') ? 'busy' : 'shut'
  return withoutReferrer(seeOther(context, `/applications/${code}${keyQuery(own.key, { done })}`))
}
