import { FinanceSide } from './finance-side.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { WorkSide } from '#app/ui/work-side.tsx'

/** The side navigation at the desk: finance's own, or the desk alone for who has nothing else there. */
export function DeskSide({ isFinance }: { isFinance: boolean }) {
  const { t } = usePage()
  if (isFinance) return <FinanceSide />
  return (
    <WorkSide
      title={t('pay.desk.title')}
      label={t('pay.desk.title')}
      mark="plain"
      links={[{ to: '/finance/desk', label: t('pay.desk.title') }]}
    />
  )
}
