import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CallsToReview } from './calls-to-review.tsx'
import { callsToReview } from './calls-to-review.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireSignedIn } from '#app/http/guards.server.ts'
import { eventPlace } from '#app/people/queries.server.ts'
import { holdsRole } from '#app/people/rights.ts'
import { pageMeta } from '#app/ui/page-meta.ts'

export const handle = { shell: 'work', section: 'review' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('reviewing.all') }))

/** What somebody reviews: at one event, or at all. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(request, context)
  const event = params.event === undefined ? null : await eventPlace(context.services.db, params.event)
  const mayReview = event
    ? holdsRole(signedIn.roles, 'reviewer', event)
    : params.event === undefined && signedIn.roles.some(({ role }) => role === 'reviewer')
  if (!mayReview) throw notFound()
  const calls = await callsToReview(context, { signedIn, ...(event ? { eventId: event.id } : {}) })
  if (event && calls.length === 0) throw notFound()
  return { calls }
}

export default function All() {
  return <CallsToReview calls={useLoaderData<typeof loader>().calls} />
}
