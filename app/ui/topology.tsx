import type { SeriesMark } from './series-mark.ts'
import { SHAPES } from './topology-shapes.ts'

/** The ornament of a poster: the shape that a series is known by. */
export function Topology({ mark }: { mark: SeriesMark }) {
  const { lines, nodes = lines, height } = SHAPES[mark]
  return (
    <svg className="topo" viewBox={`0 0 520 ${height}`} preserveAspectRatio="xMinYMid slice" aria-hidden="true">
      <path d={lines} />
      <path d={nodes} />
    </svg>
  )
}
