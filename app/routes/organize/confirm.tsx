import type { ReactNode } from 'react'
import { type FieldArea, PageHead } from './page-head.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** A page that says what will happen, with one button that does it and a way back. */
export function Confirm({
  form,
  title,
  button,
  back,
  area,
  isBlocked = false,
  fields = null,
  children,
}: {
  form: FormState
  title: ReactNode
  button: ReactNode
  /** Where to go without doing it, without the language in front. */
  back: string
  /** As `PageHead` takes it. */
  area?: FieldArea
  isBlocked?: boolean
  /** What is asked before the button. */
  fields?: ReactNode
  children: ReactNode
}) {
  const { t, path } = usePage()
  return (
    <>
      <PageHead form={form} title={title} {...(area ? { area } : {})} />
      <div className="flow">{children}</div>
      <form method="post" className="after">
        {!isBlocked && fields}
        <p className={fields ? 'row after' : 'row'}>
          {!isBlocked && <button className="go">{button}</button>} <a href={path(back)}>{t('organize.leaveAsIs')}</a>
        </p>
      </form>
    </>
  )
}
