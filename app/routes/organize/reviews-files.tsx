import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { requireFullCall } from './full-call.server.ts'
import { useCall } from './use-call.ts'
import { listRedactable, REDACTIONS_PAGE } from '#app/applications/reviews/find-unredacted.server.ts'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import { pageCount, pageNumber } from '#app/participants/paging.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('reviewing.files.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireFullCall(request, context, params)
  const address = new URL(request.url).searchParams
  const page = pageNumber(address.get('page'))
  const isAll = address.get('show') === 'all'
  const { db } = context.services
  const { rows, total } = await listRedactable(db, { callId: call.id, page, isWaiting: !isAll })
  const questions = call.sections.flatMap((section) => section.questions)
  return {
    rows: rows.map((row) => ({
      ...row,
      label: numberLabel(call.numberPrefix, row.number),
      question: questions.find(({ code }) => code === row.code)?.label ?? null,
    })),
    total,
    pages: pageCount(total, REDACTIONS_PAGE),
    page,
    isAll,
    isDone: address.get('done') !== null,
  }
}

/** What applicants and referees sent, before blind reviewers see any of it. */
export default function Files() {
  const { rows, pages, page, isAll, isDone } = useLoaderData<typeof loader>()
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const list = path(`/organize/${slug}/calls/${call.slug}/reviews`)
  const base = `${list}/files`
  return (
    <>
      {isDone && (
        <Note is="ok">
          <p role="status">{t('reviewing.files.done')}</p>
        </Note>
      )}
      <h1>{t('reviewing.files.title')}</h1>
      <p className="mute">{t('reviewing.files.lead')}</p>
      <p className="row">
        <a href={isAll ? base : `${base}?show=all`}>
          {t(isAll ? 'reviewing.files.showWaiting' : 'reviewing.files.showAll')}
        </a>{' '}
        <a href={list}>{t('organize.back')}</a>
      </p>
      {rows.length === 0 ? (
        <Empty title={t('reviewing.files.none')} level="h2">
          <p>{t('reviewing.files.noneWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('reviewing.files.title')}>
          <thead>
            <tr>
              <th scope="col">{t('reviewing.application')}</th>
              <th scope="col">{t('reviewing.files.what')}</th>
              <th scope="col">{t('reviewing.state')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ fileId, label, question, isText, copyId, isClean }) => (
              <tr key={fileId}>
                <th scope="row">
                  <a href={`${base}/${fileId}`}>
                    <bdi>{label}</bdi>
                  </a>
                </th>
                <td>{question ?? t(isText ? 'reviewing.files.letterText' : 'reviewing.files.letterFile')}</td>
                <td>
                  <Tag is={copyId !== null || isClean ? 'ok' : 'wait'}>
                    {t(
                      copyId !== null
                        ? 'reviewing.files.hasCopy'
                        : isClean
                          ? 'reviewing.files.isClean'
                          : 'reviewing.files.waits',
                    )}
                  </Tag>
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <Pages
        page={page}
        pageCount={pages}
        addressOf={(one) => `${base}?${new URLSearchParams({ ...(isAll && { show: 'all' }), page: String(one) })}`}
      />
    </>
  )
}
