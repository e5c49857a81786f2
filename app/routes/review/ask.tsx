import type { ReactNode } from 'react'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

interface Props {
  form: FormState
  /** The number of the application. */
  label: string
  title: string
  lead: string
  button: string
  back: string
  fields?: ReactNode
}

/** Asks a reviewer once more before an application leaves their queue. */
export function Ask({ form, label, title, lead, button, back, fields }: Props) {
  const { t, path } = usePage()
  return (
    <>
      <ErrorSummary form={form} />
      <h1>{title}</h1>
      <p>
        <b>
          <bdi>{label}</bdi>
        </b>
      </p>
      <p>{lead}</p>
      <form method="post" className="after">
        {fields}
        <p className="row after">
          <button className="go">{button}</button> <a href={path(back)}>{t('organize.leaveAsIs')}</a>
        </p>
      </form>
    </>
  )
}
