import { type SeriesMark, seriesOf } from './series-mark.ts'

export interface FacetValue {
  value: string
  label: string
  count: number
  mark?: SeriesMark
  /** When the boxes of a group are filters of their own. */
  name?: string
}

const MOST = 6

/** The boxes of one filter. What would give nothing is left out; of many, the rarer ones fold away. */
export function FacetChecks({
  legend,
  name,
  values,
  chosen,
  more,
}: {
  legend: string
  name?: string
  values: FacetValue[]
  chosen: string[]
  /** What the fold with the rarer values is called; without it all are shown. */
  more?: string
}) {
  const shown = values.filter(({ value, count }) => count > 0 || chosen.includes(value))
  if (shown.length === 0) return null
  const isFirst = (value: FacetValue, at: number) => !more || at < MOST || chosen.includes(value.value)
  const rest = shown.filter((value, at) => !isFirst(value, at))
  const box = (value: FacetValue) => (
    <FacetCheck key={value.value} name={value.name ?? name ?? ''} {...value} isChosen={chosen.includes(value.value)} />
  )
  return (
    <fieldset>
      <legend>{legend}</legend>
      {shown.filter(isFirst).map(box)}
      {rest.length > 0 && (
        <details>
          <summary>{more}</summary>
          {rest.map(box)}
        </details>
      )}
    </fieldset>
  )
}

function FacetCheck({ name, value, label, count, mark, isChosen }: FacetValue & { name: string; isChosen: boolean }) {
  return (
    <label className="check" data-series={mark && seriesOf(mark)}>
      <input type="checkbox" name={name} value={value} defaultChecked={isChosen} /> {mark && <span className="mark" />}
      {`${label} `}
      <small>{count}</small>
    </label>
  )
}
