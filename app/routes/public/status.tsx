import { type ActionFunctionArgs, data, type HeadersFunction, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { loadOrder } from './load-order.server.ts'
import { applicationKnownTo } from '#app/applications/applying/application-known-to.server.ts'
import { mailApplicationLink } from '#app/applications/applying/mail-application-link.server.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { countAttempt } from '#app/people/count-attempt.server.ts'
import { mailOrderLink } from '#app/registrations/mail-order-link.server.ts'
import { orderKnownTo } from '#app/registrations/order-queries.server.ts'
import { statusSchema } from '#app/registrations/status-form.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('order.statusTitle') }))

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request)
  const parsed = parseForm(form, statusSchema)
  if (!parsed.ok) return data({ form: parsed.form, found: null }, { status: 422 })
  const { db } = context.services
  const { code, known } = parsed.value
  const answer = (message: string, status: number) =>
    data({ form: { ...refusedForm(form, []), errors: { '': [message] } }, found: null }, { status })
  if (!(await mayAsk(context, code))) return answer('order.statusTooOften', 429)
  const application = await applicationKnownTo(db, { code, known })
  if (application) {
    await mailApplicationLink(db, { applicationId: application.id, now: context.now })
    return data({ form: EMPTY_FORM, found: null, isApplication: true })
  }
  const order = await orderKnownTo(db, { code, known })
  if (!order) return answer('order.statusUnknown', 404)
  const view = await loadOrder(context, order.id)
  const { standing } = view
  const isMailed = await mailOrderLink(db, { orderId: order.id, standing, now: context.now })
  const { title, contactEmail } = view
  return data({ form: EMPTY_FORM, found: { code: view.code, title, contactEmail, standing, isMailed } })
}

/** Ten tries a quarter of an hour from one place, and for one code from all places together. */
async function mayAsk({ services: { db }, clientAddress, now }: RequestContext, code: string): Promise<boolean> {
  const limit = { limit: 10, windowMinutes: 15, now }
  const isWithin = await countAttempt(db, { bucket: `status-from:${clientAddress}`, ...limit })
  return isWithin && (await countAttempt(db, { bucket: `status-of:${code}`, ...limit }))
}

export default function Page() {
  const { t, path } = usePage()
  const sent = useActionData<typeof action>()
  const form = sent?.form ?? EMPTY_FORM
  const found = sent?.found
  return (
    <main id="main" tabIndex={-1}>
      <div className="flow intro">
        <h1>{t('order.statusTitle')}</h1>
        <ErrorSummary form={form} />
        {sent && 'isApplication' in sent && (
          <Note is="ok">
            <p role="status">{t('application.known')}</p>
          </Note>
        )}
        {found ? (
          <>
            <p className="hint">
              {t('order.order')}{' '}
              <b>
                <bdi dir="ltr">{found.code}</bdi>
              </b>
            </p>
            <p className="lead">{t(`order.standing.${found.standing}`, { event: found.title })}</p>
            <Note is={found.isMailed ? 'ok' : undefined}>
              <p>{found.isMailed ? t('order.statusMailed') : t('order.statusNotMailed')}</p>
            </Note>
            <p className="row">
              {found.contactEmail && <a href={`mailto:${found.contactEmail}`}>{t('order.writeTo')}</a>}
              <a href={path('/status')}>{t('order.askAgain')}</a>
            </p>
          </>
        ) : (
          <>
            <p className="lead">{t('order.statusLead')}</p>
            <form method="post" action={path('/status')} className="flow" noValidate>
              <TextField
                form={form}
                name="code"
                label={t('order.code')}
                hint={t('order.codeHint')}
                dir="ltr"
                autoComplete="off"
                maxLength={40}
              />
              <TextField
                form={form}
                name="known"
                label={t('order.nameOrEmail')}
                hint={t('order.nameOrEmailHint')}
                autoComplete="name"
                maxLength={200}
              />
              <p>
                <button className="go">{t('order.statusButton')}</button>
              </p>
            </form>
          </>
        )}
      </div>
    </main>
  )
}
