import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { bankTransfer } from './adapters/bank-transfer.ts'
import { type Clock, systemClock } from './adapters/clock.ts'
import { desk } from './adapters/desk.ts'
import { invoice } from './adapters/invoice.ts'
import { createLog, type Logger } from './adapters/log.ts'
import { createMetrics, type Metrics } from './adapters/metrics.ts'
import { mobileMoney } from './adapters/mobile-money.ts'
import { newestZones, type ZoneSources } from './adapters/newest-zones.ts'
import { createOutboxFolder } from './adapters/outbox-folder.ts'
import { testGateway } from './adapters/test-gateway.ts'
import { typstPrinter } from './adapters/typst/printer.ts'
import { waiver } from './adapters/waiver.ts'
import { watchedGateway } from './adapters/watched-gateway.ts'
import type { CertificatePrinter } from './certificates/certificate-printer.ts'
import type { Config } from './config.server.ts'
import { type Catalogue, shareCatalogue } from './events/catalogue/shared-catalogue.server.ts'
import { type ContentVersion, shareContentVersion } from './events/content-version.server.ts'
import { keptAddress } from './events/kept-address.ts'
import { type NextMoment, shareNextMoment } from './events/next-moment.server.ts'
import { type PublicFacts, sharePublicFacts } from './events/public-facts.server.ts'
import type { KeptAddress } from './http/kept-places.ts'
import type { Mailer } from './mail/mailer.ts'
import type { Outbox } from './mail/outbox.ts'
import type { Gateways, TestGateway } from './payments/gateway.ts'
import type { PaperPrinter } from './participants/paper/paper-printer.ts'
import type { ListPrinter } from './participants/files/list-printer.ts'
import type { Printer } from './payments/papers/printer.ts'
import { combineOrders, type PlaceOne } from './registrations/order-combiner.server.ts'
import { shareReads, type SharedReads } from './registrations/shared-reads.server.ts'
import { type IsJoinable, shareJoinable } from './waiting-list/shared-joinable.server.ts'
import { setZoneData } from './values/zones/zone-registry.ts'
import { connect } from '#db/connect.ts'
import { isMigrated } from '#db/migrate.ts'
import type { Database } from '#db/schema.ts'

/** Everything that commands and routes get from outside. Made once, here; tests make their own. */
export interface Services {
  config: Config
  db: Kysely<Database>
  clock: Clock
  log: Logger
  mailer: Mailer
  /** The folder that mail is written to; null where it leaves by SMTP, and in production. */
  outbox: Outbox | null
  gateways: Gateways
  /** The page of the built-in gateway; null wherever real money can move. */
  testGateway: TestGateway | null
  /** Sets invoices, tickets and what is printed for a room in type. */
  printer: Printer & ListPrinter & PaperPrinter & CertificatePrinter
  /** Orders that come at the same time are written together. */
  placeOrder: PlaceOne
  /** What the page for registering asks. */
  reads: SharedReads
  /** Finds and counts events. */
  catalogue: Catalogue
  /** Whether an event that is sold out has a waiting list to join. */
  isJoinable: IsJoinable
  metrics: Metrics
  /** The number that changes with everything the public can see. */
  contentVersion: ContentVersion
  /** When the public sees something else because time has passed. */
  nextMoment: NextMoment
  /** What public pages are made of, in memory. */
  publicFacts: PublicFacts
  /** The one name of a public answer that may be kept, of whatever was asked for; null for all others. */
  keptAddress(target: string): KeptAddress | null
  /** Where the offsets of time zones come from. */
  zones: ZoneSources
  /** Why this process cannot serve now, or null when it can. */
  readiness(): Promise<string | null>
}

/** Adapters that bring a large package with them are read where they are in use. */
export async function createServices(config: Config): Promise<Services> {
  const db = connect(config.databaseUrl)
  const log = createLog(config.logLevel)
  const metrics = createMetrics()
  const zones = newestZones((fault) => log.warn({ fault }, 'time zones'))
  setZoneData(zones.used)
  const contentVersion = shareContentVersion(db)
  const nextMoment = shareNextMoment(db)
  return {
    config,
    db,
    clock: systemClock,
    log,
    ...(await waysOfMail(config)),
    ...(await waysToPay(config, log, metrics)),
    printer: typstPrinter(),
    placeOrder: combineOrders(db),
    reads: shareReads(db),
    catalogue: shareCatalogue(db),
    isJoinable: shareJoinable(db),
    metrics,
    contentVersion,
    nextMoment,
    publicFacts: sharePublicFacts(contentVersion, nextMoment),
    keptAddress,
    zones,
    readiness: () => readiness(db),
  }
}

async function readiness(db: Kysely<Database>): Promise<string | null> {
  try {
    return (await isMigrated(db)) ? null : 'the database is not migrated'
  } catch {
    return 'the database does not answer'
  }
}

async function waysOfMail({ smtpUrl, dataDir, mode }: Config): Promise<Pick<Services, 'mailer' | 'outbox'>> {
  if (smtpUrl !== null) {
    const { createSmtpMailer } = await import('./adapters/smtp.ts')
    return { mailer: createSmtpMailer(smtpUrl), outbox: null }
  }
  const folder = createOutboxFolder(join(dataDir, 'outbox'), systemClock)
  return { mailer: folder, outbox: mode === 'demo' ? folder : null }
}

async function waysToPay(
  config: Config,
  log: Logger,
  metrics: Metrics,
): Promise<Pick<Services, 'gateways' | 'testGateway'>> {
  const gateways: Gateways = {
    'bank-transfer': bankTransfer(),
    invoice: invoice(),
    'mobile-money': mobileMoney(),
    desk: desk(),
    waiver: waiver(),
  }
  if (config.stripe) {
    const { stripeGateway } = await import('./adapters/stripe.ts')
    const requireLive = config.mode === 'production'
    const card = stripeGateway({ ...config.stripe, requireLive, clock: systemClock, log })
    const watched = watchedGateway(card, { clock: systemClock, log, metrics })
    return { gateways: { ...gateways, card: watched }, testGateway: null }
  }
  if (config.mode === 'production') return { gateways, testGateway: null }
  const card = testGateway({ folder: join(config.dataDir, 'test-gateway'), clock: systemClock })
  return { gateways: { ...gateways, card }, testGateway: card }
}
