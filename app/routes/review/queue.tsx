import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Frame } from './frame.tsx'
import { QueueTable } from './queue-table.tsx'
import { requireReviewer, reviewFrame } from './review-place.server.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import { QUEUE_PAGE } from '#app/applications/reviews/queue-page.ts'
import { reviewQueue } from '#app/applications/reviews/queue.server.ts'
import { notFound } from '#app/http/answers.ts'
import { pageCount, pageNumber } from '#app/participants/paging.ts'
import { Empty } from '#app/ui/empty.tsx'
import { deadline } from '#app/ui/event/words.ts'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { clockOf } from '#app/values/closing-zone.ts'

export const handle = { shell: 'work', section: 'review', scripts: ['review'] }

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('reviewing.queueOf', { call: args.data?.frame.call.title ?? '' }) }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn, event, call: head } = await requireReviewer(request, context, params)
  const { db } = context.services
  const [call, queue, frame] = await Promise.all([
    readCall(db, { callId: head.id, language: context.language }),
    reviewQueue(db, { callId: head.id, accountId: signedIn.accountId }),
    reviewFrame(context, event.id, head),
  ])
  if (!call) throw notFound()
  const address = new URL(request.url).searchParams
  const page = pageNumber(address.get('page'))
  const open = queue.filter(({ state }) => state !== 'submitted')
  const label = (number: number) => numberLabel(call.numberPrefix, number)
  return {
    frame,
    total: queue.length,
    done: queue.length - open.length,
    next: open[0] ? label(open[0].number) : null,
    rows: queue.slice((page - 1) * QUEUE_PAGE, page * QUEUE_PAGE).map((row) => ({ ...row, label: label(row.number) })),
    page,
    passed: address.get('passed'),
    saved: address.get('finished') ?? address.get('passed'),
    finished: address.get('finished') !== null && open.length === 0,
    until: call.reviewUntilAt,
    zone: clockOf(call.closesZone, frame.event.zone),
    isBlind: call.isBlind,
  }
}

/** A reviewer's queue of one call. */
export default function Queue() {
  const { frame, total, done, next, rows, page, passed, saved, finished, until, zone, isBlind } =
    useLoaderData<typeof loader>()
  const reader = usePage()
  const { t, path } = reader
  const base = `/review/${frame.event.slug}/${frame.call.slug}`
  return (
    <Frame frame={frame}>
      {(passed || finished) && (
        <Note is="ok">
          <p role="status" data-saved={`${frame.event.slug}/${frame.call.slug}/${saved}`}>
            {passed ? t('reviewing.passed', { number: passed }) : t('reviewing.finished')}
          </p>
        </Note>
      )}
      <div className="row ends">
        <div>
          <p className="hint">{t('reviewing.queue')}</p>
          <h1>
            <bdi>{frame.call.title}</bdi>
          </h1>
          <p className="mute">
            {t('reviewing.progress', { done, count: total })}{' '}
            {until && t('reviewing.untilIs', { until: deadline(reader, until, { zone, city: null }) })}{' '}
            {isBlind && t('reviewing.blindLead')}
          </p>
        </div>
        {next && (
          <a className="btn go" href={path(`${base}/${next}`)}>
            {t('reviewing.openNext')} <bdi>{next}</bdi>
          </a>
        )}
      </div>
      {total === 0 ? (
        <Empty title={t('reviewing.empty')} level="h2">
          <p>{t('reviewing.emptyWhy')}</p>
        </Empty>
      ) : (
        <QueueTable rows={rows} base={base} />
      )}
      <Pages page={page} pageCount={pageCount(total, QUEUE_PAGE)} addressOf={(one) => path(`${base}?page=${one}`)} />
    </Frame>
  )
}
