import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { ownAward } from './application-award.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { withoutReferrer } from '#app/http/private-page.ts'
import { setPublishing } from '#app/scholarships/awards/set-publishing.server.ts'

/** Who comes here by hand meant the award. */
export async function loader(given: LoaderFunctionArgs) {
  const own = await ownAward(given)
  if (!own) throw notFound()
  return withoutReferrer(seeOther(given.context, `/applications/${own.code}/award${own.query}`))
}

/** The holder of an award says whether the name is published: at once, and as often as they like. */
export async function action(given: ActionFunctionArgs) {
  const own = await ownAward(given)
  if (!own?.award) throw notFound()
  const { services, now } = given.context
  const isPublic = (await readForm(given.request)).get('isPublic') === 'yes'
  const actor = { kind: 'visitor' } as const
  const done = await setPublishing(services.db, { awardId: own.award.id, isPublic, now, actor })
  if (!done.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const query = new URLSearchParams({ ...(own.key === '' ? {} : { key: own.key }), done: 'name' })
  return withoutReferrer(seeOther(given.context, `/applications/${own.code}/award?${query}`))
}
