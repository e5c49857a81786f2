import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { requireFullCall } from './full-call.server.ts'
import { PassedOn } from './passed-on.tsx'
import { ReviewersTable } from './reviewers-table.tsx'
import { useCall } from './use-call.ts'
import { findUnredactedCount } from '#app/applications/reviews/find-unredacted.server.ts'
import { listPassed } from '#app/applications/reviews/list-passed.server.ts'
import { countReviewers, listReviewers } from '#app/applications/reviews/list-reviewers.server.ts'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import { PASSED_PAGE, REVIEWERS_PAGE } from '#app/applications/reviews/queue-page.ts'
import { reviewFigures } from '#app/applications/reviews/review-figures.server.ts'
import { existingPage, pageCount, pageNumber } from '#app/participants/paging.ts'
import { Empty } from '#app/ui/empty.tsx'
import { deadline } from '#app/ui/event/words.ts'
import { Kpis } from '#app/ui/kpis.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { clockOf } from '#app/values/closing-zone.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('reviewing.organize.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireFullCall(request, context, params)
  const { db } = context.services
  const address = new URL(request.url).searchParams
  const all = await countReviewers(db, call.id)
  const at = existingPage(pageNumber(address.get('page')), all, REVIEWERS_PAGE)
  const passedAt = pageNumber(address.get('passed'))
  const [figures, reviewers, passed, waiting] = await Promise.all([
    reviewFigures(db, call),
    listReviewers(db, call.id, { page: at }),
    listPassed(db, { callId: call.id, page: passedAt }),
    call.isBlind ? findUnredactedCount(db, call.id) : 0,
  ])
  return {
    figures,
    reviewers,
    pages: { at, of: pageCount(all, REVIEWERS_PAGE) },
    passed: passed.rows.map(({ number, ...row }) => ({ ...row, label: numberLabel(call.numberPrefix, number ?? 0) })),
    passedPages: { at: passedAt, of: pageCount(passed.total, PASSED_PAGE) },
    waiting,
    done: address.get('done'),
    count: Number(address.get('count') ?? 0),
    until: call.reviewUntilAt,
    closesZone: call.closesZone,
    isBlind: call.isBlind,
  }
}

const DONE = ['added', 'changed', 'removed', 'assigned', 'by-hand'] as const

/** Who reviews a call, how far they are, and what is to be done about it. */
export default function Reviews() {
  const { figures, reviewers, pages, passed, passedPages, waiting, done, count, until, closesZone, isBlind } =
    useLoaderData<typeof loader>()
  const { slug, zone, call } = useCall()
  const page = usePage()
  const { t, path } = page
  const base = `/organize/${slug}/calls/${call.slug}/reviews`
  const said = DONE.find((one) => one === done)
  return (
    <>
      {said && (
        <Note is="ok">
          <p role="status">{t(`reviewing.organize.done.${said}`, { count })}</p>
        </Note>
      )}
      <div className="row ends">
        <div>
          <h1>{t('reviewing.organize.title')}</h1>
          <p className="mute">
            {until
              ? t('reviewing.untilIs', {
                  until: deadline(page, until, { zone: clockOf(closesZone, zone), city: null }),
                })
              : t('reviewing.noUntil')}{' '}
            {t(isBlind ? 'reviewing.organize.isBlind' : 'reviewing.organize.isOpen')}
          </p>
        </div>
        <a className="btn go" href={path(`${base}/reviewers/new`)}>
          {t('reviewing.organize.add')}
        </a>
      </div>
      <Kpis
        items={[
          { label: t('reviewing.organize.kpi.applications'), value: figures.applications },
          { label: t('reviewing.organize.kpi.whole'), value: figures.done },
          {
            label: t('reviewing.organize.kpi.reviews'),
            value: t('reviewing.doneOf', { done: figures.submitted, all: figures.assigned }),
          },
        ]}
      />
      <ul className="flow get" role="list">
        {figures.lacking > 0 && (
          <li>
            <a href={path(`${base}/assign`)}>{t('reviewing.organize.lacking', { count: figures.lacking })}</a>
          </li>
        )}
        {figures.thirds > 0 && (
          <li>
            <a href={path(`${base}/thirds`)}>{t('reviewing.organize.thirds', { count: figures.thirds })}</a>
          </li>
        )}
        {isBlind && (
          <li>
            <a href={path(`${base}/files`)}>{t('reviewing.organize.files', { count: waiting })}</a>
          </li>
        )}
        {reviewers.length > 0 && (
          <li>
            <a href={path(`${base}/by-hand`)}>{t('reviewing.organize.byHand')}</a>
          </li>
        )}
      </ul>
      <Leaf id="reviewers" title={t('reviewing.organize.reviewers')} isWide>
        {reviewers.length === 0 ? (
          <Empty title={t('reviewing.organize.none')} level="h3">
            <p>{t('reviewing.organize.noneWhy')}</p>
          </Empty>
        ) : (
          <ReviewersTable reviewers={reviewers} base={base} />
        )}
        <Pages page={pages.at} pageCount={pages.of} addressOf={(one) => path(`${base}?page=${one}`)} />
      </Leaf>
      {passed.length > 0 && (
        <PassedOn rows={passed} pages={passedPages} addressOf={(one) => path(`${base}?passed=${one}#passed`)} />
      )}
    </>
  )
}
