import type { ReactNode } from 'react'

export type TagKind = 'ok' | 'wait' | 'bad' | 'off'

/** A status as shape, colour and word; without `is` it is something planned. */
export function Tag({ is, children }: { is?: TagKind | undefined; children: ReactNode }) {
  return (
    <span className="tag" data-is={is}>
      {children}
    </span>
  )
}
