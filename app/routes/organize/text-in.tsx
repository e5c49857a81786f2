import { languageOptions } from './choices.ts'
import { usePage } from '#app/ui/use-page.ts'

/** The text of a thing in the wanted language, or else in the event's, or else in the one that exists. */
export function textOf<Text extends { language: string }>(texts: Text[], wanted: string | null, eventLanguage: string) {
  const languages = texts.map(({ language }) => language)
  const fallback = languages.includes(eventLanguage) ? eventLanguage : (languages[0] ?? eventLanguage)
  const code = wanted ?? fallback
  return { code, languages, text: texts.find(({ language }) => language === code) }
}

/** Which language the texts below are in, the others that exist, and the way to a new one. */
export function TextIn({ address, code, languages }: { address: string; code: string; languages: string[] }) {
  const { t, language, path } = usePage()
  const options = languageOptions(language, [...languages, code])
  const nameOf = (wanted: string) => options.find(({ value }) => value === wanted)?.label ?? wanted
  const shown = languages.includes(code) ? languages : [...languages, code]
  return (
    <form className="row filt" action={path(address)}>
      <div>
        <b>{t('organize.textIn')}</b>
        <p className="row">
          {shown.map((one) =>
            one === code ? (
              <b key={one} aria-current="true">
                {nameOf(one)}
              </b>
            ) : (
              <a key={one} href={path(`${address}?text=${one}`)}>
                {nameOf(one)}
              </a>
            ),
          )}
        </p>
      </div>
      <div>
        <label htmlFor="new-text">{t('organize.translateInto')}</label>
        <select id="new-text" name="text">
          {options
            .filter(({ value }) => !shown.includes(value))
            .map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
        </select>
      </div>
      <button>{t('organize.addTranslation')}</button>
    </form>
  )
}
