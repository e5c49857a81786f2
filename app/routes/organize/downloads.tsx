import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { isKey } from '#app/locales/translate.ts'
import { DOWNLOADS_PAGE } from '#app/participants/files/downloads-page.ts'
import { listDownloads } from '#app/participants/files/list-downloads.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('download.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params['event']!)
  const before = new URL(request.url).searchParams.get('before')
  const found = await listDownloads(context.services.db, { eventId: event.id, before })
  const rows = found.slice(0, DOWNLOADS_PAGE).map(({ fullName, email, query, trackId, ...row }) => ({
    ...row,
    who: fullName || email || '',
    isNarrowed: query !== '' || trackId !== null,
  }))
  return { rows, isMore: found.length > DOWNLOADS_PAGE, isLater: before !== null }
}

/** What has a name of its own; of everything else the ending of the file is said. */
const WORDS = {
  device: 'download.device',
  'sign-in-sheet': 'onPaper.signIn',
  'door-list': 'onPaper.doorList',
  badges: 'onPaper.badges',
  'tent-cards': 'onPaper.tentCards',
} as const

function isWorded(kind: string): kind is keyof typeof WORDS {
  return Object.hasOwn(WORDS, kind)
}

/** Every list that was taken away: who, what, when, what for, how many people, and how it came out. */
export default function Downloads() {
  const { rows, isMore, isLater } = useLoaderData<typeof loader>()
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  const address = path(`/organize/${slug}/downloads`)
  return (
    <>
      <h1>{t('download.title')}</h1>
      <p className="mute">{t('download.lead')}</p>
      {rows.length === 0 ? (
        <Empty title={t('download.none')} level="h2">
          <p>{t('download.noneWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('download.title')}>
          <thead>
            <tr>
              <th scope="col">{t('download.what')}</th>
              <th scope="col">{t('download.who')}</th>
              <th scope="col">{t('download.when')}</th>
              <th scope="col">{t('download.people')}</th>
              <th scope="col">{t('download.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  {isWorded(row.kind) ? t(WORDS[row.kind]) : <bdi dir="ltr">{row.kind}</bdi>}
                  {isKey(`list.purposes.${row.purpose}`) && (
                    <>
                      <br />
                      <small>
                        {t(`list.purposes.${row.purpose as 'teaching'}`)}
                        {row.isNarrowed && ` · ${t('download.narrowed')}`}
                      </small>
                    </>
                  )}
                </th>
                <td>
                  <bdi>{row.who}</bdi>
                  {row.givenTo && (
                    <>
                      <br />
                      <small>
                        {t('download.byLink')} <bdi>{row.givenTo}</bdi>
                      </small>
                    </>
                  )}
                </td>
                <td>
                  <Moment at={row.createdAt} zone={zone} />
                </td>
                <td>{row.rowCount}</td>
                <td>{t(`download.outcomes.${row.outcome === '' ? 'complete' : row.outcome}`)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <p className="row">
        {isLater && <a href={address}>{t('download.newest')}</a>}
        {isMore && <a href={`${address}?before=${rows.at(-1)!.id}`}>{t('download.older')}</a>}
      </p>
    </>
  )
}
