import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { Frame } from './frame.tsx'
import { teachFrame } from './teach-frame.server.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { requireInstructor } from '#app/http/guards.server.ts'
import type { EventRight } from '#app/people/rights.ts'

export const handle = { shell: 'work', section: 'teach' }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, trackIds } = await requireInstructor(request, context, params.event!)
  const [frame, desk] = await Promise.all([
    teachFrame(context, { eventId: event.id, trackIds }),
    findEventForEditing(context.services.db, event.id, context.language),
  ])
  return { frame, desk: desk! }
}

/** Surveys at the desk of an instructor: the pages are those of the organizers, as far as the guards let them. */
export default function SurveysFrame() {
  const { frame, desk } = useLoaderData<typeof loader>()
  const rights: EventRight[] = []
  return (
    <Frame frame={frame}>
      <Outlet context={{ ...desk, rights }} />
    </Frame>
  )
}
