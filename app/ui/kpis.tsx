import type { ReactNode } from 'react'

export interface Kpi {
  label: ReactNode
  value: ReactNode
  detail?: ReactNode
}

export function Kpis({ items }: { items: Kpi[] }) {
  return (
    <dl className="kpis">
      {items.map(({ label, value, detail }, at) => (
        <div key={at}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {detail !== undefined && <dd>{detail}</dd>}
        </div>
      ))}
    </dl>
  )
}
