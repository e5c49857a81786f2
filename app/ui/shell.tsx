import type { ReactNode } from 'react'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { usePage } from './use-page.ts'

/** `public` has header and footer, `work` a header only, `paper` nothing at all. The page brings its `main`. */
export type ShellKind = 'public' | 'work' | 'paper'

export function Shell({
  kind,
  section,
  children,
}: {
  kind: ShellKind
  section?: string | undefined
  children: ReactNode
}) {
  const { t, path, isDemonstration, hasOutbox } = usePage()
  if (kind === 'paper') return <body className="paper">{children}</body>
  return (
    <body>
      <a className="skip" href="#main">
        {t('common.skip')}
      </a>
      {isDemonstration && (
        <aside className="demo">
          {t('common.demonstration')} {hasOutbox && <a href={path('/outbox')}>{t('mail.admin.outbox.title')}</a>}
        </aside>
      )}
      <Header kind={kind} section={section} />
      {children}
      {kind === 'public' && <Footer />}
    </body>
  )
}
