import type { ReactNode } from 'react'

/** The seat meter; the words beside it carry the meaning. */
export function Seats({ size, taken, children }: { size: number; taken: number; children?: ReactNode }) {
  return (
    <div className="seats">
      <meter aria-hidden="true" max={size} value={Math.min(taken, size)} />
      {children}
    </div>
  )
}
