import type { DetailsForEditing } from '#app/events/editing-queries.server.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { languageName } from '#app/values/dates.ts'

/** Of each language of an event what it lacks that another has: `French: summary, description`. */
export function MissingTexts({ address, missing }: { address: string; missing: DetailsForEditing['missing'] }) {
  const { t, language, path } = usePage()
  if (missing.length === 0) return null
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return (
    <Note>
      <p>{t('author.details.missing')}</p>
      <ul>
        {missing.map(({ language: code, fields }) => (
          <li key={code}>
            <a href={path(`${address}?text=${code}`)}>{languageName(code, language)}</a>:{' '}
            {list.format(fields.map((field) => t(`organize.fields.${field}`)))}
          </li>
        ))}
      </ul>
    </Note>
  )
}
