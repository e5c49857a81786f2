import { LanguageMenu } from './language-menu.tsx'
import { type NavigationLink, PUBLIC_LINKS, WORK_SECTIONS } from './navigation.ts'
import { usePage } from './use-page.ts'

/** Brand, language, the person's own corner, main navigation. */
export function Header({ kind, section }: { kind: 'public' | 'work'; section?: string | undefined }) {
  const { t, path, address } = usePage()
  const work = kind === 'work' ? (WORK_SECTIONS[section ?? ''] ?? WORK_SECTIONS.organize!) : null
  const links = work?.links ?? PUBLIC_LINKS
  const isOneOfThem = links.some(({ to }) => to === address)
  const current = ({ to, section: its }: NavigationLink) => {
    if (to === address) return 'page'
    return !isOneOfThem && its !== undefined && its === section ? 'true' : undefined
  }
  const isPersonal = work !== null || section === 'me'
  return (
    <header className="top">
      <a className="brand" href={path('/')}>
        {`${t('common.name')} `}
        <small>{t(work ? work.name : 'common.society')}</small>
      </a>
      <LanguageMenu />
      <a href={path(isPersonal ? '/me' : '/signin')} aria-current={section === 'me' ? 'true' : undefined}>
        {t(isPersonal ? 'common.me' : 'common.signIn')}
      </a>
      <nav aria-label={t('common.navigation')}>
        {links.map((link) => (
          <a key={link.to} href={path(link.to)} aria-current={current(link)}>
            {t(link.label)}
          </a>
        ))}
      </nav>
    </header>
  )
}
