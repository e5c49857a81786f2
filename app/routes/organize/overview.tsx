import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Checklist } from './checklist.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { SeatsLeft, TicketCounts } from './seats-left.tsx'
import { StatusTag } from './status-tag.tsx'
import { findPublishFacts } from '#app/events/find-publish-facts.server.ts'
import { publishChecklist, stopsOf } from '#app/events/publish-checklist.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { eventFigures } from '#app/participants/event-queries.server.ts'
import { listQuotas, listTicketTypes } from '#app/registrations/offer/queries.server.ts'
import { Kpis } from '#app/ui/kpis.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Price } from '#app/ui/money.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { daysUntil, formatDays } from '#app/values/dates.ts'
import { addSeconds, wallClock } from '#app/values/moment.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.overview'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const [facts, figures, quotas, ticketTypes] = await Promise.all([
    findPublishFacts(db, event.id),
    eventFigures(db, event.id, addSeconds(context.now, -7 * 86_400)),
    listQuotas(db, event.id),
    listTicketTypes(db, event.id, context.language),
  ])
  const checklist = publishChecklist(facts!, wallClock(context.now, facts!.zone).day)
  return { checklist, isReady: stopsOf(checklist).length === 0, figures, quotas, ticketTypes }
}

export default function Overview() {
  const { figures, checklist, isReady, ticketTypes, quotas } = useLoaderData<typeof loader>()
  const event = useDesk()
  const { t, language, path, now } = usePage()
  const days = daysUntil(now, event.startsAt)
  const base = `/organize/${event.slug}`
  const dates = formatDays(event.startsOn, event.endsOn, language)
  return (
    <>
      <div className="row ends">
        <div>
          <h1>
            <bdi>{event.title}</bdi>
          </h1>
          <p className="mute">
            {event.postponedAt === null ? dates : <s>{dates}</s>}
            {days > 0 && event.postponedAt === null && `, ${t('organize.inDays', { count: days })}`} ·{' '}
            <StatusTag status={event.status} endsAt={event.endsAt} postponedAt={event.postponedAt} />
          </p>
        </div>
        <p className="row">
          {event.status === 'draft' ? (
            <>
              <a className="btn" href={path(`${base}/preview`)}>
                {t('organize.preview')}
              </a>{' '}
              {isReady && (
                <a className="btn go" href={path(`${base}/publish`)}>
                  {t('organize.publish')}
                </a>
              )}
            </>
          ) : (
            <a className="btn" href={path(`/events/${event.slug}`)}>
              {t('organize.publicPage')}
            </a>
          )}
        </p>
      </div>
      <Kpis
        items={[
          {
            label: t('organize.registered'),
            value: figures.confirmed,
            detail: t('organize.thisWeek', { count: figures.recent }),
          },
          { label: t('organize.waitingForPayment'), value: figures.held, detail: t('organize.heldDetail') },
          {
            label: t('organize.received'),
            value:
              figures.received.length === 0
                ? '–'
                : figures.received.map((money) => <Price key={money.currency} money={money} />),
            detail: t('organize.receivedDetail'),
          },
          { label: t('organize.economies'), value: figures.economies, detail: t('organize.economiesDetail') },
          { label: t('organize.cancelled'), value: figures.cancelled },
        ]}
      />
      {event.status === 'draft' ? (
        <div className="rail">
          <div>
            <TicketCounts ticketTypes={ticketTypes} />
            <SeatsLeft quotas={quotas} />
          </div>
          <aside className="flow" aria-label={t('organize.aside')}>
            <section className="sum flow" aria-labelledby="before">
              <h2 id="before">{t('organize.beforePublishing')}</h2>
              <Checklist items={checklist} slug={event.slug} />
              {isReady && (
                <p>
                  <a className="btn" href={path(`${base}/publish`)}>
                    {t('organize.publish')}
                  </a>
                </p>
              )}
            </section>
          </aside>
        </div>
      ) : (
        <>
          <TicketCounts ticketTypes={ticketTypes} />
          <SeatsLeft quotas={quotas} />
          {event.status === 'published' && (
            <Leaf id="status" title={t('standing.change')}>
              <p className="row">
                {event.postponedAt !== null ? (
                  <a className="btn" href={path(`${base}/reinstate`)}>
                    {t('standing.reinstate')}
                  </a>
                ) : (
                  event.endsAt > now && (
                    <a className="btn" href={path(`${base}/postpone`)}>
                      {t('standing.postpone')}
                    </a>
                  )
                )}{' '}
                <a className="btn" href={path(`${base}/unpublish`)}>
                  {t('organize.unpublish')}
                </a>{' '}
                <a className="btn" href={path(`${base}/cancel`)}>
                  {t('organize.cancel')}
                </a>
              </p>
            </Leaf>
          )}
          {event.status === 'cancelled' && event.publishedAt !== null && (
            <Leaf id="status" title={t('standing.reinstateLeaf')}>
              <p className="row">
                <a className="btn" href={path(`${base}/reinstate`)}>
                  {t('standing.reinstate')}
                </a>
              </p>
            </Leaf>
          )}
        </>
      )}
    </>
  )
}
