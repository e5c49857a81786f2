import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireAward } from './award.server.ts'
import { AwardSure } from './award-sure.tsx'
import { deskMeta } from './desk.ts'
import { refused } from './failed.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { finishAward } from '#app/scholarships/awards/return-money.server.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('award.finish.title'))

export async function loader(given: LoaderFunctionArgs) {
  const { award } = await requireAward(given)
  return { id: award.id, name: award.fullName || award.code }
}

export async function action(given: ActionFunctionArgs) {
  const { award, event, ids } = await requireAward(given)
  const form = await readForm(given.request)
  const done = await finishAward(given.context.services.db, ids)
  if (!done.ok) return refused(form, done.refusals)
  return seeOther(given.context, `/organize/${event.slug}/awards/${award.id}?done`)
}

export default function AwardClose() {
  return <AwardSure step="finish" />
}
