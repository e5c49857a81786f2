import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { WaitingLead } from './waiting-lead.tsx'
import { ownEntry } from './waiting.server.ts'
import { WaitingStranger } from './waiting-stranger.tsx'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { WhyWaiting } from '#app/ui/why-waiting.tsx'
import { formatMoment } from '#app/values/dates.ts'
import { offerKey } from '#app/waiting-list/waiting-key.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({
    title: args.data?.entry ? t('waiting.titleOf', { event: args.data.entry.title }) : t('waiting.strangerTitle'),
  }))

const NEWS = ['joined', 'changed', 'at-end'] as const

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const own = await ownEntry(request, params['code'], context)
  if (!own) return data({ entry: null, key: '', takeQuery: '', news: null }, { status: 404, headers: KEYED_PAGE })
  const done = new URL(request.url).searchParams.get('done')
  const { offer } = own.entry
  const { secret } = context.services.config
  const takeQuery = offer ? String(new URLSearchParams({ offer: offer.id, key: offerKey(secret, offer.id) })) : ''
  const news = NEWS.find((one) => one === done) ?? null
  return data({ ...own, takeQuery, news }, { headers: KEYED_PAGE })
}

export default function Page() {
  const { entry, key, takeQuery, news } = useLoaderData<typeof loader>()
  const { t, path, language } = usePage()
  if (!entry) return <WaitingStranger />
  const own = (page: string) => path(`/waiting-list/${entry.code}${page}?${new URLSearchParams({ key })}`)
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(entry.mark)}>
      <WaitingLead
        entry={entry}
        news={news}
        takeQuery={takeQuery}
        declineAddress={own('/decline')}
        ownQuery={`key=${key}`}
      />
      {entry.state === 'waiting' && (
        <Leaf id="why" title={t('waiting.whyHeading')}>
          <WhyWaiting why={entry.why} zone={entry.zone} />
          <p>
            <b>{t('waiting.movesHeading')}</b>
          </p>
          <p>{t('waiting.moves')}</p>
        </Leaf>
      )}
      <Leaf id="wish" title={t('waiting.wish')}>
        <p>
          <b>{t('waiting.party', { count: entry.partySize })}</b>
          {entry.partySize > 1 && !entry.isLate && (
            <> · {t(entry.isAllOrNothing ? 'waiting.together' : 'waiting.orPart')}</>
          )}
        </p>
        <ol>
          {entry.tickets.map(({ id, name }) => (
            <li key={id}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ol>
        <p className="hint">
          {t('waiting.joinedAt')} {formatMoment(entry.joinedAt, entry.zone, language)}
          {entry.wantedUntilAt && (
            <>
              . {t('waiting.wantedUntilFact')} {formatMoment(entry.wantedUntilAt, entry.zone, language)}
            </>
          )}
        </p>
      </Leaf>
      {entry.state === 'waiting' && !entry.isLate && (
        <Leaf id="change" title={t('waiting.changeHeading')}>
          <p className="row">
            <a className="btn" href={own('/change')}>
              {t('waiting.change')}
            </a>{' '}
            <a className="btn" href={own('/leave')}>
              {t('waiting.leave')}
            </a>
          </p>
          <p className="hint">{t('waiting.keepLink')}</p>
        </Leaf>
      )}
    </main>
  )
}
