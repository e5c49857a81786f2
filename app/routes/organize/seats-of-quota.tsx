import { useDesk } from './desk.ts'
import { SeatsWords } from './seats-words.tsx'
import type { SeatsData } from './seats.tsx'
import { PARTS } from '#app/participants/accounting/account-seats.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

type Quota = SeatsData['quotas'][number]
type Part = (typeof PARTS)[number]

/** What there always is, and what is shown where there is any of it. */
const ALWAYS: Part[] = ['confirmed', 'held', 'free']

/** The pools of seats as accounts: each part a list, and their sum the size. */
export function SeatsOfQuotas({ quotas }: Pick<SeatsData, 'quotas'>) {
  const { slug, rights } = useDesk()
  const { t, path } = usePage()
  const parts = PARTS.filter((part) => ALWAYS.includes(part) || quotas.some(({ account }) => account[part] > 0))
  const hasOver = quotas.some(({ account }) => account.over > 0)
  return (
    <ScrollTable label={t('registrant.seats.title')}>
      <thead>
        <tr>
          <th scope="col">{t('registrant.seats.quota')}</th>
          {parts.map((part) => (
            <th key={part} scope="col" className="num">
              {t(`registrant.seats.part.${part}`)}
            </th>
          ))}
          {hasOver && (
            <th scope="col" className="num">
              {t('registrant.seats.part.over')}
            </th>
          )}
          <th scope="col" className="num">
            {t('registrant.seats.size')}
          </th>
        </tr>
      </thead>
      <tbody>
        {quotas.map((quota) => (
          <tr key={quota.id}>
            <th scope="row">
              <bdi>{quota.name}</bdi>
              <SeatsWords quota={quota} />
            </th>
            {parts.map((part) => (
              <td key={part} className="num">
                <Count quota={quota} part={part} />
              </td>
            ))}
            {hasOver && <td className="num">{quota.account.over > 0 ? `−${quota.account.over}` : 0}</td>}
            <td className="num">
              <b>
                {rights.includes('organize') ? (
                  <a href={path(`/organize/${slug}/seats/${quota.id}`)}>{quota.account.size}</a>
                ) : (
                  quota.account.size
                )}
              </b>
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

/** A number that leads to those it counts. */
function Count({ quota: { id, account }, part }: { quota: Quota; part: Part }) {
  const { slug, rights } = useDesk()
  const { path } = usePage()
  const list = listOf(part, id, rights.includes('organize'))
  if (list === null || account[part] === 0) return account[part]
  return <a href={path(`/organize/${slug}/${list}`)}>{account[part]}</a>
}

function listOf(part: Part, quotaId: string, mayOrganize: boolean): string | null {
  if (part === 'confirmed' || part === 'held') return `registrations?quota=${quotaId}&state=${part}`
  if (!mayOrganize) return null
  return part === 'offered' ? 'waiting?state=offered' : part === 'blocked' ? 'blocks' : null
}
