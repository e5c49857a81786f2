import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { keyQuery, ownLetters } from './letters.server.ts'
import { remindReferee } from '#app/applications/referees/remind-referee.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { withoutReferrer } from '#app/http/private-page.ts'

/** Who comes here by hand meant the list. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const own = await ownLetters(request, params['code'], context)
  if (!own) throw notFound()
  return withoutReferrer(seeOther(context, `/applications/${own.application.code}/letters${keyQuery(own.key)}`))
}

/** Writes again to who owes a letter; whoever was written to within a day is left in peace. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const own = await ownLetters(request, params['code'], context)
  if (!own || !own.referees.some(({ id }) => id === params['referee'])) throw notFound()
  await readForm(request)
  const { id: applicationId, code } = own.application
  const { services, now } = context
  const actor = { kind: 'visitor' } as const
  const done = await remindReferee(services.db, { applicationId, refereeId: params['referee']!, now, actor })
  const news: Record<string, string> = done.ok ? { done: 'reminded' } : {}
  return withoutReferrer(seeOther(context, `/applications/${code}/letters${keyQuery(own.key, news)}`))
}
