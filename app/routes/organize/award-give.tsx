import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireAward } from './award.server.ts'
import { AwardSure } from './award-sure.tsx'
import { deskMeta } from './desk.ts'
import { refused } from './failed.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { giveAward } from '#app/scholarships/awards/give-award.server.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('award.handOver.title'))

export async function loader(given: LoaderFunctionArgs) {
  const { award } = await requireAward(given)
  if (award.state !== 'proposed') throw notFound()
  return { id: award.id, name: award.fullName || award.code }
}

export async function action(given: ActionFunctionArgs) {
  const { award, event, ids } = await requireAward(given)
  const form = await readForm(given.request)
  const done = await giveAward(given.context.services.db, ids)
  if (!done.ok) return refused(form, done.refusals)
  return seeOther(given.context, `/organize/${event.slug}/awards/${award.id}?done`)
}

export default function AwardGive() {
  return <AwardSure step="handOver" />
}
