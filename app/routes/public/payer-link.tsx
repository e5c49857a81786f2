import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { notFound } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { balanceOf } from '#app/payments/balance.server.ts'
import { mailPayerLink } from '#app/registrations/mail-payer-link.server.ts'
import { isOrderKey } from '#app/registrations/order-key.ts'
import { keyedOrder, payerOf } from '#app/registrations/order-queries.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { parseCode } from '#app/values/code.ts'
import { email, line } from '#app/values/fields.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('seat.payerLinkTitle') }))

const schema = z.object({ name: line(200, 'register.enterName'), email: email() })

export async function loader(args: LoaderFunctionArgs) {
  const { order, key } = await asked(args)
  const { db } = args.context.services
  const [balance, payer] = await Promise.all([balanceOf(db, order.id), payerOf(db, order.id)])
  return data({ code: order.code, key, payer: payer ?? null, isOwed: (balance?.due ?? 0) > 0 }, { headers: KEYED_PAGE })
}

export async function action(args: ActionFunctionArgs) {
  const { order } = await asked(args)
  const { services, language, now } = args.context
  const form = await readForm(args.request)
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return data({ form: parsed.form, sentTo: null }, { status: 422, headers: KEYED_PAGE })
  const nothing = refusedForm(form, [{ code: 'nothing-due' }])
  const due = (await balanceOf(services.db, order.id))?.due ?? 0
  if (due <= 0) return data({ form: nothing, sentTo: null }, { status: 409, headers: KEYED_PAGE })
  const sent = await mailPayerLink(services.db, {
    orderId: order.id,
    payer: parsed.value,
    language,
    now,
    actor: { kind: 'visitor' },
  })
  if (sent.ok) return data({ form: EMPTY_FORM, sentTo: parsed.value.email }, { headers: KEYED_PAGE })
  const status = sent.refusals.some(({ code }) => code === 'too-many-payer-links') ? 429 : 409
  return data({ form: refusedForm(form, sent.refusals), sentTo: null }, { status, headers: KEYED_PAGE })
}

async function asked({ request, params, context }: LoaderFunctionArgs) {
  const { db, config } = context.services
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const order = await keyedOrder(db, parseCode(params['code'] ?? '') ?? '')
  const isTheirs = isOrderKey(config.secret, order ?? { id: '', keyVersion: 0 }, key)
  if (!order || !isTheirs) throw notFound()
  return { order, key }
}

export default function Page() {
  const { code, key, payer, isOwed } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t, path } = usePage()
  const form = sent?.form ?? EMPTY_FORM
  return (
    <main id="main" tabIndex={-1}>
      <div className="flow intro narrow">
        <p className="hint">
          {t('order.order')}{' '}
          <b>
            <bdi dir="ltr">{code}</bdi>
          </b>
        </p>
        <h1>{t('seat.payerLinkTitle')}</h1>
        <ErrorSummary form={form} />
        {sent?.sentTo && (
          <Note is="ok">
            <p>{t('seat.payerLinkSent', { email: isolate(sent.sentTo) })}</p>
          </Note>
        )}
        {isOwed ? (
          <>
            <p className="lead">{t('seat.payerLinkLead')}</p>
            <form method="post" action={path(`/orders/${code}/payer-link?key=${key}`)} noValidate>
              <TextField
                form={form}
                name="name"
                label={t('seat.payerName')}
                defaultValue={sent?.sentTo ? null : payer?.name}
                autoComplete="off"
                maxLength={200}
              />
              <TextField
                form={form}
                name="email"
                type="email"
                label={t('seat.payerEmail')}
                defaultValue={sent?.sentTo ? null : payer?.email}
                autoComplete="off"
                maxLength={191}
              />
              <p className="row after">
                <button className="go">{t('seat.payerLinkButton')}</button>
                <a href={path(`/orders/${code}?key=${key}`)}>{t('seat.toOrder')}</a>
              </p>
            </form>
          </>
        ) : (
          <>
            <p className="lead">{t('seat.payerLinkNothing')}</p>
            <p>
              <a href={path(`/orders/${code}?key=${key}`)}>{t('seat.toOrder')}</a>
            </p>
          </>
        )}
      </div>
    </main>
  )
}
