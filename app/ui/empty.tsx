import type { ReactNode } from 'react'

/** Nothing to show: the title says so, the children say why and what to do next. */
export function Empty({
  title,
  level: Heading = 'h3',
  children,
}: {
  title: ReactNode
  level?: 'h2' | 'h3'
  children?: ReactNode
}) {
  return (
    <div className="empty flow">
      <Heading>{title}</Heading>
      {children}
    </div>
  )
}
