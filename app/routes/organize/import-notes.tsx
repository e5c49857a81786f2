import type { ShownPlan } from './programme-preview.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { usePage } from '#app/ui/use-page.ts'

/** So many titles are named; of more, how many. */
const NAMED = 5

/** Names of zones keep their own direction inside the sentence. */
function isolated(details: Record<string, string | number> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, isolate(String(value))]))
}

/** In which ways the file was read that somebody may not expect, and of which entries. */
export function ImportNotes({ plan }: { plan: ShownPlan }) {
  const { t } = usePage()
  const noted = plan.entries
    .filter(({ is }) => is === 'new' || is === 'changed')
    .flatMap(({ title, notes }) =>
      notes.map((note) => ({ title, sentence: t(`programme.note.${note.code}`, isolated(note.details)) })),
    )
  const sentences = Map.groupBy(noted, ({ sentence }) => sentence)
  if (sentences.size === 0) return null
  return (
    <section aria-labelledby="notes" className="note flow after">
      <h2 id="notes">{t('programme.preview.notes')}</h2>
      <ul>
        {[...sentences].map(([sentence, all]) => {
          const titles = [...new Set(all.map(({ title }) => title))]
          return (
            <li key={sentence}>
              {sentence} (<bdi>{all.length}</bdi>):{' '}
              {titles.slice(0, NAMED).map((title, at) => (
                <span key={title}>
                  {at > 0 && ' · '}
                  <bdi>{title}</bdi>
                </span>
              ))}
              {titles.length > NAMED && ' …'}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
