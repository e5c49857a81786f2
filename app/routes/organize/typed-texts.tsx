import { Leaf } from '#app/ui/leaf.tsx'
import { Markdown } from '#app/ui/markdown.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { directionOf } from '#app/locales/languages.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'

const TEXTS = ['description', 'accessNote', 'visaNote', 'preparation', 'cancellationNote'] as const

/** The texts of the form as the public page will show them, made safe in the same way. */
export function TypedTexts({ form }: { form: FormState }) {
  const { t } = usePage()
  const language = typedValue(form, 'textLanguage')
  const written = TEXTS.flatMap((name) => {
    const text = typedValue(form, name)?.trim()
    return text ? [{ name, text }] : []
  })
  return (
    <Leaf id="typed" title={t('author.details.shown')} isWide>
      <p className="hint" role="status">
        {t('author.details.shownLead')}
      </p>
      {written.length === 0 && <p className="mute">{t('author.details.nothingTyped')}</p>}
      {written.map(({ name, text }) => (
        <section key={name} aria-labelledby={`typed-${name}`}>
          <h3 id={`typed-${name}`}>{t(`organize.fields.${name}`)}</h3>
          <div lang={language} dir={language && directionOf(language)}>
            <Markdown text={text} />
          </div>
        </section>
      ))}
    </Leaf>
  )
}
