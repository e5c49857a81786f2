import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAttendance } from './attendance-reading.server.ts'
import { Frame } from './frame.tsx'
import { teachFrame } from './teach-frame.server.ts'
import { slotFigures } from '#app/attendance/marking/slot-figures.server.ts'
import { SlotTable } from '#app/ui/slot-table.tsx'
import { listNames } from '#app/participants/queries.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('attendance.figures.title') }))

export async function loader(args: LoaderFunctionArgs) {
  const { event, trackIds, slots } = await readAttendance(args)
  const { context } = args
  const { db } = context.services
  const [frame, figures, names] = await Promise.all([
    teachFrame(context, { eventId: event.id, trackIds }),
    slotFigures(db, { eventId: event.id, trackIds }),
    listNames(db, { eventId: event.id }, context.language),
  ])
  const tracks = names.tracks.filter(({ id }) => trackIds === 'all' || trackIds.includes(id))
  return {
    frame,
    figures,
    slots: slots.map(({ key, title }) => ({ key, title })),
    tracks: tracks.map(({ id, code }) => ({ id, code })),
  }
}

/** How many were there, slot by slot. */
export default function AttendanceFigures() {
  const { frame, figures, slots, tracks } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  const base = `/teach/${frame.event.slug}/attendance`
  return (
    <Frame frame={frame}>
      <Crumbs trail={[{ to: base, label: t('attendance.title') }, { label: t('attendance.figures.title') }]} />
      <div className="row ends">
        <h1>{t('attendance.figures.title')}</h1>
        <p className="row">
          <a href={path(`${base}.csv`)} download>
            {t('attendance.csv')}
          </a>{' '}
          <a href={path(`${base}.csv?table=people`)} download>
            {t('attendance.matrix')}
          </a>
        </p>
      </div>
      <SlotTable slots={slots} tracks={tracks} figures={figures} linkTo={(key) => path(`${base}?slot=${key}`)} />
    </Frame>
  )
}
