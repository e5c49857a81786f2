import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { scopedTracks } from './reading.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { requireInstructor } from '#app/http/guards.server.ts'
import { listNames, nextParticipants } from '#app/participants/queries.server.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, formatDays } from '#app/values/dates.ts'
import { cleanLine } from '#app/values/text.ts'

/** More people than sign on paper at one door. */
const AT_MOST = 2000
const WALK_INS = 2

export const handle = { shell: 'paper' }

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('teach.sheetOf', { event: args.data?.event.title ?? '' }) }))

/** The list for paper: who is expected, with room for signatures and for those who walk in. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn, event, trackIds } = await requireInstructor(request, context, params.event!)
  const { db } = context.services
  const address = new URL(request.url).searchParams
  const names = await listNames(db, { eventId: event.id }, context.language)
  const tracks = scopedTracks(names.tracks, trackIds)
  const track = tracks.find(({ id }) => id === address.get('track')) ?? (tracks.length === 1 ? tracks[0]! : null)
  const search = cleanLine(address.get('q') ?? '').slice(0, 100)
  const filter = { eventId: event.id, trackIds, trackId: address.get('track') ? (track?.id ?? null) : null, search }
  const people = await nextParticipants(db, { ...filter, after: null, limit: AT_MOST }, [])
  await recordDownload(db, {
    accountId: signedIn.accountId,
    eventId: event.id,
    trackId: track?.id ?? null,
    kind: 'sign-in-sheet',
    rowCount: people.length,
    now: context.now,
  })
  const shown = await findEventForEditing(db, event.id, context.language)
  return {
    event: shown!,
    track,
    tracks,
    people: people.map(({ fullName, latinName, country, trackId }) => ({ fullName, latinName, country, trackId })),
  }
}

export default function SignInSheet() {
  const { event, track, tracks, people } = useLoaderData<typeof loader>()
  const { t, language, path } = usePage()
  return (
    <main id="main" data-series={seriesOf(event.mark)}>
      <p className="note noprint">
        {t('teach.madeForPaper')} <a href={path(`/teach/${event.slug}`)}>{t('teach.backToList')}</a>
      </p>
      <header className="row ends sheethead">
        <div>
          <p className="kind">
            <bdi>{event.title}</bdi>
          </p>
          <h1>{track ? `${track.code}: ${track.title}` : t('teach.signInSheet')}</h1>
        </div>
        <p>
          {track?.room && (
            <>
              <bdi>{track.room}</bdi>
              <br />
            </>
          )}
          {formatDays(event.startsOn, event.endsOn, language)}
          <br />
          {t('teach.day')} ____________
        </p>
      </header>
      <div className="scroll" role="group" aria-label={t('teach.signInSheet')} tabIndex={0}>
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col" className="num">
                #
              </th>
              <th scope="col">{t('teach.name')}</th>
              <th scope="col">{t('teach.country')}</th>
              {!track && tracks.length > 1 && <th scope="col">{t('teach.track')}</th>}
              <th scope="col">{t('teach.morning')}</th>
              <th scope="col">{t('teach.afternoon')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person, at) => (
              <tr key={at}>
                <td className="num">{at + 1}</td>
                <th scope="row">
                  <bdi>{person.fullName}</bdi>
                  {person.latinName && (
                    <>
                      <br />
                      <small>
                        <bdi>{person.latinName}</bdi>
                      </small>
                    </>
                  )}
                </th>
                <td>{person.country && countryName(person.country, language)}</td>
                {!track && tracks.length > 1 && <td>{tracks.find(({ id }) => id === person.trackId)?.code}</td>}
                <td className="box" />
                <td className="box" />
              </tr>
            ))}
          </tbody>
          <tbody>
            {Array.from({ length: WALK_INS }, (_, at) => (
              <tr key={at}>
                <td className="num">{people.length + at + 1}</td>
                <th scope="row">
                  <small>{t('teach.walkIn')}</small>
                </th>
                <td />
                {!track && tracks.length > 1 && <td />}
                <td className="box" />
                <td className="box" />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <footer className="row ends after">
        <p className="hint">{t('teach.shred')}</p>
        <p className="hint">{t('teach.presentOf', { count: people.length })}</p>
      </footer>
    </main>
  )
}
