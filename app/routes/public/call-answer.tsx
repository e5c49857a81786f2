import { Fragment } from 'react'
import type { CallQuestion } from '#app/applications/calls/call.ts'
import { readCosts, typedCosts } from '#app/applications/form/costs-answer.ts'
import { ratingsOf } from '#app/applications/form/grid-answer.ts'
import { SKILLS, splitLevels } from '#app/registrations/questions/question.ts'
import { isKey } from '#app/locales/translate.ts'
import { usePage } from '#app/ui/use-page.ts'
import { kilobytes } from '#app/ui/file-field.tsx'
import { countryName, formatDay } from '#app/values/dates.ts'
import { isCountry } from '#app/values/fields.ts'
import { isPartialDay } from '#app/values/moment.ts'
import { formatMoney } from '#app/values/money.ts'

/** Names and sizes of files by their ids, with where each can be read. */
export type NamedFiles = Record<string, { name: string; byteCount: number; address: string } | undefined>

/** An answer as it is read: its options by their labels, a text with its lines, a table as one. */
export function CallAnswer({
  question,
  values,
  currency,
  files,
}: {
  question: Pick<CallQuestion, 'kind' | 'options' | 'rows' | 'levels'>
  values: string[]
  currency: string
  files: NamedFiles
}) {
  const { t, language } = usePage()
  const value = values[0] ?? ''
  const labelOf = (list: { value: string; label: string }[], one: string) =>
    list.find((option) => option.value === one)?.label ?? one
  const levelOf = (typed = '') => {
    const key = `question.levels.${typed}`
    return isKey(key) ? t(key) : typed
  }
  switch (question.kind) {
    case 'longtext':
      return (
        <p dir="auto">
          {value.split('\n').map((line, at) => (
            <Fragment key={at}>
              {at > 0 && <br />}
              {line}
            </Fragment>
          ))}
        </p>
      )
    case 'country':
      return <bdi>{isCountry(value) ? countryName(value, language) : value}</bdi>
    case 'date':
      return <bdi>{isPartialDay(value) ? formatDay(value, language) : value}</bdi>
    case 'yesno':
    case 'consent':
      return value === 'yes' ? t('register.yes') : value === 'no' ? t('register.no') : value
    case 'choice':
    case 'choices':
      return values.map((one) => labelOf(question.options, one)).join(t('common.listSeparator'))
    case 'languages':
      return values.map(splitLevels).map(({ value: one, levels }) => (
        <p key={one}>
          <b>
            <bdi>{labelOf(question.options, one)}</bdi>
          </b>{' '}
          {SKILLS.map((skill, at) => `${t(`question.skills.${skill}`)}${t('mail.colon')} ${levelOf(levels[at])}`).join(
            t('common.listSeparator'),
          )}
        </p>
      ))
    case 'grid':
      return [...ratingsOf(values)].map(([row, level]) => (
        <p key={row}>
          <bdi>{labelOf(question.rows, row)}</bdi>
          {t('mail.colon')} <b>{labelOf(question.levels, level)}</b>
        </p>
      ))
    case 'costs':
      return <CostsRead question={question} values={values} currency={currency} />
    case 'file': {
      const file = files[value]
      return file ? (
        <a href={file.address}>{t('application.review.file', { name: file.name, size: kilobytes(file.byteCount) })}</a>
      ) : null
    }
    default:
      return <bdi>{value}</bdi>
  }
}

function CostsRead({
  question,
  values,
  currency,
}: {
  question: Pick<CallQuestion, 'rows'>
  values: string[]
  currency: string
}) {
  const { t, language } = usePage()
  const costs = readCosts(values, currency)
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency }, language)
  const name = (row: string) => question.rows.find(({ value }) => value === row)?.label ?? row
  if (!costs)
    return typedCosts(values).map(({ row, cost, own, others }) => (
      <p key={row}>
        <bdi>{name(row)}</bdi>
        {t('mail.colon')} <bdi dir="ltr">{[cost, own, others].filter(Boolean).join(' / ')}</bdi>
      </p>
    ))
  return (
    <>
      {costs.rows.map(({ row, cost }) => (
        <p key={row}>
          <bdi>{name(row)}</bdi>
          {t('mail.colon')} <bdi>{money(cost)}</bdi>
        </p>
      ))}
      <p>
        <b>{t('application.form.asked', { amount: money(costs.asked), cost: money(costs.cost) })}</b>
      </p>
    </>
  )
}
