import type { ReactNode } from 'react'
import { type CoursePoint, HEIGHT, layOutLines, WIDTH } from './line-layout.ts'
import { isolate } from '../isolate.ts'

interface Props {
  id: string
  title: string
  description: string
  points: CoursePoint[]
  limit: { value: number; label: string } | null
  /** What stands at the ends of the two courses. */
  labels: { current: string; earlier: string }
  /** Under the axis: where, and what; `isNow` is the one that must be read. */
  days: { at: number; label: string; isNow?: boolean }[]
  format: (count: number) => string
  /** The same as a table. */
  children: ReactNode
}

/** One course with its area against an earlier one: no colour is needed to tell them apart. */
export function LineChart({ id, title, description, points, limit, labels, days, format, children }: Props) {
  const { left, right, bottom, x, ticks, limitY, current, earlier } = layOutLines(points, limit?.value ?? null, labels)
  return (
    <figure className="chart">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        direction="ltr"
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-text`}>{description}</desc>
        <path d={ticks.map(({ y }) => `M${left} ${y}H${right}`).join('')} />
        {limitY !== null && <path className="aim" d={`M${left} ${limitY}H${right}`} />}
        {current.area && <path className="area" d={current.area} />}
        <path className="was" d={earlier.path} />
        <path className="line" d={current.path} />
        {current.end && <circle cx={current.end[0]} cy={current.end[1]} r="5" />}
        {ticks.map(({ value, y }) => (
          <text key={value} x={left - 6} y={y + 4} textAnchor="end">
            {format(value)}
          </text>
        ))}
        {shownDays(days, x).map(({ at, label, isNow, anchor }) => (
          <text key={at} x={x(at)} y={bottom + 24} textAnchor={anchor} className={isNow ? 'k' : undefined}>
            {isolate(label)}
          </text>
        ))}
        {limit && limitY !== null && (
          <text x={left + 2} y={limitY - 8}>
            {isolate(limit.label)}
          </text>
        )}
        <EndLabel label={labels.earlier} spot={earlier.label} />
        <EndLabel label={labels.current} spot={current.label} isKey />
      </svg>
      {children}
    </figure>
  )
}

function EndLabel({
  label,
  spot,
  isKey = false,
}: {
  label: string
  spot: { x: number; y: number; anchor: 'start' | 'end' } | null
  isKey?: boolean
}) {
  if (!spot) return null
  return (
    <text x={spot.x} y={spot.y} textAnchor={spot.anchor} className={isKey ? 'k' : undefined}>
      {isolate(label)}
    </text>
  )
}

const NEAR = 100

/** The days that have room beside the one that must be read. */
function shownDays(days: Props['days'], x: (at: number) => number) {
  const now = days.find(({ isNow }) => isNow)
  const isFree = ({ at, isNow = false }: Props['days'][number]) => isNow || !now || Math.abs(x(at) - x(now.at)) >= NEAR
  return days.filter(isFree).map((day) => {
    const place = x(day.at)
    return {
      ...day,
      anchor: place < NEAR ? ('start' as const) : place > WIDTH - NEAR ? ('end' as const) : ('middle' as const),
    }
  })
}
