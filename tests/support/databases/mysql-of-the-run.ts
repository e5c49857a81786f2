import type { TestProject } from 'vitest/node'
import { startMysqlServer } from './mariadb.ts'
import './provided.ts'

/** Vitest's globalSetup of the project on MariaDB or MySQL: one throw-away server for the whole run. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startMysqlServer()
  project.provide('testDatabases', { dialect: 'mysql', server: server.url })
  return () => server.stop()
}
