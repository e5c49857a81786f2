import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listDuplicates } from '#app/participants/duplicates/list-duplicates.server.ts'
import { EVENTS_PAGE, pageCount, pageNumber } from '#app/participants/paging.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('registrant.duplicates.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params['event']!)
  const page = pageNumber(new URL(request.url).searchParams.get('page'))
  return await listDuplicates(context.services.db, { eventId: event.id, page })
}

/** Who is likely registered twice. */
export default function Duplicates() {
  const { pairs, total, page } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { t, path, language } = usePage()
  const base = `/organize/${slug}/duplicates`
  return (
    <>
      <div className="row">
        <div>
          <h1>{t('registrant.duplicates.title')}</h1>
          <p className="mute">{t('registrant.duplicates.lead')}</p>
        </div>
      </div>
      {pairs.length === 0 ? (
        <Empty title={t('registrant.duplicates.none')} level="h2">
          <p>{t('registrant.duplicates.noneWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('registrant.duplicates.title')}>
          <thead>
            <tr>
              <th scope="col">{t('registrant.duplicates.one')}</th>
              <th scope="col">{t('registrant.duplicates.other')}</th>
              <th scope="col">{t('registrant.duplicates.because')}</th>
              <th scope="col">
                <span className="vh">{t('registrant.duplicates.compare')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ both, signs }) => (
              <tr key={`${both[0].id} ${both[1].id}`}>
                {both.map(({ id, fullName, code, email, country, affiliation }) => (
                  <td key={id}>
                    <a href={path(`/organize/${slug}/registrations/${id}`)}>
                      <bdi>{fullName || code}</bdi>
                    </a>
                    <br />
                    <small>
                      <bdi dir="ltr">{email}</bdi>
                      <br />
                      <bdi>{[affiliation, country && countryName(country, language)].filter(Boolean).join(', ')}</bdi>
                    </small>
                  </td>
                ))}
                <td>
                  {signs.map((sign) => (
                    <span key={sign}>
                      {t(`registrant.duplicates.sign.${sign}`)}
                      <br />
                    </span>
                  ))}
                </td>
                <td>
                  <a href={path(`${base}/${both[0].id}/${both[1].id}`)}>
                    {t('registrant.duplicates.compare')}
                    <span className="vh"> {both[0].fullName}</span>
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <Pages
        page={page}
        pageCount={pageCount(total, EVENTS_PAGE)}
        addressOf={(number) => path(`${base}?page=${number}`)}
      />
    </>
  )
}
