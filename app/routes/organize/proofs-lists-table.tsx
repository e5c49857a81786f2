import { useDesk } from './desk.ts'
import { LISTED } from '#app/registrations/proofs/lists-form.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** How many stand on each list. */
export function ListsTable({ counts }: { counts: Record<string, number> }) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <ScrollTable label={t('question.proofs.lists')}>
      <tbody>
        {LISTED.map((eligibility) => {
          const count = counts[eligibility] ?? 0
          const name = t(`question.proofs.eligibility.${eligibility}`)
          return (
            <tr key={eligibility}>
              <th scope="row">{name}</th>
              <td>{count > 0 ? t('question.proofs.onList', { count }) : t('question.proofs.nobody')}</td>
              <td>
                {count > 0 && (
                  <a href={path(`/organize/${slug}/proofs/lists/${eligibility}/clear`)}>
                    {t('question.proofs.clear')}
                    <span className="vh"> {name}</span>
                  </a>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </ScrollTable>
  )
}
