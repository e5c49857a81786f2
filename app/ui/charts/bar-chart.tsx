import { isolate } from '../isolate.ts'

interface Bar {
  label: string
  value: number
  /** The value as it is read. */
  text: string
}

const [WIDTH, ROW, BAR] = [512, 46, 16]

/** A few numbers as bars, one under the other, each with its name above it; the table beside it says the same. */
export function BarChart({
  id,
  title,
  description,
  bars,
}: {
  id: string
  title: string
  description: string
  bars: Bar[]
}) {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <figure className="chart">
      <svg
        viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`}
        direction="ltr"
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-text`}>{description}</desc>
        {bars.map(({ label, value, text }, at) => {
          const top = at * ROW + 20
          const end = Math.round((value / most) * (WIDTH - 2)) + 1
          const shape = `M1 ${top}H${end}V${top + BAR}H1z`
          return (
            <g key={at}>
              <text x="0" y={top - 6}>
                {isolate(label)}
              </text>
              <text x={WIDTH} y={top - 6} textAnchor="end" className="k">
                {isolate(text)}
              </text>
              {value > 0 ? (
                <>
                  <path className="area" d={shape} />
                  <path className="line" d={shape} />
                </>
              ) : (
                <path d={`M1 ${top}V${top + BAR}`} />
              )}
            </g>
          )
        })}
      </svg>
    </figure>
  )
}
