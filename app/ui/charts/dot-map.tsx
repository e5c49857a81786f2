import type { ReactNode } from 'react'
import { centreOf } from './country-centres.ts'
import { LAND_DASHES, landPath, MAP_HEIGHT, MAP_WIDTH, spotOf } from './land.ts'

const LAND = landPath()
const [LARGEST, SMALLEST] = [20, 2.5]

interface Counted {
  country: string
  people: number
}

/** The circles of a map: the area of each follows its number, the largest lie below. */
export function circlesOf(counts: Counted[]): { country: string; x: number; y: number; radius: number }[] {
  const most = Math.max(1, ...counts.map(({ people }) => people))
  return counts
    .filter(({ people }) => people > 0)
    .toSorted((one, other) => other.people - one.people)
    .flatMap(({ country, people }) => {
      const centre = centreOf(country)
      const radius = Math.max(SMALLEST, Math.round(Math.sqrt(people / most) * LARGEST * 10) / 10)
      return centre ? [{ country, ...spotOf(centre), radius }] : []
    })
}

/** The world in dots with a circle for each country that people come from; the table beside it says the same. */
export function DotMap({
  label,
  counts,
  nameOf,
  children,
}: {
  label: string
  counts: Counted[]
  nameOf: (country: string) => string
  children: ReactNode
}) {
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`} direction="ltr" role="img" aria-label={label}>
        <path className="land" strokeWidth="5" strokeDasharray={LAND_DASHES} d={LAND} />
        {circlesOf(counts).map(({ country, x, y, radius }) => (
          <circle key={country} cx={x} cy={y} r={radius}>
            <title>{nameOf(country)}</title>
          </circle>
        ))}
      </svg>
      <figcaption>{children}</figcaption>
    </figure>
  )
}
