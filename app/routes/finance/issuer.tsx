import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { listHostChoices } from '#app/events/editing-queries.server.ts'
import { forbidden, notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { isKey } from '#app/locales/translate.ts'
import { issuerSchema } from '#app/payments/issuers/issuer-form.ts'
import { issuerToEdit } from '#app/payments/issuers/queries.server.ts'
import { saveIssuer } from '#app/payments/issuers/save-issuer.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { CountryField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { zoneOptions } from '#app/ui/zone-options.ts'
import { currentZoneName } from '#app/values/zones/zone-names.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  if (reach !== 'all') throw forbidden()
  const { db } = context.services
  const isNew = params.issuer === 'new'
  const [issuer, hosts] = await Promise.all([isNew ? null : issuerToEdit(db, params.issuer!), listHostChoices(db)])
  if (issuer === undefined) throw notFound()
  return { issuer, hosts }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { signedIn, reach } = await requireFinance(request, context)
  if (reach !== 'all') throw forbidden()
  const form = await readForm(request)
  const parsed = parseForm(form, issuerSchema)
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 })
  const saved = await saveIssuer(context.services.db, {
    issuerId: params.issuer === 'new' ? null : params.issuer!,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (saved.ok) return seeOther(context, '/finance/issuers')
  const isBusy = saved.refusals.some(({ code }) => code === 'busy')
  return data({ form: refusedForm(form, saved.refusals) }, { status: isBusy ? 503 : 409 })
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('paper.issuer') }))

export const handle = { shell: 'work', section: 'finance' }

export default function Issuer() {
  const { t, path, now } = usePage()
  const { issuer, hosts } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const field = (
    name: Exclude<keyof NonNullable<typeof issuer>, 'id' | 'createdAt' | 'updatedAt'>,
    maxLength: number,
  ) => ({
    form,
    name,
    maxLength,
    label: t(`paper.fields.${name}`),
    defaultValue: issuer?.[name] ?? undefined,
  })
  const labelOf = (name: string) => {
    const key = `paper.fields.${name}`
    return isKey(key) ? t(key) : undefined
  }
  return (
    <FinancePage
      title={issuer ? t('paper.issuer') : t('paper.addIssuer')}
      before={
        <>
          <ErrorSummary form={form} labelOf={labelOf} />
          <Crumbs
            trail={[
              { to: '/finance/issuers', label: t('paper.issuers') },
              { label: issuer ? <bdi>{issuer.name}</bdi> : t('paper.addIssuer') },
            ]}
          />
        </>
      }
      seesAll
    >
      <form method="post" action={path(`/finance/issuers/${issuer?.id ?? 'new'}`)} noValidate>
        <SelectField
          form={form}
          name="hostId"
          label={t('paper.fields.hostId')}
          hint={t('paper.hostHint')}
          blank={t('paper.everyHost')}
          options={hosts.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={issuer?.hostId}
          isOptional
        />
        <TextField {...field('name', 200)} />
        <TextField {...field('latinName', 200)} isOptional />
        <TextArea {...field('address', 500)} rows={3} isOptional />
        <CountryField form={form} name="country" label={t('paper.fields.country')} defaultValue={issuer?.country} />
        <SelectField
          form={form}
          name="zone"
          label={t('paper.fields.zone')}
          hint={t('paper.zoneHint')}
          options={zoneOptions(now, issuer?.zone)}
          defaultValue={currentZoneName(issuer?.zone ?? 'UTC')}
        />
        <TextField {...field('email', 191)} type="email" />
        <TextField {...field('registrationNumber', 60)} isOptional />
        <TextField {...field('taxNumber', 40)} isOptional />
        <TextField {...field('numberPrefix', 12)} hint={t('paper.prefixHint')} />
        <h2 className="after">{t('paper.accountHeading')}</h2>
        <TextField {...field('bankName', 120)} isOptional />
        <TextField {...field('accountHolder', 200)} isOptional />
        <TextField {...field('accountNumber', 40)} isOptional hint={t('paper.accountHint')} />
        <TextField {...field('bic', 11)} isOptional />
        <TextField {...field('mobileAccount', 60)} isOptional hint={t('paper.mobileHint')} />
        <TextArea {...field('footer', 500)} rows={2} isOptional />
        <p className="row after">
          <button className="go">{t('paper.saveIssuer')}</button>
          <a href={path('/finance/issuers')}>{t('paper.backToIssuers')}</a>
        </p>
      </form>
    </FinancePage>
  )
}
