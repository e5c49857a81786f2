import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { ACCEPT } from '#app/files/file-rules.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm, refusedForm } from '#app/http/form.server.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { accountsWithin } from '#app/payments/statements/issuers.server.ts'
import { receiveStatement } from '#app/payments/statements/receive-statement.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { describe, fieldClass, HintAndError } from '#app/ui/field.tsx'
import { SelectField } from '#app/ui/fields.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const accounts = await accountsWithin(context.services.db, reach)
  return {
    accounts: accounts.map(({ id, name, accountNumber }) => ({
      value: id,
      label: [name, accountNumber].filter(Boolean).join(' · '),
    })),
    accept: ACCEPT.statement,
    seesAll: reach === 'all',
  }
}

/** Takes a file in; a table is then asked what its columns mean. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { reach, signedIn } = await requireFinance(request, context)
  const form = await readForm(request, { files: true })
  const [issuer, file] = [form.get('issuer'), form.get('file')]
  const content = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  const received = await receiveStatement(context.services.db, {
    issuerId: typeof issuer === 'string' ? issuer : '',
    content,
    name: file instanceof File ? file.name : '',
    reach,
    accountId: signedIn.accountId,
    now: context.now,
  })
  if (!received.ok) {
    const isBusy = received.refusals.some(({ code }) => code === 'busy')
    return data({ form: refusedForm(form, received.refusals) }, { status: isBusy ? 503 : 422 })
  }
  const { statementId, format } = received.value
  return seeOther(context, `/finance/statements/${statementId}${format === 'csv' ? '/columns' : ''}`)
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('finance.statement.import') }))

export const handle = { shell: 'work', section: 'finance' }

export default function StatementNew() {
  const { t, path } = usePage()
  const { accounts, accept, seesAll } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const file = { form, name: 'file', label: t('finance.statement.file'), hint: t('finance.statement.fileHint') }
  return (
    <FinancePage
      title={t('finance.statement.import')}
      lead={t('finance.statement.importLead')}
      before={
        <>
          <ErrorSummary form={form} />
          <Crumbs
            trail={[
              { to: '/finance/statements', label: t('finance.side.statements') },
              { label: t('finance.statement.import') },
            ]}
          />
        </>
      }
      seesAll={seesAll}
    >
      <form method="post" encType="multipart/form-data" noValidate className="narrow">
        <SelectField form={form} name="issuer" label={t('finance.statement.account')} options={accounts} />
        <div className={fieldClass(file)}>
          <label htmlFor="file">{file.label}</label>
          <HintAndError {...file} />
          <input {...describe(file)} type="file" accept={accept} />
        </div>
        <p className="row after">
          <button className="go">{t('finance.statement.send')}</button>
          <a href={path('/finance/statements')}>{t('finance.cancel')}</a>
        </p>
      </form>
    </FinancePage>
  )
}
