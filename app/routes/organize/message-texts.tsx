import { useDesk } from './desk.ts'
import type { FoundBroadcast } from '#app/broadcasts/queries.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import { languageName } from '#app/values/dates.ts'
import { usePage } from '#app/ui/use-page.ts'

type Shown = Pick<FoundBroadcast, 'id' | 'kind' | 'texts' | 'startedAt' | 'state'>

/** The texts of a message, those that are still missing, and who gets another language for that. */
export function MessageTexts({
  broadcast,
  languages,
  readers,
}: {
  broadcast: Shown
  languages: { own: string; all: string[] }
  /** How many recipients read which language. */
  readers: Record<string, number>
}) {
  const { slug } = useDesk()
  const { t, path, language } = usePage()
  const { id, texts, startedAt, state, kind } = broadcast
  const isOpen = startedAt === null && state !== 'cancelled' && kind === 'once'
  const nameOf = (code: string) => languageName(code, language)
  const edit = (code: string) => path(`/organize/${slug}/messages/${id}/text?text=${code}`)
  const missing = languages.all.filter((code) => !texts.some((text) => text.language === code))
  const others = Object.entries(readers).filter(([code]) => !texts.some((text) => text.language === code))
  return (
    <>
      {texts.map((text) => (
        <section key={text.language} className="flow">
          <h3>{nameOf(text.language)}</h3>
          <div lang={text.language} dir="auto">
            <p>
              <b>{text.subject}</b>
            </p>
            <pre>{text.body}</pre>
          </div>
          {isOpen && (
            <p>
              <a href={edit(text.language)}>
                {t('broadcast.one.edit')}
                <span className="vh"> {nameOf(text.language)}</span>
              </a>
            </p>
          )}
        </section>
      ))}
      {isOpen && (
        <p className="row">
          {missing.map((code) => (
            <a key={code} className="btn" href={edit(code)}>
              {t('broadcast.one.addLanguage', { language: nameOf(code) })}
            </a>
          ))}
        </p>
      )}
      <p className="hint">{t('broadcast.one.whoReads', { language: nameOf(languages.own) })}</p>
      {texts.length > 0 &&
        others.map(([code, count]) => (
          <p key={code}>
            {t('broadcast.one.missing', {
              count,
              language: nameOf(code),
              instead: nameOf(inLanguage(texts, code, languages.own)!.language),
            })}
          </p>
        ))}
    </>
  )
}
