import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { WaitingTable } from './waiting-table.tsx'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { existingPage, pageCount, pageNumber } from '#app/participants/paging.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { WhyWaiting } from '#app/ui/why-waiting.tsx'
import { cleanLine } from '#app/values/text.ts'
import { listWaiting, rulesOf, whyNotMoving } from '#app/waiting-list/desk-queries.server.ts'
import { WAITING_PAGE, WAITING_STATES } from '#app/waiting-list/queue.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('waiting.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params['event']!)
  const { db } = context.services
  const address = new URL(request.url).searchParams
  const search = cleanLine(address.get('q') ?? '').slice(0, 100)
  const state = WAITING_STATES.find((one) => one === address.get('state')) ?? null
  const [rows, rules, why] = await Promise.all([
    listWaiting(db, { eventId: event.id, search, state, language: context.language }),
    rulesOf(db, event.id),
    whyNotMoving(db, { eventId: event.id, now: context.now }),
  ])
  const page = existingPage(pageNumber(address.get('page')), rows.length, WAITING_PAGE)
  return {
    search,
    state,
    page,
    total: rows.length,
    waiting: rows.filter((row) => row.state === 'waiting').length,
    rows: rows.slice((page - 1) * WAITING_PAGE, page * WAITING_PAGE),
    isOpen: rules?.isOpen === 1,
    why,
  }
}

export default function Waiting() {
  const { search, state, page, total, waiting, rows, isOpen, why } = useLoaderData<typeof loader>()
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/waiting`
  const isFiltered = search !== '' || state !== null
  const query = (more: Record<string, string> = {}) =>
    new URLSearchParams({ q: search, state: state ?? '', ...more }).toString()
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('waiting.title')}</h1>
          <p className="mute">{t('waiting.desk.lead')}</p>
        </div>
        <p className="row">
          <a className="btn" href={path(`${base}/rules`)}>
            {t('waiting.desk.rules')}
          </a>{' '}
          {total > 0 && <a href={path(`/organize/${slug}/waiting-list.csv?${query()}`)}>{t('waiting.desk.csv')}</a>}
        </p>
      </div>
      {!isOpen && (
        <Note is="warn">
          <p>{t('waiting.desk.isClosed')}</p>
        </Note>
      )}
      {why.length > 0 && (
        <Leaf id="still" title={t('waiting.desk.still')}>
          <WhyWaiting why={why} zone={zone} isOfFront />
        </Leaf>
      )}
      {(total > 0 || isFiltered) && (
        <>
          <p className="mute">{t('waiting.count', { count: waiting })}</p>
          <form className="row filt" role="search" aria-label={t('waiting.desk.filter')} action={path(base)}>
            <div>
              <label htmlFor="q">{t('waiting.desk.search')}</label>
              <input id="q" name="q" type="search" defaultValue={search} dir="auto" />
            </div>
            <div>
              <label htmlFor="state">{t('waiting.desk.state')}</label>
              <select id="state" name="state" defaultValue={state ?? ''}>
                <option value="">{t('waiting.desk.all')}</option>
                {WAITING_STATES.map((one) => (
                  <option key={one} value={one}>
                    {t(`waiting.desk.states.${one}`)}
                  </option>
                ))}
              </select>
            </div>
            <button>{t('waiting.desk.show')}</button>
          </form>
        </>
      )}
      {rows.length === 0 ? (
        <Empty title={t(isFiltered ? 'waiting.desk.nobodyFound' : 'waiting.desk.nobody')} level="h2">
          <p>
            {isFiltered ? (
              <a href={path(base)}>{t('waiting.desk.showAll')}</a>
            ) : isOpen ? (
              t('waiting.desk.nobodyWhyOpen')
            ) : (
              t('waiting.desk.nobodyWhy')
            )}
          </p>
        </Empty>
      ) : (
        <WaitingTable rows={rows} />
      )}
      <Pages
        page={page}
        pageCount={pageCount(total, WAITING_PAGE)}
        addressOf={(number) => path(`${base}?${query({ page: String(number) })}`)}
      />
    </>
  )
}
