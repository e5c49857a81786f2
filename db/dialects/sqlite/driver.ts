import type { DatabaseConnection, Driver } from 'kysely'
import { FileConnection, type Ways } from './connection.ts'
import { openFile } from './file.ts'
import { openWriter } from './writer.ts'

/** Opens a file when it is first asked for something. */
export class FileDriver implements Driver {
  #path: string
  #ways: Ways | null = null

  constructor(path: string) {
    this.#path = path
  }

  init(): Promise<void> {
    const path = this.#path
    const isInMemory = path === ':memory:' || path === ''
    const openReader = () => openFile(path, { isReadOnly: true })
    // The writer first: it makes the file.
    const writer = openWriter(path, { hasThread: !isInMemory })
    this.#ways = { writer, reader: isInMemory ? null : openReader(), openReader }
    return Promise.resolve()
  }

  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(new FileConnection(this.#ways!))
  }

  async beginTransaction(connection: FileConnection): Promise<void> {
    await connection.begin()
  }

  async commitTransaction(connection: FileConnection): Promise<void> {
    await connection.commit()
  }

  async rollbackTransaction(connection: FileConnection): Promise<void> {
    await connection.rollback()
  }

  releaseConnection(connection: FileConnection): Promise<void> {
    connection.release()
    return Promise.resolve()
  }

  async destroy(): Promise<void> {
    this.#ways?.reader?.close()
    // Last: it takes what is in the log back into the file.
    await this.#ways?.writer.close()
  }
}
