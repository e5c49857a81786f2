import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicEvent } from './public-event.server.ts'
import { notFound } from '#app/http/answers.ts'
import { awardedNames } from '#app/scholarships/awards/awarded-names.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'

export const handle = { shell: 'public', section: 'events' }

/** Who accepted a scholarship for a public event and agreed to be named. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, now } = context
  const event = await publicEvent(context, params.event ?? '')
  if (!event) throw notFound()
  const names = await awardedNames(services.db, { eventId: event.id, now })
  const { slug, series } = event
  return { slug, mark: series.mark, title: event.text.title, language: event.text.language, names }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('award.public.titleOf', { event: args.data?.title ?? '' }) }))

export default function Awarded() {
  const { slug, mark, title, names, ...event } = useLoaderData<typeof loader>()
  const { t, path, language } = usePage()
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(mark)} className="flow">
      <p>
        <a href={path(`/events/${slug}`)}>
          <bdi lang={event.language}>{title}</bdi>
        </a>
      </p>
      <h1>{t('award.public.title')}</h1>
      {names.length === 0 ? (
        <Empty title={t('award.public.none')} level="h2">
          <p>{t('award.public.noneWhy')}</p>
        </Empty>
      ) : (
        <>
          <p className="lead">{t('award.public.lead')}</p>
          <ul>
            {names.map(({ fullName, country }, at) => (
              <li key={at}>
                <bdi>{fullName}</bdi>
                {country !== null && <small> · {countryName(country, language)}</small>}
              </li>
            ))}
          </ul>
        </>
      )}
    </main>
  )
}
