import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DueList } from './due-list.tsx'
import { Frame } from './frame.tsx'
import { OverviewChanges } from './overview-changes.tsx'
import { OverviewFellows } from './overview-fellows.tsx'
import { OverviewHead } from './overview-head.tsx'
import { OverviewKpis } from './overview-kpis.tsx'
import { OverviewLinks } from './overview-links.tsx'
import { readOverview } from './overview-reading.server.ts'
import { OverviewSessions } from './overview-sessions.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: args.data?.frame.event.title ?? t('teach.overview') }))

export async function loader(args: LoaderFunctionArgs) {
  return await readOverview(args)
}

/** A workshop as its instructor finds it: what is due, whom they teach, when and where, and with whom. */
export default function Overview() {
  const { frame, event, due, figures, roster, changes, tracks, sessions, materials, fellows } =
    useLoaderData<typeof loader>()
  const { t } = usePage()
  const place = event.city ?? event.zone
  return (
    <Frame frame={frame}>
      <OverviewHead event={event} tracks={tracks} />
      <OverviewKpis figures={figures} roster={roster} />
      <div className="rail">
        <div>
          <Leaf id="due" title={t('workshop.due')}>
            {due.length === 0 ? (
              <p className="mute">{t('workshop.nothingDue')}</p>
            ) : (
              <DueList items={due} zone={event.zone} place={place} />
            )}
          </Leaf>
          <OverviewSessions event={event} sessions={sessions} materials={materials} />
          <OverviewChanges event={event} roster={roster} changes={changes} />
        </div>
        <aside className="flow" aria-label={t('organize.aside')}>
          <OverviewLinks slug={event.slug} />
          <OverviewFellows event={event} fellows={fellows} tracks={tracks.all} />
        </aside>
      </div>
    </Frame>
  )
}
