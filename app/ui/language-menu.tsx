import { LANGUAGES } from '#app/locales/languages.ts'
import { inLanguage, usePage } from './use-page.ts'

/** The same page in another language, each called by its own name. */
export function LanguageMenu() {
  const { t, language, address } = usePage()
  const present = LANGUAGES.find(({ code }) => code === language)!
  return (
    <details className="langs">
      <summary>
        {present.name}
        <span className="vh">{t('common.languageMenu')}</span>
      </summary>
      <ul role="list">
        {LANGUAGES.map(({ code, name, direction }) => (
          <li key={code}>
            <a
              href={inLanguage(`/${code}`, address)}
              hrefLang={code}
              lang={code}
              dir={direction}
              aria-current={code === language ? 'true' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
