import type { ReactNode } from 'react'
import { FinanceSide } from './finance-side.tsx'

/** A screen of finance: the way around, the heading with what it says under it, and what the page is about. */
export function FinancePage({
  title,
  lead,
  actions,
  before,
  seesAll,
  waiting,
  children,
}: {
  title: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  /** Above the heading: where one is, or what went wrong. */
  before?: ReactNode
  seesAll: boolean
  waiting?: number
  children: ReactNode
}) {
  return (
    <div className="main desk">
      <FinanceSide seesAll={seesAll} {...(waiting === undefined ? {} : { waiting })} />
      <main id="main" tabIndex={-1} className="flow">
        {before}
        <div className="row ends">
          <div>
            <h1>{title}</h1>
            {lead && <p className="mute">{lead}</p>}
          </div>
          {actions && <div className="row">{actions}</div>}
        </div>
        {children}
      </main>
    </div>
  )
}

/** What every screen of finance says to caches and to the next site. */
export const financeHeaders = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' })
