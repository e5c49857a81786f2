import type { Kysely } from 'kysely'
import type { Image, Looked, Row, Run } from './run-kinds.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Gateways } from '#app/payments/gateway.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

export interface RunPorts {
  gateways: Gateways
}

/** Rows of one run that are looked at together. */
export interface Looking<Props = Run['props']> {
  run: Run & { props: Props }
  rows: Row[]
  now: Instant
}

/** One row that is done, or taken back. */
export interface Doing<Props = Run['props']> {
  run: Run & { props: Props }
  row: Row & { subjectId: string }
  ports: RunPorts
  now: Instant
  actor: Actor & { id: string }
}

/**
 * What a kind of run does. `look` writes nothing and asks the same number of questions however many rows there are; it
 * is asked again when the rows are done. `act` and `undo` throw `Refused` and are then taken back alone.
 */
export interface KindRules {
  look: (db: Kysely<Database>, looking: Looking<never>) => Promise<Looked[]>
  act: (db: Kysely<Database>, doing: Doing<never>) => Promise<{ before: Image; after: Image }>
  undo?: (db: Kysely<Database>, doing: Doing<never>) => Promise<void>
}
