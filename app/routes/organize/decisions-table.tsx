import type { DecisionOptions } from './decision-page.server.ts'
import { useRefusal } from './decision-words.ts'
import type { DecisionRow } from '#app/applications/decisions/list-decisions.server.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'

const TAGS: Record<string, TagKind> = { accept: 'ok', reserve: 'wait', decline: 'off' }

/** Applications with what is decided about each; what was released cannot be ticked any more. */
export function DecisionsTable({
  rows,
  options,
  base,
  form,
}: {
  rows: DecisionRow[]
  options: DecisionOptions
  base: string
  form: FormState
}) {
  const { t, path, language } = usePage()
  const nameIn = (list: { id: string; name: string }[], id: string | null) => list.find((one) => one.id === id)?.name
  return (
    <ScrollTable label={t('admission.desk.applications')}>
      <thead>
        <tr>
          <th scope="col">{t('admission.desk.name')}</th>
          <th scope="col" className="num">
            {t('admission.desk.score')}
          </th>
          <th scope="col">{t('admission.desk.decision')}</th>
          <th scope="col">{t('admission.desk.choice')}</th>
          <th scope="col">{t('admission.desk.award')}</th>
          <th scope="col">{t('admission.desk.country')}</th>
          <th scope="col">{t('admission.desk.state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              {row.state === 'open' && (
                <>
                  <input
                    type="checkbox"
                    name="applications"
                    value={row.id}
                    aria-label={t('admission.desk.pick', { name: row.fullName })}
                    defaultChecked={form.values['applications']?.includes(row.id) ?? false}
                  />{' '}
                </>
              )}
              <a href={path(`${base}/${row.id}`)}>
                <bdi>{row.fullName}</bdi>
              </a>{' '}
              <small>{row.number}</small>
            </th>
            <td className="num">{row.score === null ? '–' : (row.score / 1000).toFixed(1)}</td>
            <td>
              {row.kind === null ? (
                <Tag>{t('admission.kind.none')}</Tag>
              ) : (
                <Tag is={TAGS[row.kind]}>
                  {t(`admission.kind.${row.kind}`)} {row.place}
                </Tag>
              )}
            </td>
            <td>
              <bdi>{nameIn(options.choices, row.choiceId ?? row.wishId) ?? '–'}</bdi>
            </td>
            <td>
              <bdi>{nameIn(options.packages, row.packageId) ?? '–'}</bdi>
            </td>
            <td>{row.residence ? countryName(row.residence, language) : '–'}</td>
            <td>
              <Standing row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

function Standing({ row: { kind, state, refusal } }: { row: DecisionRow }) {
  const { t } = usePage()
  const say = useRefusal()
  if (kind === null) return null
  if (state !== 'open') return <>{t('admission.desk.released')}</>
  return <>{refusal ? t('admission.desk.behind', { why: say(refusal) }) : t('admission.desk.embargoed')}</>
}
