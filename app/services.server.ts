import type { Kysely } from 'kysely'
import { type Clock, systemClock } from './adapters/clock.ts'
import { createLog, type Logger } from './adapters/log.ts'
import type { Config } from './config.server.ts'
import type { Mailer } from './mail/mailer.ts'
import type { Gateways } from './payments/gateway.ts'
import { connect } from '#db/connect.ts'
import type { Database } from '#db/schema.ts'

/** Everything that commands and routes get from outside. Made once, here; tests make their own. */
export interface Services {
  config: Config
  db: Kysely<Database>
  clock: Clock
  log: Logger
  mailer: Mailer
  gateways: Gateways
}

export function createServices(config: Config): Services {
  return {
    config,
    db: connect(config.databaseUrl),
    clock: systemClock,
    log: createLog(config.logLevel),
    mailer: {
      deliver: () => Promise.resolve({ state: 'deferred', reason: 'no adapter yet' }),
      close: () => Promise.resolve(),
    },
    gateways: {},
  }
}
