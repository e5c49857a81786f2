import { useDesk } from './desk.ts'
import type { MergeData } from './duplicates-merge.tsx'
import { STATE_TAGS } from './registrations-words.ts'
import { MERGE_FIELDS } from '#app/participants/duplicates/merge-fields.ts'
import { Price } from '#app/ui/money.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, formatMoment } from '#app/values/dates.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'

/** One row for each fact; where the two differ, one chooses. */
export function MergeTable({ form, both, ticketTypes }: MergeData & { form: FormState }) {
  const { slug, zone } = useDesk()
  const { t, path, language } = usePage()
  /** The one that is confirmed stays, or else the earlier one, unless somebody says otherwise. */
  const likely = both.findIndex(({ state }) => state === 'confirmed')
  const keep = typedValue(form, 'keep') ?? String(Math.max(0, likely))
  const textOf = (field: (typeof MERGE_FIELDS)[number], at: 0 | 1) => {
    const value = both[at][field]
    return field === 'country' && value ? countryName(value, language) : (value ?? '')
  }
  const choice = (name: string, at: number, chosen: string, label: string) => (
    <label className="check">
      <input type="radio" name={name} value={at} defaultChecked={chosen === String(at)} /> <bdi>{label || '–'}</bdi>
    </label>
  )
  const nameOf = (id: string) => ticketTypes.find((type) => type.id === id)?.name ?? ''
  return (
    <ScrollTable label={t('registrant.duplicates.compare')}>
      <thead>
        <tr>
          <td />
          {both.map(({ id, code }) => (
            <th key={id} scope="col">
              <a href={path(`/organize/${slug}/registrations/${id}`)}>
                <bdi>{code}</bdi>
              </a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('registrant.duplicates.keep')}</th>
          {both.map(({ id, code }, at) => (
            <td key={id}>{choice('keep', at, keep, code)}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('organize.ticket')}</th>
          {both.map(({ id, ticketTypeId }) => (
            <td key={id}>
              <bdi>{nameOf(ticketTypeId)}</bdi>
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('registrant.columns.state')}</th>
          {both.map(({ id, state }) => (
            <td key={id}>
              <Tag is={STATE_TAGS[state]}>{t(`organize.states.${state}`)}</Tag>
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('registrant.columns.registered')}</th>
          {both.map(({ id, createdAt }) => (
            <td key={id}>
              <time dateTime={createdAt}>{formatMoment(createdAt, zone, language)}</time>
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('registrant.duplicates.paid')}</th>
          {both.map(({ id, paid, currency }) => (
            <td key={id}>
              {currency === null || paid === 0 ? '–' : <Price money={{ amountMinor: paid, currency }} />}
            </td>
          ))}
        </tr>
        {MERGE_FIELDS.map((field) => (
          <tr key={field}>
            <th scope="row">{t(`registrant.duplicates.field.${field}`)}</th>
            {([0, 1] as const).map((at) => (
              <td key={at}>
                {both[0][field] === both[1][field] ? (
                  <bdi>{textOf(field, at) || '–'}</bdi>
                ) : (
                  choice(
                    `from.${field}`,
                    at,
                    typedValue(form, `from.${field}`) ??
                      (both[Number(keep) as 0 | 1][field] ? keep : String(1 - Number(keep))),
                    textOf(field, at),
                  )
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
