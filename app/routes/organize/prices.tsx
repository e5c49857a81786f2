import { useDesk } from './desk.ts'
import { priceAt } from '#app/registrations/pricing.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { usePage } from '#app/ui/use-page.ts'

interface Step {
  id: string
  kind: 'early' | 'standard' | 'late' | 'onsite' | 'only'
  currency: string
  amountMinor: number
  startsAt: string | null
  endsAt: string | null
}

/** The dated prices of a ticket type; the one in force now is named. */
export function Prices({ steps }: { steps: Step[] }) {
  const { zone } = useDesk()
  const { t, now } = usePage()
  if (steps.length === 0) return t('organize.free')
  return steps.map((step) => {
    const current = priceAt(steps, step.currency, now)
    const isNow = current.kind === 'step' && current.step === step
    return (
      <div key={step.id}>
        {isNow ? (
          <b>
            <Price money={step} /> {t('organize.now')}
          </b>
        ) : (
          <Price money={step} />
        )}
        {step.kind !== 'only' && <> · {t(`organize.priceKinds.${step.kind}`)}</>}
        {step.endsAt && (
          <>
            <br />
            <small>
              {t('organize.until')} <Moment at={step.endsAt} zone={zone} />
            </small>
          </>
        )}
      </div>
    )
  })
}
