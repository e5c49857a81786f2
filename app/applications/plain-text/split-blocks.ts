import type { FormItem } from './form-item.ts'
import { core, distance } from './likeness.ts'

/** What stands between one marker and the next; `marker` is null above the first, and behind one that nobody knows. */
export interface Block {
  marker: string | null
  /** The name in brackets as it stands there, of one that nobody knows. */
  unknown: string | null
  /** Of the first line of the block, counted from 1. */
  line: number
  lines: string[]
}

/** A name in brackets at the beginning of a line; mail programs and people change brackets and spaces. */
const BRACKETED = /^ {0,3}[[({【［]\s*([\p{L}\p{N}][\p{L}\p{N}\s._,:/-]{2,80}?)\s*[\])}】］](.*)$/u

const RULED = /^[-–—_=]{20,}\s*$/

/** A form as it came, by its markers. A marker that is misspelt is known by what it is nearest to; one that is gone, by the question behind it. */
export function splitBlocks(lines: string[], items: FormItem[]): Block[] {
  const markers = ['form.id', 'form.end', ...items.map(({ marker }) => marker)]
  const found = new Set(lines.flatMap((line) => exact(line, markers) ?? []))
  const labels = items.map(({ marker, label }) => ({ marker, label: core(label) }))
  const blocks: Block[] = [{ marker: null, unknown: null, line: 1, lines: [] }]
  let isHeading = false
  lines.forEach((line, at) => {
    const begins = markerOf(line, { markers, found, labels })
    if (begins) {
      found.add(begins.marker ?? '')
      blocks.push({ marker: begins.marker, unknown: begins.unknown, line: at + 1, lines: [begins.rest] })
      isHeading = false
    } else if (RULED.test(line)) {
      // What stands between two rules is the title of a part: it belongs to no answer.
      if (!isHeading) blocks.push({ marker: null, unknown: null, line: at + 1, lines: [] })
      isHeading = true
    } else blocks.at(-1)!.lines.push(line)
  })
  return blocks
}

function exact(line: string, markers: string[]): string | null {
  const name = normalized(BRACKETED.exec(line)?.[1] ?? '')
  return markers.includes(name) ? name : null
}

interface Known {
  markers: string[]
  found: Set<string>
  labels: { marker: string; label: string }[]
}

function markerOf(
  line: string,
  { markers, found, labels }: Known,
): { marker: string | null; unknown: string | null; rest: string } | null {
  const bracketed = BRACKETED.exec(line)
  if (bracketed) {
    const [, inner = '', rest = ''] = bracketed
    const name = normalized(inner)
    if (markers.includes(name)) return { marker: name, unknown: null, rest }
    const open = markers.filter((marker) => !found.has(marker))
    const near = nearMarker(name, open) ?? byLabel(rest, labels, found)
    if (near) return { marker: near, unknown: null, rest }
    if (/^[\p{L}\p{N}-]+[.,:][\p{L}\p{N}.-]+$/u.test(name)) return { marker: null, unknown: inner, rest }
  }
  const near = byLabel(line, labels, found)
  return near ? { marker: near, unknown: null, rest: line } : null
}

function normalized(name: string): string {
  return name.toLowerCase().replace(/\s+/g, '').replace(/[,:/]/g, '.')
}

/** One that no other is as near to; a quarter of its letters may be wrong. */
function nearMarker(name: string, markers: string[]): string | null {
  const far = markers.map((marker) => ({ marker, far: distance(name, marker) })).toSorted((a, b) => a.far - b.far)
  const [first, second] = far
  if (!first || first.far > Math.max(1, Math.floor(first.marker.length / 4))) return null
  return second && second.far === first.far ? null : first.marker
}

/** The question whose words a line begins with, where its own marker stands nowhere. Short ones are no proof. */
function byLabel(line: string, labels: Known['labels'], found: Set<string>): string | null {
  const text = core(line)
  if (text.length < 10) return null
  const fits = labels.filter(
    ({ marker, label }) => !found.has(marker) && label.length >= 10 && (text.startsWith(label) || isCut(text, label)),
  )
  return fits.length === 1 ? fits[0]!.marker : null
}

/** The first line of a long question that was broken into several. */
function isCut(text: string, label: string): boolean {
  return text.length >= 40 && label.startsWith(text)
}
