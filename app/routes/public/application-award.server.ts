import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { ownApplication } from './own-application.server.ts'
import { toldAward } from '#app/scholarships/awards/told-award.server.ts'
import { payoutsOf } from '#app/scholarships/awards/read-award.server.ts'
import { eventHead } from '#app/scholarships/awards/event-head.server.ts'

/** The award of the application of an address, for who has its key or is signed in as its owner; null for strangers. */
export async function ownAward({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const own = await ownApplication(request, params.code, context)
  if (!own) return null
  const { db } = context.services
  const award = await toldAward(db, own.application.id)
  const { code, eventId } = own.application
  const query = own.key === '' ? '' : `?${new URLSearchParams({ key: own.key })}`
  const head = await eventHead(db, { eventId, language: context.language })
  return {
    code,
    key: own.key,
    query,
    event: head,
    award,
    payouts: award ? await payoutsOf(db, award.id) : [],
  }
}

export type OwnAward = NonNullable<Awaited<ReturnType<typeof ownAward>>>
