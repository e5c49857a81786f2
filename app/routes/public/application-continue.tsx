import { type ActionFunctionArgs, data, type HeadersFunction, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { applicationKnownTo } from '#app/applications/applying/application-known-to.server.ts'
import { mailApplicationLink } from '#app/applications/applying/mail-application-link.server.ts'
import { continueSchema } from '#app/applications/form/continue-form.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { countAttempt } from '#app/people/count-attempt.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('application.continue.title') }))

/** Mails the link again to who knows the code and the address; the answer is the same to everybody. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request)
  const parsed = parseForm(form, continueSchema)
  if (!parsed.ok) return data({ form: parsed.form, isDone: false }, { status: 422 })
  const { services, clientAddress, now } = context
  const { code, email } = parsed.value
  const limit = { limit: 10, windowMinutes: 15, now }
  const isWithin =
    (await countAttempt(services.db, { bucket: `application-from:${clientAddress}`, ...limit })) &&
    (await countAttempt(services.db, { bucket: `application-of:${code}`, ...limit }))
  if (!isWithin) return data({ form: refusedForm(form, [{ code: 'apply-often' }]), isDone: false }, { status: 429 })
  const known = await applicationKnownTo(services.db, { code, known: email })
  if (known) await mailApplicationLink(services.db, { applicationId: known.id, now })
  return data({ form: EMPTY_FORM, isDone: true })
}

export default function Page() {
  const { t, path } = usePage()
  const sent = useActionData<typeof action>()
  const form = sent?.form ?? EMPTY_FORM
  return (
    <main id="main" tabIndex={-1}>
      <div className="flow intro">
        <h1>{t('application.continue.title')}</h1>
        <ErrorSummary form={form} />
        {sent?.isDone ? (
          <>
            <Note is="ok">
              <p role="status">
                <b>{t('application.continue.done')}</b>
              </p>
              <p>{t('application.continue.doneText')}</p>
            </Note>
            <p>
              <a href={path('/applications/continue')}>{t('application.continue.again')}</a>
            </p>
          </>
        ) : (
          <>
            <p className="lead">{t('application.continue.lead')}</p>
            <form method="post" action={path('/applications/continue')} className="flow" noValidate>
              <TextField
                form={form}
                name="code"
                label={t('application.continue.code')}
                hint={t('application.continue.codeHint')}
                dir="ltr"
                autoComplete="off"
                maxLength={40}
              />
              <TextField
                form={form}
                name="email"
                type="email"
                label={t('application.continue.email')}
                autoComplete="email"
                maxLength={191}
              />
              <p>
                <button className="go">{t('application.continue.button')}</button>
              </p>
            </form>
          </>
        )}
      </div>
    </main>
  )
}
