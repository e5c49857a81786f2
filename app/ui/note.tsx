import type { ReactNode } from 'react'

export function Note({ is, children }: { is?: 'ok' | 'warn'; children: ReactNode }) {
  return (
    <div className="note flow" data-is={is}>
      {children}
    </div>
  )
}
