import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AwardsTable } from './awards-table.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { FilterSelect } from './filter-select.tsx'
import { listCalls } from '#app/applications/calls/find-call.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { existingPage, pageCount, pageNumber } from '#app/participants/paging.ts'
import { AWARD_STATES, AWARDS_PAGE, readAwardFilter } from '#app/scholarships/awards/award-list.ts'
import { countAwards, listAwards } from '#app/scholarships/awards/list-awards.server.ts'
import { VISA_STATES } from '#app/scholarships/awards/visa-states.ts'
import { listFunds } from '#app/scholarships/funds/list-funds.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('award.awards'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'organize')
  const { db } = context.services
  const address = new URL(request.url).searchParams
  const filter = readAwardFilter(address)
  const count = await countAwards(db, event.id, filter)
  const page = existingPage(pageNumber(address.get('page')), count, AWARDS_PAGE)
  const at = { limit: AWARDS_PAGE, offset: (page - 1) * AWARDS_PAGE }
  const calls = await listCalls(db, { eventId: event.id, language: context.language })
  const funds = await listFunds(db, event.id)
  return {
    filter,
    count,
    page,
    awards: await listAwards(db, { eventId: event.id, filter, ...at }),
    calls: calls.map(({ slug, title }) => ({ value: slug, label: title })),
    funds: funds.map(({ id, code }) => ({ value: id, label: code })),
  }
}

export default function Awards() {
  const { filter, count, page, awards, calls, funds } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/awards`
  const isFiltered = Object.values(filter).some((value) => value !== '')
  const query = (more: Record<string, string> = {}) => new URLSearchParams({ ...filter, ...more }).toString()
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('award.awards')}</h1>
          <p className="mute">{t('award.lead')}</p>
        </div>
        {count > 0 && (
          <span className="row">
            <a href={path(`${base}/attendance`)}>{t('award.came.title')}</a>{' '}
            <a href={path(`${base}.csv?${query()}`)}>{t('award.csv')}</a>
          </span>
        )}
      </div>
      {(count > 0 || isFiltered) && (
        <form className="row filt" role="search" aria-label={t('award.filter')} action={path(base)}>
          <div>
            <label htmlFor="q">{t('award.search')}</label>
            <input id="q" name="q" type="search" defaultValue={filter.q} dir="auto" />
          </div>
          <FilterSelect
            name="state"
            label={t('award.state')}
            values={[filter.state]}
            options={AWARD_STATES.map((value) => ({ value, label: t(`award.states.${value}`) }))}
          />
          <FilterSelect
            name="visa"
            label={t('award.visa')}
            values={[filter.visa]}
            options={VISA_STATES.map((value) => ({ value, label: t(`award.visas.${value}`) }))}
          />
          {calls.length > 1 && (
            <FilterSelect name="call" label={t('award.call')} values={[filter.call]} options={calls} />
          )}
          {funds.length > 1 && (
            <FilterSelect name="fund" label={t('fund.fund')} values={[filter.fund]} options={funds} />
          )}
          <button>{t('award.show')}</button>
        </form>
      )}
      {awards.length === 0 ? (
        <Empty title={t(isFiltered ? 'award.noneFound' : 'award.none')} level="h2">
          {isFiltered ? (
            <p>
              <a href={path(base)}>{t('award.showAll')}</a>
            </p>
          ) : (
            <>
              <p>{t('award.noneWhy')}</p>
              <p>
                <a href={path(`/organize/${slug}/calls`)}>{t('award.noneDo')}</a>
              </p>
            </>
          )}
        </Empty>
      ) : (
        <>
          <p className="mute">{t('award.count', { count })}</p>
          <AwardsTable awards={awards} />
        </>
      )}
      <Pages
        page={page}
        pageCount={pageCount(count, AWARDS_PAGE)}
        addressOf={(number) => path(`${base}?${query({ page: String(number) })}`)}
      />
    </>
  )
}
