import type { PaperListed } from '#app/payments/papers/queries.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

/** The papers of an order, each to be opened and printed. */
export function PapersList({ papers }: { papers: PaperListed[] }) {
  const { t, path, language } = usePage()
  if (papers.length === 0) return <p className="mute">{t('paper.none')}</p>
  return (
    <ul>
      {papers.map(({ id, kind, number, issuedOn }) => (
        <li key={id}>
          <a href={path(`/finance/papers/${id}.pdf`)}>
            {t('paper.downloadPaper', {
              paper: t(`paper.title.${kind}`, { number }),
              day: formatDay(issuedOn, language),
            })}
          </a>
        </li>
      ))}
    </ul>
  )
}
