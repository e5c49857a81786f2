import type { QuotaUse } from '#app/registrations/offer/quota-use.server.ts'
import { usePage } from '#app/ui/use-page.ts'

const PARTS = ['confirmed', 'held', 'blocked', 'offered', 'changing'] as const

/** What the taken seats of a pool are, in small print; nothing when all are of one plain kind. */
export function MadeUp({ use }: { use: QuotaUse | undefined }) {
  const { t } = usePage()
  if (!use) return null
  const parts = PARTS.filter((part) => use[part] > 0)
  if (parts.length === 0 || (parts.length === 1 && parts[0] === 'confirmed')) return null
  return (
    <>
      {parts.map((part) => (
        <span key={part}>
          <br />
          <small>{t(`offer.made.${part}`, { count: use[part] })}</small>
        </span>
      ))}
    </>
  )
}
