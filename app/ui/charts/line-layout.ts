import { linear, ticksTo } from './scale.ts'

/** A point of time of two courses, in days before the event; null where a course has not come so far, or was over. */
export interface CoursePoint {
  at: number
  current: number | null
  earlier: number | null
}

export const WIDTH = 512
export const HEIGHT = 282
const [TOP, BOTTOM, RIGHT] = [36, 252, 506]

/** How wide a sign is where letters are largest, on phones. */
const LETTER = 10

/** A limit that is so much higher than everything would press the courses to the ground: it is said, not drawn. */
const TOO_HIGH = 6

type Spot = [x: number, y: number]

/** Where everything of a chart of two courses lies, in the units of its view box. */
export function layOutLines(points: CoursePoint[], limit: number | null, labels: { current: string; earlier: string }) {
  const counts = points.flatMap(({ current, earlier }) => [current ?? 0, earlier ?? 0])
  const most = Math.max(1, ...counts)
  const isLimitShown = limit !== null && limit <= most * TOO_HIGH
  const ticks = ticksTo(isLimitShown ? Math.max(most, limit) : most)
  const left = 14 + LETTER * ticks.at(-1)!.toLocaleString('en').length
  const x = linear([points[0]?.at ?? 0, points.at(-1)?.at ?? 0], [left, RIGHT])
  const y = linear([0, ticks.at(-1)!], [BOTTOM, TOP])
  const course = (of: 'current' | 'earlier'): Spot[] =>
    points.flatMap((point) => (point[of] === null ? [] : [[x(point.at), y(point[of])]]))
  const [current, earlier] = [course('current'), course('earlier')]
  const end = current.at(-1)
  const isAbove = end !== undefined && end[1] <= (heightAt(earlier, end[0]) ?? BOTTOM)
  return {
    left,
    right: RIGHT,
    bottom: BOTTOM,
    x,
    ticks: ticks.map((value) => ({ value, y: y(value) })),
    limitY: isLimitShown ? y(limit) : null,
    current: { path: pathOf(current), area: areaOf(current), end, label: labelAt(current, labels.current, isAbove) },
    earlier: {
      path: pathOf(earlier),
      end: earlier.at(-1),
      label: labelAt(earlier, labels.earlier, !isAbove && earlier.at(-1)?.[0] === end?.[0]),
    },
  }
}

/** A label at the end of a course, on the side of it where its letters are free. */
function labelAt(course: Spot[], label: string, isAbove: boolean) {
  const end = course.at(-1)
  if (!end) return null
  const width = label.length * LETTER
  const isBefore = end[0] - width > 60
  const [from, to] = isBefore ? [end[0] - width, end[0]] : [end[0], end[0] + width]
  const over = course.filter(([x]) => x >= from && x <= to).map(([, y]) => y)
  const [highest, lowest] = [Math.min(...over), Math.max(...over)]
  const isFree = isAbove ? highest > TOP + 4 : lowest < BOTTOM - 24
  const y = isAbove === isFree ? highest - 10 : lowest + 24
  return {
    x: isBefore ? end[0] - 6 : end[0] + 6,
    y: Math.max(16, y),
    anchor: isBefore ? ('end' as const) : ('start' as const),
  }
}

function heightAt(course: Spot[], x: number): number | undefined {
  return course.findLast((spot) => spot[0] <= x)?.[1]
}

function pathOf(course: Spot[]): string {
  return course.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('')
}

function areaOf(course: Spot[]): string {
  if (course.length < 2) return ''
  return `${pathOf(course)}V${BOTTOM}H${course[0]![0]}z`
}
