import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Frame } from './frame.tsx'
import { labAsked } from './lab-asked.server.ts'
import { LabActs } from './lab-acts.tsx'
import { LabPlan } from './lab-plan.tsx'
import { labTold, type LabTold } from './lab-told.ts'
import { teachFrame } from './teach-frame.server.ts'
import { findOverlaps } from '#app/participants/lab/find-overlaps.ts'
import { readLab } from '#app/participants/lab/lab-queries.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('lab.title') }))

/** More pairs than one reads. */
const MOST_PAIRS = 5

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = await labAsked(request, context, params.event!)
  const { event, trackIds, tracks, track, trackId, mayChooseAll } = asked
  const [frame, lab] = await Promise.all([
    teachFrame(context, { eventId: event.id, trackIds }),
    readLab(context.services.db, { eventId: event.id, trackId }),
  ])
  const pairs = findOverlaps(lab.seats)
  return {
    frame,
    slug: params.event!,
    tracks,
    track,
    trackId,
    mayChooseAll,
    seats: lab.seats.map(({ id, label, gridRow, gridColumn, machine, addressRange, zoneName, person }) => ({
      id,
      label,
      gridRow,
      gridColumn,
      machine,
      addressRange,
      zoneName,
      person: person && { fullName: person.fullName, latinName: person.latinName, group: person.group },
    })),
    unseated: lab.unseated.map(({ registrationId, fullName, latinName, group }) => ({
      registrationId,
      fullName,
      latinName,
      group,
    })),
    overlaps: pairs.slice(0, MOST_PAIRS).map((pair) => pair.join(' / ')),
    moreOverlaps: Math.max(0, pairs.length - MOST_PAIRS),
    told: labTold(new URL(request.url).searchParams),
  }
}

export type LabData = Awaited<ReturnType<typeof loader>>

/** A lab: who sits where, with which machine, and who has no seat yet. */
export default function LabPage() {
  const shown = useLoaderData<typeof loader>()
  const { frame, slug, tracks, track, trackId, mayChooseAll, seats, overlaps, moreOverlaps, told } = shown
  const { t, path } = usePage()
  const base = `/teach/${slug}/lab`
  const taken = seats.filter(({ person }) => person !== null).length
  return (
    <Frame frame={frame}>
      <div className="row ends">
        <div>
          <h1>{t('lab.title')}</h1>
          <p className="mute">
            {track && (
              <>
                <bdi>
                  {track.code}: {track.title}
                </bdi>
                {track.room && (
                  <>
                    {' '}
                    · <bdi>{track.room}</bdi>
                  </>
                )}{' '}
                ·{' '}
              </>
            )}
            {t('lab.seats', { count: seats.length })} · {t('lab.taken', { count: taken })}
          </p>
        </div>
      </div>
      {told && <Told told={told} />}
      {overlaps.length > 0 && (
        <Note is="warn">
          <p>
            {t('lab.overlap', { pairs: overlaps.join(', ') })}{' '}
            {moreOverlaps > 0 && t('lab.overlapMore', { count: moreOverlaps })}
          </p>
        </Note>
      )}
      {(tracks.length > 1 || (mayChooseAll && tracks.length > 0)) && (
        <form className="row filt" action={path(base)}>
          <div>
            <label htmlFor="track">{t('lab.track')}</label>
            <select id="track" name="track" defaultValue={trackId}>
              {tracks.map(({ id, code, title }) => (
                <option key={id} value={id}>
                  {code}: {title}
                </option>
              ))}
              {mayChooseAll && <option value="">{t('lab.wholeEvent')}</option>}
            </select>
          </div>
          <button>{t('lab.show')}</button>
        </form>
      )}
      {seats.length === 0 ? (
        <Empty title={t('lab.noSeats')}>
          <p>{t('lab.noSeatsWhy')}</p>
          <p className="row">
            <a className="btn" href={path(`${base}/new?${new URLSearchParams({ track: trackId })}`)}>
              {t('lab.add')}
            </a>{' '}
            <a href={path(`${base}/groups?${new URLSearchParams({ track: trackId })}`)}>{t('lab.groups')}</a>
          </p>
        </Empty>
      ) : (
        <LabPlan base={base} seats={seats} />
      )}
      <LabActs {...shown} base={base} />
    </Frame>
  )
}

function Told({ told }: { told: LabTold }) {
  const { t } = usePage()
  return (
    <Note is="ok">
      <p>{'count' in told ? t(`lab.${told.is}`, { count: told.count }) : t(`lab.${told.is}`)}</p>
    </Note>
  )
}
