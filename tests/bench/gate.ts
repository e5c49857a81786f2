import type { Aim } from './aims.ts'
import type { Figure } from './bench.ts'

/** `worse` and `missing` fail; `short` is no worse than last time, and not yet where it is to be. */
export type Outcome = 'worse' | 'missing' | 'short' | 'fine' | 'shown'

export interface Verdict {
  bench: string
  figure: string
  database: Figure['database']
  unit: string
  /** Null when it was not measured. */
  now: number | null
  /** Of the kept figures; null when there was none. */
  last: number | null
  /** What it may be at the worst; null for what is only shown. */
  limit: number | null
  aim: number | null
  outcome: Outcome
}

interface Measured {
  /** The benches that were run. */
  benches: string[]
  /** Their figures, each with the name of its bench. */
  now: (Figure & { bench: string })[]
  last: (Figure & { bench: string })[]
  aims: readonly Aim[]
}

/**
 * Holds what was measured against what was kept. A figure without an aim of its own in the table is only shown; one that
 * is in the table and was not measured fails, so that nothing falls silent.
 */
export function judge({ benches, now, last, aims }: Measured): Verdict[] {
  const kept = new Map(last.map((figure) => [keyOf(figure), figure]))
  const judged = now.map((figure) => verdictOf(figure, kept.get(keyOf(figure)) ?? null, aims))
  const measured = new Set(now.map(keyOf))
  const gone = last
    .filter((figure) => benches.includes(figure.bench) && !measured.has(keyOf(figure)))
    .filter((figure) => aimOf(figure, aims) !== null)
    .map((figure) => missing(figure, figure.value, aimOf(figure, aims)!.aim))
  const known = [...now, ...last]
  const never = aims
    .filter((aim) => benches.includes(aim.bench) && !known.some((figure) => isOf(aim, figure)))
    .map((aim) => missing({ bench: aim.bench, figure: String(aim.figure), database: null, unit: '' }, null, aim.aim))
  return [...judged, ...gone, ...never]
}

export function hasFailed({ outcome }: Verdict): boolean {
  return outcome === 'worse' || outcome === 'missing'
}

/** The first line of the table that speaks of it. */
export function aimOf(figure: Pick<Figure, 'figure'> & { bench: string }, aims: readonly Aim[]): Aim | null {
  return aims.find((aim) => isOf(aim, figure)) ?? null
}

function isOf(aim: Aim, { bench, figure }: Pick<Figure, 'figure'> & { bench: string }): boolean {
  return aim.bench === bench && (typeof aim.figure === 'string' ? aim.figure === figure : aim.figure.test(figure))
}

function verdictOf(figure: Figure & { bench: string }, kept: Figure | null, aims: readonly Aim[]): Verdict {
  const { bench, figure: name, database, unit, value } = figure
  const aim = aimOf(figure, aims)
  const limit = aim && limitOf(aim, figure.better, kept?.value ?? null)
  const isBeyond = (bound: number | null) => bound !== null && isWorse(value, bound, figure.better)
  const outcome = aim === null ? 'shown' : isBeyond(limit) ? 'worse' : isBeyond(aim.aim) ? 'short' : 'fine'
  return {
    bench,
    figure: name,
    database,
    unit,
    now: value,
    last: kept?.value ?? null,
    limit,
    aim: aim?.aim ?? null,
    outcome,
  }
}

/** A figure of this machine alone is held to its aim, or, where that was missed before, to no worse than it was. */
function limitOf({ aim, tolerance, heldTo }: Aim, better: Figure['better'], kept: number | null): number | null {
  if (kept === null) return aim
  const worst = better === 'higher' ? kept * (1 - tolerance) : kept * (1 + tolerance)
  if (heldTo === 'last' || aim === null) return worst
  return isWorse(worst, aim, better) ? worst : aim
}

function isWorse(value: number, than: number, better: Figure['better']): boolean {
  // What cannot be compared is no good news.
  if (Number.isNaN(value)) return true
  return better === 'higher' ? value < than : value > than
}

function missing(
  { bench, figure, database, unit }: Pick<Verdict, 'bench' | 'figure' | 'database' | 'unit'>,
  last: number | null,
  aim: number | null,
): Verdict {
  return { bench, figure, database, unit, now: null, last, limit: null, aim, outcome: 'missing' }
}

function keyOf({ bench, figure, database }: Pick<Verdict, 'bench' | 'figure' | 'database'>): string {
  return JSON.stringify([bench, figure, database])
}
