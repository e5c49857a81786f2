import type { ReactNode } from 'react'
import { PageHead } from './page-head.tsx'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** One thing that is done to an award or a payout, as a page of its own: what is asked, the button, the way back. */
export function AwardForm({
  form,
  title,
  lead,
  submit,
  back,
  name,
  children,
}: {
  form: FormState
  title: ReactNode
  lead: ReactNode
  /** null: there is nothing to do. */
  submit: string | null
  /** Without the language in front. */
  back: string
  /** Whose award it is. */
  name?: string
  children?: ReactNode
}) {
  const { t, path } = usePage()
  return (
    <>
      {name !== undefined && (
        <Crumbs
          trail={[
            { to: back.slice(0, back.lastIndexOf('/')), label: t('award.awards') },
            { to: back, label: <bdi>{name}</bdi> },
            { label: title },
          ]}
        />
      )}
      <PageHead form={form} area="award" title={title} lead={lead} />
      <form method="post" className="narrow">
        {children}
        <p className="row after">
          {submit !== null && <button className="go">{submit}</button>} <a href={path(back)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
