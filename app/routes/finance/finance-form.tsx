import type { ReactNode } from 'react'
import { FinancePage } from './finance-page.tsx'
import { type Crumb, Crumbs } from '#app/ui/crumbs.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** A decision of finance as a page: what it means, what has to be said with it, the button, and the way back. */
export function FinanceForm({
  title,
  lead,
  trail,
  back,
  form,
  submit,
  seesAll,
  facts,
  children,
}: {
  title: string
  lead: ReactNode
  /** Where one came from; the page itself is added. */
  trail: Crumb[]
  back: string
  form: FormState
  submit: string
  seesAll: boolean
  facts?: ReactNode
  children?: ReactNode
}) {
  const { t, path } = usePage()
  return (
    <FinancePage
      title={title}
      seesAll={seesAll}
      before={
        <>
          <ErrorSummary form={form} />
          <Crumbs trail={[{ to: '/finance', label: t('finance.title') }, ...trail, { label: title }]} />
        </>
      }
    >
      <p>{lead}</p>
      {facts}
      <form method="post" noValidate className="narrow">
        {children}
        <p className="row after">
          <button className="go">{submit}</button>
          <a href={path(back)}>{t('finance.cancel')}</a>
        </p>
      </form>
    </FinancePage>
  )
}
