import { createHash } from 'node:crypto'
import { z } from 'zod'

/** The environment, checked once at the start. Nothing else below app/ reads `process.env`. */
export interface Config {
  mode: 'demo' | 'production'
  port: number
  baseUrl: string
  databaseUrl: string
  dataDir: string
  secret: string
  smtpUrl: string | null
  mailFrom: string
  /** Whom invitations come from in calendars, and where calendars send their answers. */
  calendarMailbox: string
  stripe: { secretKey: string; webhookSecret: string; apiBase: string | null } | null
  uidDomain: string
  logLevel: string
  trustProxy: boolean
  workers: 'inside' | 'none' | 'only'
}

/** A wrong or unsafe environment: one sentence that names the variable. */
export class ConfigError extends Error {}

const DEMONSTRATION_SECRET = 'demonstration-secret-not-for-production'

const schema = z.object({
  PLENARY_MODE: z.enum(['demo', 'production']).default('demo'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|mysql:\/\/.+)$/)
    .default('sqlite:./data/plenary.sqlite'),
  DATA_DIR: z.string().min(1).default('./data'),
  SESSION_SECRET: z.string().min(32).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/.+/)
    .optional(),
  MAIL_FROM: z.email().default('plenary@plenary.example'),
  CALENDAR_MAILBOX: z.email().optional(),
  STRIPE_SECRET_KEY: z.string().min(8).optional(),
  STRIPE_WEBHOOK_SECRET: z.string().min(8).optional(),
  STRIPE_API_BASE: z.url().optional(),
  CALENDAR_DOMAIN: z
    .string()
    .regex(/^[a-z0-9.-]+$/)
    .default('plenary.internetsociety.org'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  TRUST_PROXY: z.stringbool().default(false),
  WORKERS: z.enum(['inside', 'none', 'only']).default('inside'),
})

const EXPECTED: Record<string, string> = {
  PLENARY_MODE: 'demo or production',
  PORT: 'a number from 0 to 65535',
  BASE_URL: 'an address such as https://events.example.org',
  DATABASE_URL: 'sqlite:PATH or mysql://user:password@host:port/name',
  DATA_DIR: 'a folder',
  SESSION_SECRET: 'at least 32 characters',
  SMTP_URL: 'an address such as smtp://user:password@mail.example.org:587',
  MAIL_FROM: 'an e-mail address',
  CALENDAR_MAILBOX: 'an e-mail address',
  STRIPE_SECRET_KEY: 'a key of at least 8 characters',
  STRIPE_WEBHOOK_SECRET: 'a secret of at least 8 characters',
  STRIPE_API_BASE: 'an address such as https://api.stripe.com',
  CALENDAR_DOMAIN: 'a domain name in lower case',
  LOG_LEVEL: 'fatal, error, warn, info, debug or silent',
  TRUST_PROXY: 'true or false',
  WORKERS: 'inside, none or only',
}

/**
 * Reads and checks the environment.
 * @throws ConfigError naming the first variable that is wrong or unsafe.
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]!.path[0])
    throw new ConfigError(`${name} must be ${EXPECTED[name]}.`)
  }
  const values = parsed.data
  const hasStripe = values.STRIPE_SECRET_KEY !== undefined
  if (hasStripe !== (values.STRIPE_WEBHOOK_SECRET !== undefined)) {
    throw new ConfigError('STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET must be set together.')
  }
  const calendarMailbox = values.CALENDAR_MAILBOX ?? values.MAIL_FROM
  if (domainOf(calendarMailbox) !== domainOf(values.MAIL_FROM))
    throw new ConfigError('CALENDAR_MAILBOX must be an address of the domain of MAIL_FROM.')
  if (values.PLENARY_MODE === 'production') refuseUnsafe(values)
  return {
    mode: values.PLENARY_MODE,
    port: values.PORT,
    baseUrl: (values.BASE_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
    databaseUrl: values.DATABASE_URL,
    dataDir: values.DATA_DIR,
    secret: createHash('sha256')
      .update(values.SESSION_SECRET ?? DEMONSTRATION_SECRET)
      .digest('hex'),
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM,
    calendarMailbox,
    stripe: hasStripe
      ? {
          secretKey: values.STRIPE_SECRET_KEY!,
          webhookSecret: values.STRIPE_WEBHOOK_SECRET!,
          apiBase: values.STRIPE_API_BASE ?? null,
        }
      : null,
    uidDomain: values.CALENDAR_DOMAIN,
    logLevel: values.LOG_LEVEL,
    trustProxy: values.TRUST_PROXY,
    workers: values.WORKERS,
  }
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}

function refuseUnsafe(values: z.infer<typeof schema>): void {
  if (values.BASE_URL === undefined) throw new ConfigError('BASE_URL must be set in production.')
  if (values.SESSION_SECRET === undefined || values.SESSION_SECRET === DEMONSTRATION_SECRET) {
    throw new ConfigError('SESSION_SECRET must be set to a secret of your own in production.')
  }
  if (values.SMTP_URL === undefined)
    throw new ConfigError('SMTP_URL must be set in production: mail is not written to a folder there.')
  if (values.MAIL_FROM.endsWith('.example'))
    throw new ConfigError('MAIL_FROM must be set to a real address in production.')
  if (values.STRIPE_SECRET_KEY === undefined) {
    throw new ConfigError('STRIPE_SECRET_KEY must be set in production: the test gateway is for demonstration only.')
  }
}
