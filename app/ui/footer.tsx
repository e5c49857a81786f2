import type { Key } from '#app/locales/translate.ts'
import { usePage } from './use-page.ts'

const PAGES: [address: string, label: Key][] = [
  ['/about/accessibility', 'common.accessibility'],
  ['/about/privacy', 'common.privacy'],
  ['/about/conduct', 'common.conduct'],
  ['/about/contact', 'common.contact'],
  ['/about/data', 'common.openData'],
]

export function Footer() {
  const { t, path } = usePage()
  return (
    <footer className="foot flow">
      <p>{t('common.footer')}</p>
      <nav aria-label={t('common.about')}>
        <ul role="list">
          {PAGES.map(([address, label]) => (
            <li key={address}>
              <a href={path(address)}>{t(label)}</a>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  )
}
