import { type ActionFunctionArgs, data, type HeadersFunction, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { mayUpload } from './upload-limit.server.ts'
import { type Checked, checkStatement } from '#app/certificates/check-statement.server.ts'
import { jwsInFile } from '#app/certificates/jws-in-file.ts'
import { readForm, refusedForm } from '#app/http/form.server.ts'
import { CertificateFacts } from '#app/ui/certificate/certificate-facts.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'

/** Larger than any certificate of ours. */
const MOST_BYTES = 5 * 1024 * 1024

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('certificate.check.title') }))

export async function action({ request, context }: ActionFunctionArgs) {
  const answer = (form: FormState, checked: Checked | null, status = 200) =>
    data({ form, checked }, { status, headers: { 'Cache-Control': 'no-store' } })
  const form = await readForm(request, { files: true })
  const typed = form.get('statement')
  const file = form.get('file')
  form.delete('file')
  const shown = refusedForm(form, [])
  const wrong = (field: string, message: string, status = 422) =>
    answer({ ...shown, errors: { [field]: [message] } }, null, status)
  if (!(await mayUpload(context))) return wrong('', 'certificate.verify.oftenLead', 429)
  const isFile = file instanceof File && file.size > 0
  if (isFile && file.size > MOST_BYTES) return wrong('file', 'certificate.check.large')
  const bytes = isFile ? new Uint8Array(await file.arrayBuffer()) : Buffer.from(typeof typed === 'string' ? typed : '')
  if (bytes.byteLength === 0) return wrong('statement', 'form.required')
  const jws = jwsInFile(bytes)
  const checked = jws === null ? { is: 'unreadable' as const } : await checkStatement(context.services.db, jws)
  return answer(shown, checked)
}

/** Says of a file or a signed text that somebody brings whether we stand by it. */
export default function VerifyCheck() {
  const answer = useActionData<typeof action>()
  const { t, path } = usePage()
  const form = answer?.form ?? EMPTY_FORM
  return (
    <main id="main" tabIndex={-1}>
      <div className="flow intro narrow">
        <ErrorSummary form={form} />
        <h1>{t('certificate.check.title')}</h1>
        <p className="lead">{t('certificate.check.lead')}</p>
      </div>
      {answer?.checked && <Verdict checked={answer.checked} />}
      <form
        method="post"
        action={path('/verify/check')}
        encType="multipart/form-data"
        className="flow narrow"
        noValidate
      >
        <FileField form={EMPTY_FORM} name="file" label={t('certificate.check.file')} accept=".pdf,.jws" isOptional />
        <TextArea form={form} name="statement" label={t('certificate.check.statement')} rows={5} dir="ltr" isOptional />
        <p className="row">
          <button className="go">{t('certificate.check.button')}</button>{' '}
          <a href={path('/verify')}>{t('certificate.verify.title')}</a>{' '}
          <a href={path('/verify/how')}>{t('certificate.verify.how')}</a>
        </p>
      </form>
    </main>
  )
}

function Verdict({ checked }: { checked: Checked }) {
  const { t, path, language } = usePage()
  const { is } = checked
  if (is === 'unreadable' || is === 'forged')
    return (
      <Note is="warn">
        <h2>{t(`certificate.check.${is}`)}</h2>
        <p role="status">{t(`certificate.check.${is}Lead`)}</p>
      </Note>
    )
  const { serial, content, revokedAt, reason } = checked
  return (
    <>
      <Note is={is === 'genuine' ? 'ok' : 'warn'}>
        <h2>{t(`certificate.check.${is}`)}</h2>
        <p role="status">
          {is === 'revoked'
            ? t('certificate.check.revokedLead', { day: formatMoment(revokedAt!, 'UTC', language) })
            : t(`certificate.check.${is}Lead`)}
        </p>
        {reason && <p>{t('certificate.verify.revokedWhy', { reason })}</p>}
        <p>
          <a href={path(`/verify/${serial}`)}>{t('certificate.check.now')}</a>
        </p>
      </Note>
      <Leaf id="says" title={t('certificate.of', { serial })}>
        <CertificateFacts content={content} serial={serial} />
      </Leaf>
    </>
  )
}
