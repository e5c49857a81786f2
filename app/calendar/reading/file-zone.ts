import { type JcalComponent, type JcalProperty, type Rule, ruleOf, textOf } from './jcal.ts'
import { localOf } from './clocks.ts'

/** One block of a VTIMEZONE: on its onsets the clocks go from one offset to the other. Everything in milliseconds. */
interface Observance {
  from: number
  to: number
  /** Onsets one by one, on the clocks before them, as if those were UTC. */
  onsets: number[]
  yearly: Yearly | null
}

/** Once a year, on the nth weekday of a month; -1 is the last one. */
interface Yearly {
  month: number
  nth: number
  weekday: number
  time: number
  first: number
  until: number
}

const DAY = 86_400_000
/** Yearly rules of one zone, all of which every time of a file is held against; London's whole history has some thirty. */
const MOST_YEARLY = 60
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/**
 * The moment of a time on the clocks of a zone, by the rules that a file gives it: those that clocks are changed by,
 * once a year or on single dates. Null for others. Only the onsets around the asked year are looked at.
 */
export function momentsIn([, , blocks]: JcalComponent): ((local: number) => number) | null {
  const observances = blocks.map(observanceOf)
  if (observances.length === 0 || observances.includes(null)) return null
  const all = observances as Observance[]
  const ruled = all.filter(({ yearly }) => yearly !== null)
  if (ruled.length > MOST_YEARLY) return null
  const once = inOrder(all.flatMap((one) => one.onsets.map((onset) => moveAt(onset, one))))
  const first = { local: -Infinity, at: -Infinity, offset: all[0]!.from }
  return (local) => {
    const year = new Date(local).getUTCFullYear()
    let latest = lastBefore(once, local) ?? first
    for (const one of ruled)
      for (const onset of onsetsAround(one.yearly!, year))
        if (onset <= local && onset - one.from >= latest.at) latest = moveAt(onset, one)
    return local - latest.offset
  }
}

/** From a moment on, which the clocks before it called `local`, this is the offset. */
interface Move {
  local: number
  at: number
  offset: number
}

function moveAt(local: number, { from, to }: Observance): Move {
  return { local, at: local - from, offset: to }
}

/** By the clocks, each with the latest move up to there: a file may name thousands, and every time of it asks. */
function inOrder(moves: Move[]): Move[] {
  const sorted = moves.toSorted((one, other) => one.local - other.local)
  let latest = sorted[0]!
  return sorted.map((move) => {
    if (move.at >= latest.at) latest = move
    return { ...latest, local: move.local }
  })
}

function lastBefore(moves: Move[], local: number): Move | undefined {
  let [from, to] = [0, moves.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (moves[middle]!.local <= local) from = middle + 1
    else to = middle
  }
  return moves[from - 1]
}

function onsetsAround(yearly: Yearly, year: number): number[] {
  const last = Math.min(year, new Date(yearly.until).getUTCFullYear())
  const ruled = [last - 1, last].map((one) => onsetIn(yearly, one))
  return ruled.filter((onset) => onset >= yearly.first && onset <= yearly.until)
}

function onsetIn({ month, nth, weekday, time }: Yearly, year: number): number {
  const edge = nth > 0 ? Date.UTC(year, month - 1, 1) : Date.UTC(year, month, 0)
  const away = (weekday - new Date(edge).getUTCDay()) * Math.sign(nth)
  return edge + Math.sign(nth) * (((away + 7) % 7) + (Math.abs(nth) - 1) * 7) * DAY + time
}

function observanceOf([name, properties]: JcalComponent): Observance | null {
  const values = (wanted: string) =>
    properties.filter((one) => one[0] === wanted).flatMap((one: JcalProperty) => one.slice(3))
  const first = localOf(textOf(values('dtstart')[0]))
  const [from, to] = [offsetOf(values('tzoffsetfrom')[0]), offsetOf(values('tzoffsetto')[0])]
  const dates = values('rdate').map((date) => localOf(textOf(date)))
  const [rule, another] = values('rrule')
  if (!['standard', 'daylight'].includes(name) || first === null || from === null || to === null) return null
  if (another !== undefined || dates.includes(null) || dates.length > 500) return null
  const yearly = rule === undefined ? null : yearlyOf(ruleOf(rule) ?? {}, first)
  if (rule !== undefined && yearly === null) return null
  return { from, to, onsets: [first, ...(dates as number[])], yearly }
}

function yearlyOf({ freq, interval = 1, bymonth, byday, until, wkst: _, ...rest }: Rule, first: number) {
  const day = /^([1-4]|-1)(SU|MO|TU|WE|TH|FR|SA)$/.exec([byday].flat().join())
  const month = Number([bymonth].flat().join())
  const last = until === undefined ? Infinity : Date.parse(until.replace(/^(\d{4}-\d\d-\d\d)$/, '$1T23:59:59Z'))
  const isOurs = freq === 'YEARLY' && interval === 1 && Object.keys(rest).length === 0
  if (!isOurs || !day || !(month >= 1 && month <= 12) || Number.isNaN(last)) return null
  const time = ((first % DAY) + DAY) % DAY
  // The onset is on local clocks and UNTIL in UTC: a day of grace, for no clocks are changed twice in one.
  const bounds = { first, until: Math.min(last + DAY, Date.UTC(9999, 0)) }
  return { month, nth: Number(day[1]), weekday: WEEKDAYS.indexOf(day[2]!), time, ...bounds }
}

function offsetOf(written: unknown): number | null {
  const match = /^([+-])(\d\d):([0-5]\d)(?::([0-5]\d))?$/.exec(textOf(written))
  if (!match) return null
  const seconds = (Number(match[2]) * 60 + Number(match[3])) * 60 + Number(match[4] ?? 0)
  return (match[1] === '-' ? -seconds : seconds) * 1000
}
