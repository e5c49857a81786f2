import { LineLabel } from './line-label.tsx'
import type { Sum, SumLine } from './register-view.ts'
import { Price } from '#app/ui/money.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'
import { formatPercent } from '#app/values/format-percent.ts'

/** Each ticket with whose it is, what lowers the sum, and the tax that is in it. */
export function SumLines({ sum, form }: { sum: Sum; form: FormState }) {
  const { t, language } = usePage()
  const tickets = sum.lines.filter(({ kind }) => kind === 'ticket')
  const lowered = Map.groupBy(
    sum.lines.filter(({ kind }) => kind !== 'ticket'),
    ({ kind, description }) => `${kind} ${description}`,
  )
  const taxes = Map.groupBy(
    sum.lines.filter(({ taxName }) => taxName !== null && sum.due !== null),
    ({ taxName, taxRate }) => `${taxName} ${taxRate}`,
  )
  return (
    <tbody>
      {tickets.map((line, at) => {
        const name = line.guest ?? typedValue(form, `people[${line.person}].fullName`)
        return (
          <tr key={at}>
            <td>
              <bdi>{line.description}</bdi>
              {name && (
                <>
                  <br />
                  <small>
                    <bdi>{name}</bdi>
                  </small>
                </>
              )}
            </td>
            <td className="num">{line.amountMinor === 0 ? t('register.free') : <Price money={line} />}</td>
          </tr>
        )
      })}
      {[...lowered].map(([key, lines]) => (
        <tr key={key}>
          <td>
            <LineLabel line={lines[0]!} />
          </td>
          <td className="num">
            <Price money={sumOf(lines, 'amountMinor')} />
          </td>
        </tr>
      ))}
      {[...taxes].map(([key, lines]) => (
        <tr key={key}>
          <td>
            <small>
              {t('register.taxIncluded', {
                tax: lines[0]!.taxName ?? '',
                rate: formatPercent(lines[0]!.taxRate, language),
              })}
            </small>
          </td>
          <td className="num">
            <small>
              <Price money={sumOf(lines, 'taxMinor')} />
            </small>
          </td>
        </tr>
      ))}
    </tbody>
  )
}

function sumOf(lines: SumLine[], column: 'amountMinor' | 'taxMinor') {
  return { amountMinor: lines.reduce((sum, line) => sum + line[column], 0), currency: lines[0]!.currency }
}
