import { sentenceOf } from '#app/locales/message.ts'
import { isolate } from '#app/ui/isolate.ts'
import { usePage } from '#app/ui/use-page.ts'

/** Tickets that cannot be had now, each with why. */
export function ImpossibleOptions({
  title,
  options,
}: {
  title: string
  options: { id: string; name: string; why: string | null }[]
}) {
  const { t } = usePage()
  if (options.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {options.map(({ id, name, why }) => (
          <li key={id}>{t('common.labelled', { label: isolate(name), text: sentenceOf(why!, t) })}</li>
        ))}
      </ul>
    </>
  )
}
