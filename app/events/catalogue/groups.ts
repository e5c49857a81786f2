interface Dated {
  firstOn: string
  status: { kind: string }
}

export interface Group<Row> {
  /** `2027-06`, `1995`, `later`, or `postponed`. */
  key: string
  rows: Row[]
}

const MOST_MONTHS = 4

/** By month for the first months that have something; what comes after four of them is `later`, what has no date last. */
export function groupByMonth<Row extends Dated>(rows: Row[]): Group<Row>[] {
  const isPostponed = ({ status }: Row) => status.kind === 'postponed'
  const postponed = rows.filter(isPostponed)
  const months = byMonth(rows.filter((row) => !isPostponed(row)))
  return postponed.length === 0 ? months : [...months, { key: 'postponed', rows: postponed }]
}

function byMonth<Row extends Dated>(rows: Row[]): Group<Row>[] {
  const months = grouped(rows, (row) => row.firstOn.slice(0, 7))
  if (months.length <= MOST_MONTHS + 1) return months
  const later = months.slice(MOST_MONTHS).flatMap((month) => month.rows)
  return [...months.slice(0, MOST_MONTHS), { key: 'later', rows: later }]
}

export function groupByYear<Row extends Dated>(rows: Row[]): Group<Row>[] {
  return grouped(rows, (row) => row.firstOn.slice(0, 4))
}

function grouped<Row>(rows: Row[], keyOf: (row: Row) => string): Group<Row>[] {
  return [...Map.groupBy(rows, keyOf)].map(([key, rows]) => ({ key, rows }))
}
