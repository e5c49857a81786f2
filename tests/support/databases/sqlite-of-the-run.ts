import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { connect } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'
import { quickFolder } from './quick-folder.ts'
import './provided.ts'

/** Vitest's globalSetup of the projects on SQLite: one migrated file, which each test database is a copy of. */
export default async function setUp(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(quickFolder(), 'plenary-sqlite-'))
  const clear = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', clear)
  const template = join(folder, 'template.sqlite')
  const db = connect(`sqlite:${template}`)
  await migrate(db)
  await db.destroy()
  if (existsSync(`${template}-wal`))
    throw new Error('The template was not closed whole: its write-ahead log is still there.')
  project.provide('testDatabases', { dialect: 'sqlite', folder, template })
  return clear
}
