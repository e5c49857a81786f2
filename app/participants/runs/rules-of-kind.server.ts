import type { Kysely } from 'kysely'
import type { Doing, KindRules, Looking } from './kind-rules.server.ts'
import { cancel } from './kinds/cancel.server.ts'
import { confirm } from './kinds/confirm.server.ts'
import { extend } from './kinds/extend.server.ts'
import { resend } from './kinds/resend.server.ts'
import { ticket } from './kinds/ticket.server.ts'
import { track } from './kinds/track.server.ts'
import { verify } from './kinds/verify.server.ts'
import type { Image, Looked, RunKind } from './run-kinds.ts'
import { importing } from '../round-trip/importing.server.ts'
import type { Database } from '#db/schema.ts'

const RULES: Record<RunKind, KindRules> = { confirm, extend, track, ticket, verify, resend, cancel, import: importing }

/** A kind's rules for whoever holds a run of any kind: what it was told is of its kind. */
interface AnyRules {
  look: (db: Kysely<Database>, looking: Looking) => Promise<Looked[]>
  act: (db: Kysely<Database>, doing: Doing) => Promise<{ before: Image; after: Image }>
  undo?: (db: Kysely<Database>, doing: Doing) => Promise<void>
}

export function rulesOfKind(kind: RunKind): AnyRules {
  return RULES[kind] as AnyRules
}
