import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { MailTable } from './mail-table.tsx'
import { OwnMessagesTable } from './own-messages-table.tsx'
import { quickSegments } from '#app/broadcasts/quick-segments.server.ts'
import { BROADCASTS_PAGE, listBroadcasts, listOwnMessages } from '#app/broadcasts/queries.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { mailStandingOf } from '#app/mail/mail-standing.server.ts'
import { pageCount, pageNumber } from '#app/participants/paging.ts'
import { BroadcastsTable } from '#app/ui/broadcasts-table.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('broadcast.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params['event']!)
  const { db } = context.services
  const page = pageNumber(new URL(request.url).searchParams.get('page'))
  const [own, written, standing, quick] = await Promise.all([
    listOwnMessages(db, event.id),
    listBroadcasts(db, { eventId: event.id, page }),
    mailStandingOf(db, event.id),
    quickSegments(db, { eventId: event.id, language: context.language }),
  ])
  return { own, written, standing, quick, page, pages: pageCount(written.total, BROADCASTS_PAGE) }
}

export default function Messages() {
  const { own, written, standing, quick, page, pages } = useLoaderData<typeof loader>()
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/messages`
  const bounced = standing.counts.undeliverable
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('broadcast.title')}</h1>
          <p className="mute">{t('broadcast.lead')}</p>
        </div>
        <p className="row">
          <a className="btn go" href={path(`${base}/new`)}>
            {t('broadcast.write')}
          </a>{' '}
          <a href={path(`${base}/outbox`)}>
            {bounced > 0 ? t('broadcast.outboxCount', { count: bounced }) : t('broadcast.outbox')}
          </a>
        </p>
      </div>
      <Leaf id="own" title={t('broadcast.own.title')} isWide>
        <p className="mute">{t('broadcast.own.lead')}</p>
        <OwnMessagesTable rows={own} labelledBy="own" />
      </Leaf>
      <Leaf id="written" title={t('broadcast.list.title')} isWide>
        <p className="row">
          <b>{t('broadcast.to')}</b>
          {quick.map(({ query, key, name, question }) => (
            <a key={query} href={path(`${base}/new${query && `?${query}`}`)}>
              {key ? (
                t(`broadcast.quick.${key}`)
              ) : question ? (
                t('broadcast.quick.answered', { question, answer: name })
              ) : (
                <bdi>{name}</bdi>
              )}
            </a>
          ))}
        </p>
        {written.rows.length === 0 ? (
          <Empty title={t('broadcast.list.none')}>
            <p>{t('broadcast.list.noneDetail')}</p>
          </Empty>
        ) : (
          <BroadcastsTable rows={written.rows} labelledBy="written" zone={zone} base={base} />
        )}
        <Pages page={page} pageCount={pages} addressOf={(number) => path(`${base}?page=${number}`)} />
      </Leaf>
      <Leaf id="mail" title={t('broadcast.mail.title')} isWide>
        <p className="mute">{t('broadcast.mail.lead')}</p>
        <MailTable standing={standing} labelledBy="mail" />
      </Leaf>
    </>
  )
}
