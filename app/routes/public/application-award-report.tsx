import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ownAward } from './application-award.server.ts'
import { ApplicationStranger } from './application-stranger.tsx'
import { mayUpload } from './upload-limit.server.ts'
import { ACCEPT } from '#app/files/file-rules.ts'
import { keepUploads } from '#app/files/keep-uploads.server.ts'
import { fileOfToken } from '#app/files/upload.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE, withoutReferrer } from '#app/http/private-page.ts'
import { handInReport } from '#app/scholarships/awards/note-progress.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import { optionalText } from '#app/values/fields.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('award.own.reportTitle') }))

export async function loader(given: LoaderFunctionArgs) {
  const own = await ownAward(given)
  if (!own?.award) return data({ own: null }, { status: 404, headers: KEYED_PAGE })
  return data({ own }, { headers: KEYED_PAGE })
}

const schema = z.object({ text: optionalText(20_000), file: z.string().max(2000).default('') })

export async function action(given: ActionFunctionArgs) {
  const own = await ownAward(given)
  if (!own?.award) throw notFound()
  const { context, request } = given
  const { services, now } = context
  const uploads = await keepUploads(services.db, await readForm(request, { files: true }), {
    mayTake: () => mayUpload(context),
    secret: services.config.secret,
    eventId: own.event.id,
    now,
    purposeOf: (field) => (field === 'file' ? 'report' : null),
  })
  const parsed = parseForm(uploads.form, schema, uploads.refusals)
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422, headers: KEYED_PAGE })
  const { text, file } = parsed.value
  const done = await handInReport(services.db, {
    awardId: own.award.id,
    text,
    now,
    actor: { kind: 'visitor' },
    fileId: file === '' ? null : (fileOfToken(file)?.id ?? null),
  })
  if (!done.ok) return data({ form: refusedForm(uploads.form, done.refusals) }, { status: 409, headers: KEYED_PAGE })
  const query = new URLSearchParams({ ...(own.key === '' ? {} : { key: own.key }), done: 'report' })
  return withoutReferrer(seeOther(context, `/applications/${own.code}/award?${query}`))
}

export default function AwardReport() {
  const { own } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path, language } = usePage()
  if (!own?.award) return <ApplicationStranger />
  const base = `/applications/${own.code}/award`
  const { reportDueOn } = own.award
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(own.event.mark)} className="flow">
      <ErrorSummary form={form} labelOf={(name) => (name === 'text' ? t('award.own.reportText') : undefined)} />
      <p>
        <a href={path(base + own.query)}>{t('award.own.backToAward')}</a>
      </p>
      <h1>{t('award.own.reportTitle')}</h1>
      <p className="lead">
        {t('award.own.reportLead')}
        {reportDueOn !== null && <> {t('award.own.reportDue', { day: formatDay(reportDueOn, language) })}</>}
      </p>
      <form method="post" encType="multipart/form-data" action={path(`${base}/report${own.query}`)}>
        <TextArea form={form} name="text" label={t('award.own.reportText')} rows={14} maxLength={20_000} isOptional />
        <FileField
          form={form}
          name="file"
          label={t('award.own.reportFile')}
          hint={t('award.own.fileHint')}
          accept={ACCEPT.report}
          isOptional
        />
        <p className="after">
          <button className="go">{t('award.own.reportSend')}</button>
        </p>
      </form>
    </main>
  )
}
