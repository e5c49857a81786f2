import { useDesk } from './desk.ts'
import { ROW_TAGS } from './run-tag.tsx'
import type { RunData } from './run.tsx'
import { RunChanges } from './run-changes.tsx'
import { problemText } from './run-words.ts'
import { CONFLICT } from '#app/participants/runs/problems.ts'
import type { RowState } from '#app/participants/runs/run-kinds.ts'
import { Tag } from '#app/ui/tag.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

type Props = RunData & { rowStates: RowState[]; addressOf: (query: Record<string, string>) => string }

/** The rows of a run, each with what it changes and why it cannot; conflicts can be ticked before it begins. */
export function RunRows({ run, rows, state, names, rowStates, addressOf }: Props) {
  const { slug } = useDesk()
  const { t, path, language } = usePage()
  const base = `/organize/${slug}`
  const isOpen = run.state === 'preview' && run.conflicts > 0
  const present = rowStates.filter((one) => (run.counts[one] ?? 0) > 0)
  const table = (
    <ScrollTable labelledBy="rows">
      <thead>
        <tr>
          {run.props.kind === 'import' && (
            <th scope="col" className="num">
              {t('run.rows.row')}
            </th>
          )}
          <th scope="col">{t('run.rows.who')}</th>
          <th scope="col">{t('run.rows.why')}</th>
          <th scope="col">{t('run.rows.change')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.position}>
            {run.props.kind === 'import' && <td className="num">{row.position}</td>}
            <th scope="row">
              {row.subjectId === null ? (
                t('run.rows.nobody')
              ) : (
                <a href={path(`${base}/registrations/${row.subjectId}`)}>
                  <bdi>{row.fullName || row.code}</bdi>
                </a>
              )}
              <br />
              <small>
                <bdi>{row.code}</bdi>
              </small>
            </th>
            <td>
              <Tag is={ROW_TAGS[row.state]}>{t(`run.rows.${row.state}`)}</Tag>
              {row.problem !== '' &&
                row.problem.split('\n').map((problem) => (
                  <p key={problem}>
                    <small>{problemText(problem, { t, language, questions: names.questions })}</small>
                  </p>
                ))}
              {isOpen && row.problem === CONFLICT && (
                <label className="check">
                  <input type="checkbox" name="position" value={row.position} /> <span>{t('run.conflicts.tick')}</span>
                </label>
              )}
            </td>
            <td>
              <RunChanges row={row} names={names} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
  return (
    <section className="flow after" aria-labelledby="rows">
      <h2 id="rows">{t('run.rows.title')}</h2>
      <nav className="row" aria-label={t('run.rows.filter')}>
        {[null, ...present].map((one) => {
          const label = t(`run.rows.${one ?? 'all'}`)
          return one === state ? (
            <b key={label} aria-current="true">
              {label}
            </b>
          ) : (
            <a key={label} href={addressOf(one === null ? {} : { rows: one })}>
              {label}
            </a>
          )
        })}
        {(run.counts.refused ?? 0) > 0 && (
          <a href={path(`${base}/runs/${run.id}/refused.csv`)} download>
            {t('run.rows.csv')}
          </a>
        )}
      </nav>
      {rows.length === 0 ? (
        <p className="mute">{t('run.rows.none')}</p>
      ) : isOpen ? (
        <form method="post" action={path(`${base}/runs/${run.id}/conflicts`)}>
          <p>{t('run.conflicts.lead', { count: run.conflicts })}</p>
          {table}
          <p className="row after">
            <button>{t('run.conflicts.button')}</button>
          </p>
        </form>
      ) : (
        table
      )}
    </section>
  )
}
