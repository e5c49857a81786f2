import type { ReactNode } from 'react'

/**
 * A table that scrolls by itself where it is wider than the page. It takes the focus, so that the keys reach what is out of
 * sight, and it is named: by a text, or by the heading with an id.
 */
export function ScrollTable({
  label,
  labelledBy,
  children,
}: {
  label?: string
  labelledBy?: string
  children: ReactNode
}) {
  return (
    <div className="scroll" role="group" aria-label={label} aria-labelledby={labelledBy} tabIndex={0}>
      <table>{children}</table>
    </div>
  )
}
