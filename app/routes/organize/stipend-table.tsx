import { useDesk } from './desk.ts'
import type { StipendLine } from '#app/scholarships/payouts/stipend-sheet.server.ts'
import { Price } from '#app/ui/money.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** The sheet that is signed at the desk; on screen each line can be marked as handed over. */
export function StipendTable({ lines }: { lines: StipendLine[] }) {
  const { t } = usePage()
  return (
    <ScrollTable label={t('award.sheet.title')}>
      <thead>
        <tr>
          <th scope="col" className="num">
            {t('award.sheet.number')}
          </th>
          <th scope="col">{t('award.name')}</th>
          <th scope="col" className="num">
            {t('award.amount')}
          </th>
          <th scope="col">{t('award.sheet.signature')}</th>
          <th scope="col" className="noprint">
            {t('award.state')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
          <tr key={line.id}>
            <td className="num">{at + 1}</td>
            <th scope="row">
              <bdi>{line.fullName}</bdi>
              {line.latinName !== null && (
                <>
                  <br />
                  <small>
                    <bdi>{line.latinName}</bdi>
                  </small>
                </>
              )}
            </th>
            <td className="num">
              <Price
                money={{
                  amountMinor: line.leftMinor > 0 ? line.leftMinor : line.paidMinor,
                  currency: line.currency,
                }}
              />
            </td>
            <td />
            <td className="noprint">
              <Hand line={line} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

function Hand({ line }: { line: StipendLine }) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  if (line.leftMinor <= 0) return <Tag is="ok">{t('award.sheet.paid')}</Tag>
  if (line.gate) return <Tag is="wait">{t(`award.gates.${line.gate}`)}</Tag>
  return (
    <form method="post" action={path(`/organize/${slug}/payouts/stipends`)} className="row">
      <input type="hidden" name="award" value={line.awardId} />
      <input type="hidden" name="component" value={line.id} />
      <input name="reference" aria-label={t('award.sheet.reference')} maxLength={100} required dir="auto" size={10} />
      <button>
        {t('award.sheet.hand')}
        <span className="vh"> {line.fullName}</span>
      </button>
    </form>
  )
}
