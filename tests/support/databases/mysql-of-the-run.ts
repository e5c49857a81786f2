import type { TestProject } from 'vitest/node'
import { startMysqlServer } from './mariadb.ts'
import './provided.ts'
import { quickFolder } from './quick-folder.ts'

/** Vitest's globalSetup of the project on MariaDB or MySQL: one throw-away server for the whole run. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startMysqlServer(quickFolder())
  project.provide('testDatabases', { dialect: 'mysql', server: server.url })
  return () => server.stop()
}
