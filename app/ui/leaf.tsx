import type { ReactNode } from 'react'

/** A ruled section whose title hangs in the margin; `isWide` keeps the title above a full-width body. */
export function Leaf({
  id,
  title,
  isWide = false,
  isPrinted = true,
  children,
}: {
  id: string
  title: ReactNode
  isWide?: boolean
  /** Whether it is worth its place on paper. */
  isPrinted?: boolean
  children: ReactNode
}) {
  return (
    <section className={`leaf${isWide ? ' wide' : ''}${isPrinted ? '' : ' noprint'}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="flow">{children}</div>
    </section>
  )
}
