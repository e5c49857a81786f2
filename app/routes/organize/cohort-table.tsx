import type { CohortPage } from './cohort-page.server.ts'
import { CohortWhy } from './cohort-why.tsx'
import { pointsText } from './selection-words.ts'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import { TextField } from '#app/ui/fields.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'
import { type FormState, isTicked } from '#app/values/form-state.ts'

/** The candidates with a box for each. One button shows what a change would come to, the other keeps it with its reason. */
export function CohortTable(shown: CohortPage & { form: FormState }) {
  const { rows, form, base, cohort, query, page } = shown
  const { t, path } = usePage()
  const own = path(`${base}/${cohort.id}`)
  const where = `?${new URLSearchParams([...new URLSearchParams(query), ...(page > 1 ? [['page', String(page)]] : [])])}`
  return (
    <form method="post" action={`${own}/members${where}`} data-gauges={`${own}/what-if${where}`}>
      <input type="hidden" name="version" value={cohort.version} />
      <ScrollTable label={cohort.name}>
        <thead>
          <tr>
            <th scope="col">{t('selection.cohort.in')}</th>
            <th scope="col" className="num">
              {t('selection.ranking.rank')}
            </th>
            <th scope="col">{t('selection.ranking.application')}</th>
            <th scope="col" className="more">
              {t('selection.ranking.from')}
            </th>
            <th scope="col" className="num more">
              {t('selection.ranking.mean')}
            </th>
            <th scope="col" className="more">
              {t('selection.ranking.wishes')}
            </th>
            <th scope="col">{t('selection.cohort.gets')}</th>
            <th scope="col">{t('selection.cohort.why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} shown={shown} />
          ))}
        </tbody>
      </ScrollTable>
      <TextField
        form={form}
        name="reason"
        label={t('selection.cohort.reason')}
        hint={t('selection.cohort.reasonHint')}
        maxLength={500}
      />
      <p className="row after">
        <button className="go">{t('selection.cohort.keep')}</button>{' '}
        <button formAction={`${own}/what-if${where}`} formNoValidate>
          {t('selection.cohort.whatIf')}
        </button>
      </p>
    </form>
  )
}

function Row({ row, shown }: { row: CohortPage['rows'][number]; shown: CohortPage & { form: FormState } }) {
  const { call, frame, form, base, cohort } = shown
  const { t, path, language } = usePage()
  const { mark } = row
  const number = numberLabel(call.numberPrefix, row.number ?? 0)
  const isIn = isTicked(form, 'in', row.id) ?? mark?.isIn === true
  const wishes = row.wishes.flatMap((id) => frame.choices.find((choice) => choice.id === id)?.code ?? [])
  return (
    <tr>
      <td>
        <input type="hidden" name="shown" value={row.id} />
        <input
          type="checkbox"
          name="in"
          value={row.id}
          defaultChecked={isIn}
          disabled={row.isHeld}
          aria-label={t('selection.cohort.inOne', { number })}
        />
        {row.isHeld && <input type="hidden" name="in" value={row.id} />}
      </td>
      <td className="num">{row.rank}</td>
      <th scope="row" className="nowrap">
        <a href={path(`${base}/${cohort.id}/members/${row.id}`)}>
          <bdi>{number}</bdi>
        </a>
      </th>
      <td className="more">{row.residence && countryName(row.residence, language)}</td>
      <td className="num more">{row.score === null ? '–' : pointsText(row.score, language)}</td>
      <td className="more">
        <bdi>{wishes.join(', ')}</bdi>
      </td>
      <td>
        {mark?.isIn && (
          <>
            <bdi>
              <b>{frame.choices.find(({ id }) => id === mark.choiceId)?.code ?? ''}</b>
            </bdi>{' '}
            <small>
              <bdi>{frame.packages.find(({ id }) => id === mark.packageId)?.name ?? ''}</bdi>
            </small>
          </>
        )}
      </td>
      <td>
        {row.isHeld && <Tag is="ok">{t('selection.cohort.held')}</Tag>}
        {mark?.byHand && <Tag is={mark.isIn ? 'ok' : 'off'}>{t('selection.cohort.byHand')}</Tag>}{' '}
        {mark && <CohortWhy mark={mark} call={call} frame={frame} />}
      </td>
    </tr>
  )
}
