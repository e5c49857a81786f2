import { foreign } from '../foreign.ts'
import { isolate } from '../isolate.ts'
import { usePage } from '../use-page.ts'
import { changeWords } from '#app/programme/versions/change-words.ts'
import { type SessionChange, sessionOf } from '#app/programme/versions/diff.ts'

/** What became of each session, under its title, in sentences. `noteOf` says something more of one. */
export function ChangeList({
  changes,
  zone,
  noteOf,
}: {
  changes: SessionChange[]
  zone: string
  noteOf?: (change: SessionChange) => string
}) {
  const { t, language } = usePage()
  return (
    <ul role="list" className="flow wide">
      {changes.map((change) => {
        const { id, title, language: spoken } = sessionOf(change)
        return (
          <li key={id}>
            <b {...(spoken ? foreign(spoken, language) : { dir: 'auto' as const })}>{title}</b>
            {changeWords(change, zone, language).map(({ key, values }) => (
              <div key={key}>{t(key, isolated(values))}</div>
            ))}
            {noteOf && <small>{noteOf(change)}</small>}
          </li>
        )
      })}
    </ul>
  )
}

function isolated(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolate(value)]))
}
