import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { listTracks } from '#app/events/editing-queries.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { languageName } from '#app/values/dates.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.tracks'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'programme')
  return { tracks: await listTracks(context.services.db, event.id, context.language) }
}

export default function Tracks() {
  const { tracks } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { t, language, path } = usePage()
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('organize.tracks')}</h1>
          <p className="mute">{t('organize.tracksLead')}</p>
        </div>
        <a className="btn go" href={path(`/organize/${slug}/tracks/new`)}>
          {t('organize.addTrack')}
        </a>
      </div>
      {tracks.length === 0 ? (
        <Empty title={t('organize.noTracks')}>
          <p>{t('organize.noTracksWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('organize.tracks')}>
          <thead>
            <tr>
              <th scope="col">{t('organize.track')}</th>
              <th scope="col">{t('organize.trackTitle')}</th>
              <th scope="col" className="more">
                {t('organize.language')}
              </th>
              <th scope="col" className="more">
                {t('organize.room')}
              </th>
              <th scope="col">
                <span className="vh">{t('organize.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {tracks.map((track) => (
              <tr key={track.id}>
                <th scope="row">
                  <bdi>{track.code}</bdi>
                </th>
                <td>
                  <a href={path(`/organize/${slug}/tracks/${track.id}`)} lang={track.textLanguage}>
                    <bdi>{track.title}</bdi>
                  </a>
                </td>
                <td className="more">{languageName(track.language, language)}</td>
                <td className="more">
                  <bdi>{track.room}</bdi>
                </td>
                <td>
                  <a href={path(`/organize/${slug}/tracks/${track.id}/remove`)}>
                    {t('organize.remove')}
                    <span className="vh"> {track.code}</span>
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </>
  )
}
