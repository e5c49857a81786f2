import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { deskLinks } from './desk-links.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { countSubstitutions } from '#app/registrations/changes/queries.server.ts'
import { countWaitingProofs } from '#app/registrations/proofs/queries.server.ts'
import { countActive } from '#app/participants/event-queries.server.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { WorkSide } from '#app/ui/work-side.tsx'

export const handle = { shell: 'work', section: 'organize' }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, rights } = await requireRight(request, context, params.event!, 'look')
  const { db } = context.services
  const [found, registrations, proofs, substitutions] = await Promise.all([
    findEventForEditing(db, event.id, context.language),
    countActive(db, event.id),
    countWaitingProofs(db, event.id),
    countSubstitutions(db, event.id),
  ])
  return { event: found!, rights, counts: { registrations, proofs, substitutions } }
}

/** The desk of one event: its pages hang under this navigation. */
export default function EventDesk() {
  const { event, rights, counts } = useLoaderData<typeof loader>()
  const { t } = usePage()
  return (
    <div className="main desk" data-series={seriesOf(event.mark)}>
      <WorkSide title={event.title} mark={event.mark} links={deskLinks({ slug: event.slug, rights, counts, t })} />
      <main id="main" tabIndex={-1}>
        <Outlet context={{ ...event, rights }} />
      </main>
    </div>
  )
}
