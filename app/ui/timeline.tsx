import type { ReactNode } from 'react'

export interface TimelineItem {
  at?: ReactNode
  dateTime?: string
  title: ReactNode
  detail?: ReactNode
  state: 'done' | 'current' | 'next'
}

export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol role="list" className="timeline">
      {items.map(({ at, dateTime, title, detail, state }, index) => (
        <li
          key={index}
          className={state === 'done' ? 'done' : undefined}
          aria-current={state === 'current' ? 'step' : undefined}
        >
          {at && <time dateTime={dateTime}>{at}</time>}
          <b>{title}</b>
          {detail && <small>{detail}</small>}
        </li>
      ))}
    </ol>
  )
}
