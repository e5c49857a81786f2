import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound } from '#app/http/answers.ts'
import { slabOf } from '#app/values/dates.ts'
import { wallClock } from '#app/values/moment.ts'
import { Empty } from '#app/ui/empty.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'

const PER_PAGE = 25

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { outbox } = context.services
  if (!outbox) throw notFound()
  const typed = new URL(request.url).searchParams.get('page') ?? '1'
  const page = /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : 1
  const { entries, count } = await outbox.list({ offset: (page - 1) * PER_PAGE, limit: PER_PAGE })
  return { entries, page, pageCount: Math.ceil(count / PER_PAGE) }
}

export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' })

export const meta: MetaFunction = (args) =>
  pageMeta(args, (t) => ({ title: t('mail.admin.outbox.title'), more: [{ name: 'robots', content: 'noindex' }] }))

export const handle = { shell: 'public', section: 'outbox' }

export default function OutboxPage() {
  const { t, path, language, now } = usePage()
  const { entries, page, pageCount } = useLoaderData<typeof loader>()
  return (
    <main id="main" tabIndex={-1}>
      <div className="head flow">
        <h1>{t('mail.admin.outbox.title')}</h1>
        <p className="lead">{t('mail.admin.outbox.lead')}</p>
        <p className="hint">{t('mail.admin.outbox.timeInUtc')}</p>
      </div>
      {entries.length === 0 ? (
        <Empty title={t('mail.admin.outbox.empty')}>
          <p>{t('mail.admin.outbox.emptyDetail')}</p>
        </Empty>
      ) : (
        <ol role="list">
          {entries.map(({ file, to, subject, sentAt }) => {
            const { day, time } = wallClock(sentAt, 'UTC')
            const { month, days } = slabOf(day, day, language, now.slice(0, 4))
            return (
              <li key={file} className="event">
                <time className="slab off" dateTime={sentAt}>
                  {`${days} ${month}`} <b>{time}</b>
                </time>
                <div>
                  <h3>
                    <a href={path(`/outbox/${file}`)}>
                      <bdi>{subject || t('mail.admin.outbox.noSubject')}</bdi>
                    </a>
                  </h3>
                  <p>
                    {t('mail.admin.outbox.recipient')} <bdi>{to.name || to.address}</bdi>
                  </p>
                </div>
                {to.name && (
                  <p className="hint">
                    <bdi>{to.address}</bdi>
                  </p>
                )}
              </li>
            )
          })}
        </ol>
      )}
      <Pages page={page} pageCount={pageCount} addressOf={(number) => path(`/outbox?page=${number}`)} />
    </main>
  )
}
