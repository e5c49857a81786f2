import type { ReactNode } from 'react'
import type { ShownPlan } from './programme-preview.tsx'
import { ImportTime } from './import-time.tsx'
import type { Change } from '#app/programme/import/import-plan.ts'
import type { Translate, Values } from '#app/locales/translate.ts'
import { kindWord } from '#app/ui/event/kind-word.ts'
import { isolate } from '#app/ui/isolate.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

type Entry = ShownPlan['entries'][number]

/** Every entry of a file under what becomes of it; what needs somebody first, what stays as it is folded away. */
export function ImportTables({ plan }: { plan: ShownPlan }) {
  const { t } = usePage()
  const of = (is: Entry['is']) => plan.entries.filter((entry) => entry.is === is)
  const [refused, changed, added, removed] = [of('refused'), of('changed'), of('new'), of('removed')]
  const quiet = [...of('left-out'), ...of('same')]
  return (
    <>
      <Part
        name="refused"
        entries={refused}
        lead={t('programme.preview.refusedLead')}
        last={t('programme.preview.why')}
      >
        {({ problems }) => (
          <ul role="list">
            {problems.map((problem, at) => (
              <li key={at}>{t(`programme.problem.${problem.code}`, inWords(problem.details, t))}</li>
            ))}
          </ul>
        )}
      </Part>
      <Part name="changed" entries={changed} last={t('programme.preview.changed')}>
        {({ changes }) => <Changes changes={changes} />}
      </Part>
      <Part name="added" entries={added} last={t('programme.room')}>
        {({ room }) => <bdi>{room}</bdi>}
      </Part>
      <Part name="removed" entries={removed} lead={t('programme.preview.removedLead')} />
      {quiet.length > 0 && (
        <details>
          <summary>
            {t('programme.preview.same')} · {t('programme.preview.leftOut')}
          </summary>
          <ul>
            {quiet.map((entry) => (
              <li key={`${entry.line} ${entry.when}`}>
                <bdi>{entry.title || t('programme.untitled')}</bdi>{' '}
                <small>{entry.why ? t(`programme.why.${entry.why}`) : <ImportTime when={entry.when} />}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Part({
  name,
  entries,
  lead,
  last,
  children,
}: {
  name: 'refused' | 'changed' | 'added' | 'removed'
  entries: Entry[]
  lead?: string
  last?: string
  children?: (entry: Entry) => ReactNode
}) {
  const { t } = usePage()
  if (entries.length === 0) return null
  return (
    <section aria-labelledby={name} className="after">
      <h2 id={name}>{t(`programme.preview.${name}`)}</h2>
      {lead && <p className="mute">{lead}</p>}
      <ScrollTable labelledBy={name}>
        <thead>
          <tr>
            <th scope="col">{t('programme.session')}</th>
            {last && <th scope="col">{last}</th>}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={`${entry.line} ${entry.when}`}>
              <th scope="row">
                <bdi>{entry.title || t('programme.untitled')}</bdi>
                <br />
                <small>
                  {entry.is === 'refused' && (
                    <>
                      {t('programme.preview.line')} {entry.line}
                      {entry.when !== '' && ' · '}
                    </>
                  )}
                  <ImportTime when={entry.when} />
                </small>
              </th>
              {last && <td>{children?.(entry)}</td>}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  )
}

/** Old and new of each field, told apart by words and not only by a line through them. */
function Changes({ changes }: { changes: Change[] }) {
  const { t } = usePage()
  return (
    <ul role="list">
      {changes.map((change) => (
        <li key={change.field}>
          {fieldWord(change.field, t)}: <span className="vh">{t('programme.preview.was')} </span>
          <del>
            <Value change={change} side="from" />
          </del>{' '}
          <span className="vh">{t('programme.preview.becomes')} </span>
          <ins>
            <Value change={change} side="to" />
          </ins>
        </li>
      ))}
    </ul>
  )
}

/** A column of a spreadsheet is told by its name; what was typed keeps its own direction. */
function inWords({ column, ...details }: NonNullable<Entry['problems'][number]['details']> = {}, t: Translate): Values {
  const typed = Object.entries(details).map(([name, value]) => [
    name,
    typeof value === 'string' ? isolate(value) : value,
  ])
  return {
    ...(Object.fromEntries(typed) as Values),
    ...(column ? { column: t(`release.column.${column as 'title'}`) } : {}),
  }
}

function fieldWord(field: Change['field'], t: Translate): string {
  return field === 'when' || field === 'public' ? t(`programme.changedField.${field}`) : t(`release.column.${field}`)
}

/** Enough of a long text to know it again. */
const LONGEST = 160

function Value({ change, side }: { change: Change; side: 'from' | 'to' }) {
  const { t } = usePage()
  const text = change[side]
  if (change.field === 'when') return <ImportTime when={text} />
  if (change.field === 'public') return <>{t(text === '1' ? 'programme.everybody' : 'programme.organizers')}</>
  if (change.field === 'kind') return <>{kindWord(text, t)}</>
  if (text === '') return <>{t('programme.preview.nothingHere')}</>
  const letters = [...text]
  return <bdi>{letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : text}</bdi>
}
