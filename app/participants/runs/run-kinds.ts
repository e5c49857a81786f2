import { z } from 'zod'
import type { Refusal } from '#app/values/refusal.ts'
import type { RunRowsTable, RunsTable } from '#db/schema.ts'

/** What can be done to many registrations at once. */
export const BULK_KINDS = ['confirm', 'extend', 'track', 'ticket', 'verify', 'resend', 'cancel'] as const

export type BulkKind = (typeof BULK_KINDS)[number]
export type RunKind = BulkKind | 'import'

/** Those that can be taken back: nobody was told, and nothing was given away. */
export const UNDOABLE: RunKind[] = ['extend', 'track', 'ticket', 'import']

/** Of a run that changes nothing but rows, so many at once; fewer where each row is many queries: others wait for it. */
export const AT_ONCE: Record<RunKind, number> = {
  confirm: 50,
  extend: 100,
  track: 100,
  ticket: 20,
  verify: 100,
  resend: 100,
  cancel: 20,
  import: 100,
}

/** The most rows of one run. */
export const MOST_ROWS = 20_000

const id = z.string().min(1).max(36)
const bulk = z.object({ filter: z.string().default('') })

/** What a run was told, by its kind. */
export const runProps = z.discriminatedUnion('kind', [
  bulk.extend({ kind: z.literal('confirm') }),
  bulk.extend({ kind: z.literal('extend'), until: z.string().length(24) }),
  bulk.extend({ kind: z.literal('track'), trackId: id.nullable() }),
  bulk.extend({ kind: z.literal('ticket'), ticketTypeId: id }),
  bulk.extend({ kind: z.literal('verify') }),
  bulk.extend({ kind: z.literal('resend') }),
  bulk.extend({ kind: z.literal('cancel'), reason: z.string(), isTold: z.boolean() }),
  z.object({ kind: z.literal('import'), name: z.string(), columns: z.array(z.string()) }),
])

export type RunProps = z.output<typeof runProps>

export interface Run {
  id: string
  eventId: string
  props: RunProps
  createdBy: string
}

export type RowState = RunRowsTable['state']
export type RunState = RunsTable['state']

/** What a row held before and after, by field: for the reader of its run, and for taking it back. */
export type Image = Record<string, string | number | null>

/** A row as it was stored. Of an imported one that was not looked at yet, `after` is what it brings, and nobody's. */
export interface Row {
  position: number
  subjectId: string | null
  state: RowState
  before: Image
  after: Image
  problem: string
}

/** What would become of a row: `waiting` can be done, `same` needs nothing, `refused` cannot, and `problem` says why. */
export interface Looked {
  state: 'waiting' | 'same' | 'refused'
  before: Image
  after: Image
  problem: string
  /** Whose row it is, where that was not known before. */
  subjectId?: string
}

export function willDo(before: Image, after: Image, problem = ''): Looked {
  return { state: 'waiting', before, after, problem }
}

export function isSame(problem = ''): Looked {
  return { state: 'same', before: {}, after: {}, problem }
}

export function cannot(problem: string, before: Image = {}, after: Image = {}): Looked {
  return { state: 'refused', before, after, problem }
}

/** The length of the column. */
const LONGEST_PROBLEM = 300

/** A key of the catalogues with its values behind a question mark, as forms have them. */
export function problemOf(refusal: Refusal | undefined): string {
  if (!refusal) return 'refusal.failed'
  const values = new URLSearchParams(
    Object.entries(refusal.details ?? {}).map(([key, value]) => [key, String(value).slice(0, 60)]),
  )
  return `refusal.${refusal.code}${values.size > 0 ? `?${values}` : ''}`.slice(0, LONGEST_PROBLEM)
}

/** The image that was stored; empty when it is none. */
export function parseImage(json: string): Image {
  return json === '' ? {} : (JSON.parse(json) as Image)
}

/** The run with what it was told. @throws when that cannot be read. */
export function parseRun(row: { id: string; eventId: string; props: string; createdBy: string }): Run {
  return { id: row.id, eventId: row.eventId, props: runProps.parse(JSON.parse(row.props)), createdBy: row.createdBy }
}
