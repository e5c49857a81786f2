import { SMALL_NUMBER } from '#app/registrations/questions/count-answers.ts'
import type { FoundQuestion } from '#app/registrations/questions/find-question.server.ts'
import { valueLabel } from '#app/ui/question-field.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'

/** How often each answer was given: options in their order, then those that are no longer offered, or countries. */
export function AnswerTotals({
  question,
  totals,
}: {
  question: Pick<FoundQuestion, 'kind' | 'options'>
  totals: { value: string; count: number | null }[]
}) {
  const { t, language } = usePage()
  const { kind, options } = question
  const offered = kind === 'yesno' ? ['yes', 'no'] : kind === 'consent' ? ['yes'] : options.map(({ value }) => value)
  const others = totals.map(({ value }) => value).filter((value) => !offered.includes(value))
  const labelOf = (value: string) => {
    if (kind === 'country') return countryName(value, language)
    return kind === 'consent' ? t('register.yes') : valueLabel({ kind, options }, value, t)
  }
  return (
    <ScrollTable label={t('question.totals')}>
      <thead>
        <tr>
          <th scope="col">{t('question.option')}</th>
          <th scope="col" className="num">
            {t('question.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...offered, ...others].map((value) => {
          const total = totals.find((one) => one.value === value)
          return (
            <tr key={value}>
              <th scope="row">
                <bdi>{labelOf(value)}</bdi>
                {kind !== 'country' && others.includes(value) && (
                  <>
                    {' '}
                    <small>{t('question.retiredOption')}</small>
                  </>
                )}
              </th>
              <td className="num">
                {total && total.count === null ? t('question.fewerThan', { limit: SMALL_NUMBER }) : (total?.count ?? 0)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </ScrollTable>
  )
}
