import { findMysqlServer } from '#tests/support/databases/mariadb.ts'
import { findChromium } from '#tests/support/chromium.ts'
import { missingClients } from '#tests/support/clients/missing-clients.ts'
import { missingJudges } from '#tests/support/judges/judges.ts'

/** The projects of vitest.config.ts. */
export const PARTS = ['pure', 'sqlite', 'mysql', 'browser'] as const
export type PartName = (typeof PARTS)[number]

export interface MissingPart {
  /**
   * `judges` are the parsers of calendars that Debian has, `clients` the calendar programs that people use: what they
   * are asked stands in tests of several parts.
   */
  name: PartName | 'judges' | 'clients'
  /** The parts that it is missing from. */
  from: PartName[]
  why: string
  isRequired: boolean
}

/** The parts that this machine lacks a program for; PLENARY_TEST_REQUIRE names those that must not be missing. */
export function missingParts(): MissingPart[] {
  const required = (process.env.PLENARY_TEST_REQUIRE ?? '').split(',').map((name) => name.trim())
  const missing: Omit<MissingPart, 'isRequired'>[] = []
  if (!findMysqlServer()) missing.push({ name: 'mysql', from: ['mysql'], why: 'no mariadbd or mysqld was found' })
  if (!findChromium())
    missing.push({ name: 'browser', from: ['browser'], why: 'no Chromium was found (CHROMIUM may name one)' })
  const judges = missingJudges()
  if (judges) missing.push({ name: 'judges', from: ['pure', 'sqlite', 'mysql'], why: judges })
  const clients = missingClients()
  if (clients) missing.push({ name: 'clients', from: ['sqlite', 'mysql'], why: clients })
  return missing.map((part) => ({ ...part, isRequired: required.includes(part.name) }))
}
