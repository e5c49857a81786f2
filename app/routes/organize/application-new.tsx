import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readEntered } from './application-new.server.ts'
import { requireCall } from './call.server.ts'
import { deskMeta } from './desk.ts'
import { PageHead } from './page-head.tsx'
import { useCall } from './use-call.ts'
import { startApplication } from '#app/applications/applying/start-application.server.ts'
import { tellEntered } from '#app/applications/desk/tell-entered.server.ts'
import { fillFromText } from '#app/applications/plain-text/fill-from-text.server.ts'
import { toldInText } from '#app/applications/plain-text/told-in-text.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import { TextReading } from '#app/ui/application/text-reading.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { optionalLine } from '#app/values/fields.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'
import { newToken } from '#app/values/secret.ts'

const schema = z.object({
  formKey: z.string().max(64).default(''),
  fullName: optionalLine(200),
  email: optionalLine(191),
  language: z.enum(LANGUAGES.map(({ code }) => code)).catch('en'),
})

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('applicants.enter.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call, event } = await requireCall(request, context, params)
  const page = call.kind === 'scholarship' ? 'scholarship' : 'apply'
  return { form: `/events/${event.slug}/${page}.txt?${new URLSearchParams({ call: call.slug })}`, formKey: newToken() }
}

/** Shows what a file says; at the address that ends with `/enter` an application is made of it, for its applicant. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, call, signedIn } = await requireCall(request, context, params)
  const { services, now } = context
  const sent = await readForm(request, { files: true })
  const entered = await readEntered(sent, call.id, context)
  const { reading, text, read, items, written, language } = entered
  const shown = (status: number, form: FormState) => data({ form, reading, text, otherId: entered.otherId }, { status })
  const parsed = parseForm(sent, schema)
  if (!parsed.ok) return shown(422, parsed.form)
  if (entered.fault !== null) return shown(422, withErrors(sent, { file: [`textForm.upload.${entered.fault}`] }))
  const typed = parsed.value
  const answers = read?.answers ?? {}
  const { told, faults } = toldInText(
    {
      ...answers,
      ...(typed.fullName === '' ? {} : { 'form.name': [typed.fullName] }),
      ...(typed.email === '' ? {} : { 'form.email': [typed.email] }),
      ...(answers['form.language'] ? {} : { 'form.language': [typed.language] }),
    },
    typed.language,
  )
  const isEntering = new URL(request.url).pathname.endsWith('/enter')
  if (!isEntering) return shown(200, refusedForm(sent, []))
  const errors = {
    ...(faults.includes('noName') ? { fullName: ['applicants.enter.enterName'] } : {}),
    ...(faults.includes('noEmail') ? { email: ['applicants.enter.enterEmail'] } : {}),
  }
  if (faults.length > 0) return shown(422, withErrors(sent, errors))
  const actor = { kind: 'account', id: signedIn.accountId } as const
  const started = await startApplication(services.db, {
    call: written,
    formKey: typed.formKey || newToken(),
    ...told,
    channel: 'on-behalf',
    isOnBehalf: true,
    now,
    actor,
  })
  if (!started.ok) return shown(503, refusedForm(sent, started.refusals))
  const { applicationId, is } = started.value
  const page = `/organize/${event.slug}/calls/${call.slug}/applications/${applicationId}`
  if (is === 'known') return shown(409, withErrors(sent, { email: ['applicants.enter.known'] }))
  if (is === 'same') return seeOther(context, page)
  if (read) {
    const noteHead = translator(context.language)('textForm.notUnderstood')
    const filled = await fillFromText(services.db, {
      applicationId,
      call: written,
      items,
      answers: read.answers,
      unread: read.unread,
      noteHead,
      language,
      waives: true,
      now,
      actor,
    })
    if (!filled.ok) return shown(503, refusedForm(sent, filled.refusals))
  }
  await tellEntered(services.db, { applicationId, eventId: event.id, now, actor })
  return seeOther(context, `${page}?done=entered`)
}

function withErrors(sent: FormData, errors: FormState['errors']): FormState {
  return { ...refusedForm(sent, []), errors }
}

export default function EnterApplication() {
  const { form: textForm, formKey } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const form: FormState = sent?.form ?? EMPTY_FORM
  const { slug, call } = useCall()
  const { t, path, language } = usePage()
  const base = `/organize/${slug}/calls/${call.slug}/applications`
  const reading = sent?.reading ?? null
  return (
    <>
      <PageHead form={form} title={t('applicants.enter.title')} lead={t('applicants.enter.lead')} />
      {sent?.otherId && (
        <Note is="warn">
          <p>{t('textForm.upload.otherCall', { id: `\u2068${sent.otherId}\u2069` })}</p>
        </Note>
      )}
      {reading && (
        <div className="flow">
          <TextReading reading={reading} />
        </div>
      )}
      <form
        method="post"
        encType="multipart/form-data"
        action={path(`${base}/new/enter`)}
        className="flow after"
        noValidate
      >
        <input type="hidden" name="formKey" value={form.values['formKey']?.[0] ?? formKey} />
        <fieldset>
          <legend>{t('applicants.enter.person')}</legend>
          <p className="hint">{t('applicants.enter.fromFile')}</p>
          <div className="pair">
            <TextField form={form} name="fullName" label={t('applicants.enter.fullName')} maxLength={200} isOptional />
            <TextField
              form={form}
              name="email"
              type="email"
              label={t('applicants.enter.email')}
              maxLength={191}
              isOptional
            />
          </div>
          <SelectField
            form={form}
            name="language"
            label={t('applicants.enter.language')}
            defaultValue={language}
            options={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </fieldset>
        <fieldset>
          <legend>{t('applicants.enter.form')}</legend>
          <FileField
            form={form}
            name="file"
            label={t('textForm.upload.file')}
            hint={t('textForm.upload.fileHint')}
            accept=".txt,text/plain"
            isOptional
          />
          <TextArea
            form={form}
            name="text"
            label={t(reading ? 'textForm.upload.theText' : 'textForm.upload.text')}
            defaultValue={sent?.text ?? ''}
            rows={reading ? 20 : 5}
            isOptional
          />
          <p className="row after">
            <a href={path(textForm)}>{t('applicants.enter.empty')}</a>
          </p>
        </fieldset>
        <p className="row">
          <button className="go">{t('applicants.enter.enter')}</button>{' '}
          <button formAction={path(`${base}/new`)}>{t('applicants.enter.look')}</button>{' '}
          <a href={path(base)}>{t('organize.leaveAsIs')}</a>
        </p>
      </form>
    </>
  )
}
