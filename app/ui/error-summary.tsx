import { sentenceOf } from '#app/locales/message.ts'
import type { FormState } from '#app/values/form-state.ts'
import { fieldId } from './field-id.ts'
import { usePage } from './use-page.ts'

/**
 * Every error of a form, first thing on the page, with the keyboard in it; each links to its field.
 * `labelOf` names a field where its sentence alone would not say whose it is (`Person 2`).
 */
export function ErrorSummary({ form, labelOf }: { form: FormState; labelOf?: (name: string) => string | undefined }) {
  const { t, language } = usePage()
  const errors = Object.entries(form.errors).flatMap(([name, messages]) =>
    messages.map((message) => ({ name, text: sentenceOf(message, t, language) })),
  )
  if (errors.length === 0) return null
  const isOfFields = errors.some(({ name }) => name !== '')
  return (
    // The page came back because of this; a reader without eyes or script must meet it first.
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    <div className="errors flow" role="alert" aria-labelledby="errors" tabIndex={-1} autoFocus>
      <h2 id="errors">{t('form.attention', { count: errors.length })}</h2>
      <ul>
        {errors.map(({ name, text }, at) => {
          const label = labelOf?.(name)
          const sentence = label ? t('common.labelled', { label, text }) : text
          return <li key={at}>{name === '' ? sentence : <a href={`#${fieldId(name)}`}>{sentence}</a>}</li>
        })}
      </ul>
      {isOfFields && <p>{t('form.kept')}</p>}
    </div>
  )
}
