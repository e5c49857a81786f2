/** Which series' shape and colour a thing carries; `plain` is Plenary's own. */
export type SeriesMark = 'inet' | 'ndss' | 'ntw' | 'regional' | 'plain'

/** The value of `data-series`, which colours everything inside it: none for a series without a mark of its own. */
export function seriesOf(mark: SeriesMark): SeriesMark | undefined {
  return mark === 'plain' ? undefined : mark
}
