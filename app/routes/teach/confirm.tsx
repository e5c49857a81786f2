import type { ReactNode } from 'react'
import { FormHead } from './form-head.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

interface Props {
  form: FormState
  title: string
  button: string
  /** Where to go without doing it, without the language in front. */
  back: string
  fields?: ReactNode
  children: ReactNode
}

/** A page that says what will happen, with one button that does it and a way back. */
export function Confirm({ form, title, button, back, fields, children }: Props) {
  const { t, path } = usePage()
  return (
    <>
      <FormHead form={form} title={title} />
      <div className="flow">{children}</div>
      <form method="post" className="after">
        {fields}
        <p className="row">
          <button className="go">{button}</button> <a href={path(back)}>{t('organize.leaveAsIs')}</a>
        </p>
      </form>
    </>
  )
}
