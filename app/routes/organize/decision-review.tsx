import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { decisionPage, pageOf } from './decision-page.server.ts'
import { DecisionWarnings } from './decision-warnings.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { PageHead } from './page-head.tsx'
import { useCall } from './use-call.ts'
import { DRAFTS_PAGE } from '#app/applications/decisions/decision.ts'
import { draftMails } from '#app/applications/decisions/draft-mails.server.ts'
import { reviewFigures } from '#app/applications/decisions/review-figures.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { count } from '#app/ui/event/words.ts'
import { Kpis } from '#app/ui/kpis.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, languageName } from '#app/values/dates.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('admission.desk.reviewTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, call, options } = await decisionPage(request, context, params)
  const { now, services } = context
  const page = pageOf(request)
  const figures = await reviewFigures(db, { callId: call.id, now })
  const drafts = await draftMails(db, { baseUrl: services.config.baseUrl }, { callId: call.id, page, now })
  return { figures, drafts, page, options }
}

export default function Review() {
  const { figures, drafts, page, options } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { call } = useCall()
  const { t, path, language } = usePage()
  const base = `/organize/${slug}/calls/${call.slug}/decisions`
  const listed = (rows: { value: string; count: number }[], nameOf: (value: string) => string) =>
    rows.map(({ value, count: number }) => `${value ? nameOf(value) : '–'} ${count(number, language)}`).join(' · ')
  const from = (page - 1) * DRAFTS_PAGE
  return (
    <>
      <PageHead form={EMPTY_FORM} title={t('admission.desk.reviewTitle')} lead={t('admission.desk.reviewLead')} />
      {drafts.count === 0 ? (
        <Empty title={t('admission.desk.nothingToRelease')}>
          <p>{t('admission.desk.nothingToReleaseWhy')}</p>
        </Empty>
      ) : (
        <div className="flow">
          <DecisionWarnings figures={figures} options={options} />
          <Kpis
            items={(['accept', 'reserve', 'decline'] as const).map((kind) => ({
              label: t(`admission.kind.${kind}`),
              value: count(figures.kinds[kind], language),
            }))}
          />
          <p>
            <b>{t('admission.desk.byLanguage')}</b> {listed(figures.languages, (code) => languageName(code, language))}
          </p>
          <p>
            <b>{t('admission.desk.byCountry')}</b> {listed(figures.countries, (code) => countryName(code, language))}
          </p>
          <p>
            <a className="btn go" href={path(`${base}/release`)}>
              {t('admission.desk.release')}
            </a>
          </p>
          <h2>
            {t('admission.desk.letters', {
              from: count(from + 1, language),
              to: count(Math.min(from + DRAFTS_PAGE, drafts.count), language),
              of: count(drafts.count, language),
            })}
          </h2>
          {drafts.mails.map(({ applicationId, kind, name, language: its, subject, text }) => (
            <article key={applicationId} className="flow" aria-labelledby={`m-${applicationId}`}>
              <h3 id={`m-${applicationId}`} lang={its} dir="auto">
                {subject}
              </h3>
              <p className="mute">
                {t('admission.desk.to', { name })} · {t(`admission.kind.${kind}`)} · {languageName(its, language)} ·{' '}
                <a href={path(`${base}/${applicationId}`)}>{t('admission.desk.decision')}</a>
              </p>
              <div className="scroll" role="group" tabIndex={0} aria-labelledby={`m-${applicationId}`}>
                <pre lang={its} dir="auto">
                  {text}
                </pre>
              </div>
            </article>
          ))}
          <Pages
            page={page}
            pageCount={Math.ceil(drafts.count / DRAFTS_PAGE)}
            addressOf={(number) => path(`${base}/review?page=${number}`)}
          />
        </div>
      )}
    </>
  )
}
