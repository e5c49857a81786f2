import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CertificatesTable } from './certificates-table.tsx'
import { CertificatesActs } from './certificates-acts.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { CERTIFICATES_PAGE } from '#app/certificates/certificate.ts'
import { pageOfStandings } from '#app/certificates/page-of-standings.server.ts'
import { countPrintable } from '#app/certificates/print-certificates.server.ts'
import { readRule } from '#app/certificates/read-rule.server.ts'
import { readStandingFilter, STATES } from '#app/certificates/standing-filter.ts'
import { REASONS } from '#app/certificates/who-gets-one.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { pageCount, pageNumber } from '#app/participants/paging.ts'
import { listNames } from '#app/participants/queries.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Kpis } from '#app/ui/kpis.tsx'
import { Note } from '#app/ui/note.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('certificate.title'))

const DONE = ['issue', 'reissue', 'ask'] as const

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'organize')
  const { db } = context.services
  const address = new URL(request.url).searchParams
  const show = readStandingFilter(address.get('show'))
  const scope = { eventId: event.id, trackIds: 'all' as const }
  const [standings, rule, printable, { tracks }] = await Promise.all([
    pageOfStandings(db, { ...scope, show, page: pageNumber(address.get('page')), now: context.now }),
    readRule(db, event.id),
    countPrintable(db, scope),
    listNames(db, { eventId: event.id }, context.language),
  ])
  const done = DONE.flatMap((act) => (address.has(act) ? [{ act, count: Number(address.get(act)) || 0 }] : []))[0]
  return {
    ...standings,
    show,
    printable,
    titles: Object.fromEntries(tracks.map(({ id, title }) => [id, title])),
    isUnfinished: rule.issuingAt !== null,
    done: done ?? null,
  }
}

/** Who gets a certificate, who does not and why, and what has been issued. */
export default function Certificates() {
  const { show, page, people, counts, total, count, printable, titles, isUnfinished, done } =
    useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/certificates`
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('certificate.title')}</h1>
          <p className="mute">{t('certificate.lead')}</p>
        </div>
        <CertificatesActs base={base} counts={counts} printable={printable} />
      </div>
      {done && (
        <Note is="ok">
          <p role="status">{t(`certificate.${done.act}.done`, { count: done.count })}</p>
        </Note>
      )}
      {isUnfinished && (
        <Note is="warn">
          <p>{t('certificate.acts.unfinished')}</p>
        </Note>
      )}
      <Kpis items={STATES.map((state) => ({ label: t(`certificate.states.${state}`), value: counts[state] }))} />
      {total > 0 && (
        <form className="row filt" role="search" aria-label={t('certificate.list.filter')} action={path(base)}>
          <div>
            <label htmlFor="show">{t('certificate.list.show')}</label>
            <select id="show" name="show" defaultValue={show}>
              <option value="">{t('certificate.list.all')}</option>
              {STATES.map((state) => (
                <option key={state} value={state}>
                  {`${t(`certificate.states.${state}`)} (${counts[state]})`}
                </option>
              ))}
              <optgroup label={t('certificate.list.why')}>
                {REASONS.filter((reason) => counts[reason] > 0 || show === reason).map((reason) => (
                  <option key={reason} value={reason}>
                    {`${t(`certificate.reasons.${reason}`)} (${counts[reason]})`}
                  </option>
                ))}
              </optgroup>
            </select>
          </div>
          <button>{t('certificate.list.show')}</button>
        </form>
      )}
      {people.length === 0 ? (
        <Empty title={t('certificate.list.none')} level="h2">
          <p>{t(total === 0 ? 'certificate.list.nobodyWhy' : 'certificate.list.noneWhy')}</p>
        </Empty>
      ) : (
        <CertificatesTable people={people} titles={titles} base={base} />
      )}
      <Pages
        page={page}
        pageCount={pageCount(count, CERTIFICATES_PAGE)}
        addressOf={(number) => path(`${base}?${new URLSearchParams({ show, page: String(number) })}`)}
      />
    </>
  )
}
