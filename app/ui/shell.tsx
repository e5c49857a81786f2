import type { ReactNode } from 'react'

export type ShellKind = 'public' | 'work' | 'paper'

export function Shell({ children }: { kind: ShellKind; section?: string | undefined; children: ReactNode }) {
  return <body>{children}</body>
}
