import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { AwardsAttendanceTable } from './awards-attendance-table.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { FilterSelect } from './filter-select.tsx'
import { PageHead } from './page-head.tsx'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { pageCount, pageNumber } from '#app/participants/paging.ts'
import { CAME, HOLDERS_PAGE } from '#app/scholarships/awards/award-list.ts'
import { listHolders } from '#app/scholarships/awards/list-holders.server.ts'
import { markAttended } from '#app/scholarships/awards/mark-attended.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('award.came.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'organize')
  const asked = new URL(request.url).searchParams
  const attended = CAME.find((one) => one === asked.get('attended')) ?? null
  const page = pageNumber(asked.get('page'))
  return { attended, page, ...(await listHolders(context.services.db, { eventId: event.id, attended, page })) }
}

/** Everybody ticked came; by the address ending in `absent` none of them did. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params.event!, 'organize')
  const form = await readForm(request)
  const done = await markAttended(context.services.db, {
    eventId: event.id,
    awardIds: form.getAll('awards').filter((id) => typeof id === 'string'),
    attended: new URL(request.url).pathname.endsWith('/absent') ? 'no' : 'yes',
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!done.ok) return refused(form, done.refusals)
  return seeOther(context, `/organize/${event.slug}/awards/attendance?done`)
}

export default function AwardsAttendance() {
  const { attended, page, rows, count } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const [query] = useSearchParams()
  const { slug } = useDesk()
  const { t, path } = usePage()
  const base = path(`/organize/${slug}/awards/attendance`)
  return (
    <>
      <Crumbs
        trail={[{ to: `/organize/${slug}/awards`, label: t('award.awards') }, { label: t('award.came.title') }]}
      />
      <PageHead form={form} area="award" title={t('award.came.title')} lead={t('award.came.lead')} />
      {query.has('done') && (
        <Note is="ok">
          <p>{t('award.one.saved')}</p>
        </Note>
      )}
      <form className="row filt" role="search" aria-label={t('award.filter')} action={base}>
        <FilterSelect
          name="attended"
          label={t('award.attended')}
          values={[attended]}
          options={CAME.map((value) => ({ value, label: t(`award.came.${value}`) }))}
        />
        <button>{t('award.show')}</button>
      </form>
      {rows.length === 0 ? (
        <Empty title={t('award.came.nobody')} level="h2">
          <p>{t('award.came.nobodyWhy')}</p>
        </Empty>
      ) : (
        <form method="post" action={base} className="flow">
          <AwardsAttendanceTable rows={rows} form={form} />
          <p className="row">
            <button className="go">{t('award.came.mark')}</button>{' '}
            <button formAction={`${base}/absent`}>{t('award.came.markAbsent')}</button>
          </p>
        </form>
      )}
      <Pages
        page={page}
        pageCount={pageCount(count, HOLDERS_PAGE)}
        addressOf={(number) =>
          `${base}?${new URLSearchParams({ ...(attended ? { attended } : {}), page: String(number) })}`
        }
      />
    </>
  )
}
