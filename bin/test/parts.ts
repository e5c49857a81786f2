import { findMysqlServer } from '#tests/support/databases/mariadb.ts'
import { findChromium } from '#tests/support/chromium.ts'

/** The projects of vitest.config.ts. */
export const PARTS = ['pure', 'sqlite', 'mysql', 'browser'] as const
export type PartName = (typeof PARTS)[number]

export interface MissingPart {
  name: PartName
  why: string
  isRequired: boolean
}

/** The parts that this machine lacks a program for; PLENARY_TEST_REQUIRE names those that must not be missing. */
export function missingParts(): MissingPart[] {
  const required = (process.env.PLENARY_TEST_REQUIRE ?? '').split(',').map((name) => name.trim())
  const missing: Omit<MissingPart, 'isRequired'>[] = []
  if (!findMysqlServer()) missing.push({ name: 'mysql', why: 'no mariadbd or mysqld was found' })
  if (!findChromium()) missing.push({ name: 'browser', why: 'no Chromium was found (CHROMIUM may name one)' })
  return missing.map((part) => ({ ...part, isRequired: required.includes(part.name) }))
}
