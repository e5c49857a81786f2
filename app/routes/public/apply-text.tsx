import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayBegin } from './may-begin.server.ts'
import { textFormCall } from './text-form.server.ts'
import { applicationKey } from '#app/applications/application-key.ts'
import { startApplication } from '#app/applications/applying/start-application.server.ts'
import { fillFromText } from '#app/applications/plain-text/fill-from-text.server.ts'
import { readInItsLanguage } from '#app/applications/plain-text/read-in-its-language.server.ts'
import { toldInText } from '#app/applications/plain-text/told-in-text.ts'
import { typedOrSent } from '#app/files/typed-or-sent.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm, refusedForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guards.server.ts'
import { withoutReferrer } from '#app/http/private-page.ts'
import { translator } from '#app/locales/translate.ts'
import { TextReading } from '#app/ui/application/text-reading.tsx'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'
import { newToken } from '#app/values/secret.ts'
import { emailKey } from '#app/values/text.ts'

export const handle = { shell: 'public' }

const PRIVATE = { 'Cache-Control': 'no-store' }

export const headers: HeadersFunction = () => PRIVATE

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('textForm.upload.title') }))

/** Where the text form is brought back. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, page, call, isOpen } = await textFormCall(request, params, context)
  const { slug, title, mark } = event
  const isMailed = new URL(request.url).searchParams.has('mailed')
  return data(
    { slug, title, mark, page, call: call.slug, callTitle: call.title, isOpen, isMailed, formKey: newToken() },
    { headers: PRIVATE },
  )
}

/** Says what was understood; at the address that ends with `/begin` it makes a draft of it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, page, call, isOpen } = await textFormCall(request, params, context)
  const form = await readForm(request, { files: true })
  const again = (status: number, state: FormState, more: object = {}) =>
    data({ form: state, reading: null, text: '', otherId: null, ...more }, { status, headers: PRIVATE })
  const sent = await typedOrSent(form)
  if ('fault' in sent) return again(422, { values: {}, errors: { file: [`textForm.upload.${sent.fault}`] } })
  const { text } = sent
  const asked = { text, callId: call.id, language: context.language }
  const brought = await readInItsLanguage(context.services.db, asked)
  const { read, items, language, shown, otherId } = brought
  const written = brought.call
  const reading = { reading: shown, text, otherId }
  if (read.found === 0) return again(422, { values: {}, errors: { text: ['textForm.upload.nothing'] } }, reading)
  const { told, faults } = toldInText(read.answers, language)
  const state: FormState = {
    values: {},
    errors: faults.length > 0 ? { text: faults.map((fault) => `textForm.upload.${fault}`) } : {},
  }
  const isBeginning = new URL(request.url).pathname.endsWith('/begin')
  if (!isBeginning) return again(200, EMPTY_FORM, reading)
  if (faults.length > 0) return again(422, state, reading)
  if (!isOpen) return again(409, refusedForm(new FormData(), [{ code: 'call-shut' }]), reading)
  if (!(await mayBegin(context, told.email)))
    return again(429, refusedForm(new FormData(), [{ code: 'apply-often' }]), reading)
  const { services, now } = context
  const me = await signedIn(request, context)
  const isTheirs = me !== null && emailKey(me.email) === emailKey(told.email)
  const actor = me ? ({ kind: 'account', id: me.accountId } as const) : ({ kind: 'visitor' } as const)
  const sentKey = form.get('formKey')
  const formKey = (typeof sentKey === 'string' ? sentKey.slice(0, 64) : '') || newToken()
  const accountId = isTheirs ? me.accountId : null
  const started = await startApplication(services.db, {
    call: written,
    ...told,
    formKey,
    accountId,
    channel: 'text',
    now,
    actor,
  })
  if (!started.ok) {
    const isBusy = started.refusals.some(({ code }) => code === 'busy')
    return again(isBusy ? 503 : 409, refusedForm(new FormData(), started.refusals), reading)
  }
  const { applicationId, code, keyVersion, is } = started.value
  const query = new URLSearchParams({ call: call.slug, mailed: '1' })
  if (is === 'known') return seeOther(context, `/events/${event.slug}/${page}/text?${query}`)
  if (is === 'new') {
    const filled = await fillFromText(services.db, {
      applicationId,
      call: written,
      items,
      answers: read.answers,
      unread: read.unread,
      noteHead: translator(context.language)('textForm.notUnderstood'),
      language,
      now,
      actor,
    })
    if (!filled.ok) return again(503, refusedForm(new FormData(), filled.refusals), reading)
  }
  const key = applicationKey(services.config.secret, { id: applicationId, keyVersion })
  return withoutReferrer(seeOther(context, `/applications/${code}/check?${new URLSearchParams({ key })}`))
}

export default function ApplyText() {
  const { slug, title, mark, page, call, callTitle, isOpen, isMailed, formKey } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const form = sent?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  const query = new URLSearchParams({ call })
  const base = `/events/${slug}/${page}`
  const reading = sent && 'reading' in sent ? sent.reading : null
  const isForm = reading !== null && reading.found > 0
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(mark)}>
      <Crumbs
        trail={[
          { label: t('common.events'), to: '/events' },
          { label: <bdi>{title}</bdi>, to: `/events/${slug}` },
          { label: <bdi>{callTitle}</bdi>, to: `${base}?${query}` },
        ]}
      />
      <div className="flow intro">
        <ErrorSummary form={form} />
        <h1>{t('textForm.upload.title')}</h1>
        <p className="lead">{t('textForm.upload.lead')}</p>
        {isMailed && (
          <Note is="ok">
            <p role="status">
              <b>{t('textForm.upload.mailed')}</b> {t('textForm.upload.mailedLead')}
            </p>
          </Note>
        )}
        {sent?.otherId && (
          <Note is="warn">
            <p>{t('textForm.upload.otherCall', { id: `\u2068${sent.otherId}\u2069` })}</p>
          </Note>
        )}
        {!isOpen && (
          <Note is="warn">
            <p>{t('textForm.upload.closed')}</p>
          </Note>
        )}
      </div>
      {reading && isForm && (
        <div className="flow leaf wide">
          <TextReading reading={reading} />
        </div>
      )}
      {!isForm && (
        <Leaf id="download" title={t('textForm.upload.step1')}>
          <p>
            <a className="btn" href={path(`${base}.txt?${query}`)}>
              {t('textForm.download')}
            </a>
          </p>
        </Leaf>
      )}
      <Leaf id="back" title={t(isForm ? 'textForm.upload.theText' : 'textForm.upload.step2')}>
        <form
          method="post"
          encType="multipart/form-data"
          action={path(`${base}/text?${query}`)}
          className="flow"
          noValidate
        >
          <input type="hidden" name="formKey" value={formKey} />
          {!isForm && (
            <FileField
              form={form}
              name="file"
              label={t('textForm.upload.file')}
              hint={t('textForm.upload.fileHint')}
              accept=".txt,text/plain"
            />
          )}
          <TextArea
            form={form}
            name="text"
            label={t(isForm ? 'textForm.upload.correct' : 'textForm.upload.text')}
            defaultValue={sent?.text ?? ''}
            rows={isForm ? 24 : 6}
            isOptional={!isForm}
          />
          {isForm && isOpen && <p>{t('textForm.upload.beginLead')}</p>}
          <p className="row">
            {isForm && isOpen && (
              <button className="go" formAction={path(`${base}/text/begin?${query}`)}>
                {t('textForm.upload.begin')}
              </button>
            )}{' '}
            <button className={isForm ? undefined : 'go'}>
              {t(isForm ? 'textForm.upload.again' : 'textForm.upload.read')}
            </button>
          </p>
        </form>
      </Leaf>
    </main>
  )
}
