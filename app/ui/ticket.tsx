import type { ReactNode } from 'react'
import { QrCode } from './qr-code.tsx'
import { usePage } from './use-page.ts'

/** A ticket as it is shown at the desk. `note` stands under the facts; a void one has no code to show. */
export function Ticket({
  title,
  name,
  code,
  facts,
  isVoid = false,
  note,
}: {
  title: ReactNode
  name: string
  code: string
  facts: [label: ReactNode, value: ReactNode][]
  isVoid?: boolean
  note?: ReactNode
}) {
  const { t } = usePage()
  return (
    <article className={isVoid ? 'ticket void' : 'ticket'} aria-label={t('common.ticketFor', { name })}>
      <div className="flow">
        <p className="kind">{title}</p>
        <h3 className="big">
          {isVoid ? (
            <s>
              <bdi>{name}</bdi>
            </s>
          ) : (
            <bdi>{name}</bdi>
          )}
        </h3>
        <dl>
          {facts.map(([label, value], at) => (
            <Fact key={at} label={label} value={value} />
          ))}
        </dl>
        {note}
      </div>
      <div>
        {isVoid ? (
          <p className="hint">{t('common.noCode')}</p>
        ) : (
          <>
            <QrCode text={code} label={t('common.qrOfTicket', { code })} />
            <p>
              <code>
                <bdi dir="ltr">{code}</bdi>
              </code>
            </p>
            <p className="hint">{t('common.showTicket')}</p>
          </>
        )}
      </div>
    </article>
  )
}

function Fact({ label, value }: { label: ReactNode; value: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  )
}
