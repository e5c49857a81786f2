import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { countSubstitutions } from '#app/registrations/changes/queries.server.ts'
import { countWaitingProofs } from '#app/registrations/proofs/queries.server.ts'
import { countActive } from '#app/participants/event-queries.server.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { WorkSide } from '#app/ui/work-side.tsx'

export const handle = { shell: 'work', section: 'organize' }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const [found, registrations, proofs, substitutions] = await Promise.all([
    findEventForEditing(db, event.id, context.language),
    countActive(db, event.id),
    countWaitingProofs(db, event.id),
    countSubstitutions(db, event.id),
  ])
  return { event: found!, registrations, proofs, substitutions }
}

/** The desk of one event: its pages hang under this navigation. */
export default function EventDesk() {
  const { event, registrations, proofs, substitutions } = useLoaderData<typeof loader>()
  const { t } = usePage()
  const base = `/organize/${event.slug}`
  return (
    <div className="main desk" data-series={seriesOf(event.mark)}>
      <WorkSide
        title={event.title}
        mark={event.mark}
        links={[
          {
            to: base,
            label: t('organize.overview'),
            also: ['publish', 'unpublish', 'postpone', 'reinstate', 'cancel'].map((page) => `${base}/${page}`),
          },
          { to: `${base}/details`, label: t('organize.details') },
          { to: `${base}/tracks`, label: t('organize.tracks') },
          { to: `${base}/people`, label: t('organize.people.title'), also: [`${base}/instructors`] },
          { to: `${base}/programme`, label: t('programme.title') },
          { to: `${base}/tickets`, label: t('organize.tickets'), also: [`${base}/seats`] },
          { to: `${base}/blocks`, label: t('offer.blocks') },
          { to: `${base}/vouchers`, label: t('offer.vouchers') },
          { to: `${base}/rules`, label: t('offer.rules') },
          { to: `${base}/questions`, label: t('organize.questions') },
          { to: `${base}/proofs`, label: t('question.proofs.title'), count: proofs },
          { to: `${base}/registrations`, label: t('organize.registrations'), count: registrations },
          ...(substitutions > 0
            ? [{ to: `${base}/substitutions`, label: t('change.organizer.title'), count: substitutions }]
            : []),
          { to: `${base}/waiting`, label: t('waiting.title') },
          { to: `${base}/calendar`, label: t('standing.calendar') },
          { to: `/teach/${event.slug}`, label: t('organize.participants') },
          { to: `${base}/preview`, label: t('organize.preview') },
        ]}
      />
      <main id="main" tabIndex={-1}>
        <Outlet context={event} />
      </main>
    </div>
  )
}
