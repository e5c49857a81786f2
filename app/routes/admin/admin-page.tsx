import type { ReactNode } from 'react'
import { AdminSide } from './admin-side.tsx'

/** A page of the administrator's that is about the installation, not about its mail. */
export function AdminPage({
  before,
  title,
  lead,
  action,
  children,
}: {
  before?: ReactNode
  title: string
  lead?: string
  action?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="main desk">
      <AdminSide />
      <main id="main" tabIndex={-1}>
        {before}
        <div className="row ends">
          <div>
            <h1>{title}</h1>
            {lead && <p className="mute">{lead}</p>}
          </div>
          {action}
        </div>
        {children}
      </main>
    </div>
  )
}
