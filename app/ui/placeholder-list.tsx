import { isKey } from '#app/locales/translate.ts'
import type { Placeholder } from '#app/mail/placeholders.ts'
import { usePage } from './use-page.ts'

/** What may stand in braces, with what it says to those who have none. With script each is put in by a click. */
export function PlaceholderList({ names }: { names: readonly Placeholder[] }) {
  const { t } = usePage()
  return (
    <section className="flow" aria-labelledby="placeholders">
      <h2 id="placeholders">{t('broadcast.placeholders.title')}</h2>
      <p className="hint">{t('broadcast.placeholders.lead', { twice: '{{ }}' })}</p>
      <ul role="list" data-placeholders="subject body">
        {names.map((name) => {
          const instead = `broadcast.instead.${name}`
          return (
            <li key={name}>
              <code dir="ltr">{`{${name}}`}</code>{' '}
              <small>
                {t(`broadcast.placeholders.what.${name}`)}
                {isKey(instead) && (
                  <>
                    {t('common.listSeparator')}
                    {t('broadcast.placeholders.otherwise', { text: t(instead) })}
                  </>
                )}
              </small>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
