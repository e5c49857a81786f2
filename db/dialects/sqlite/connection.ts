import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import type { Done, SqliteFile, Step } from './file.ts'
import { doneOf, FileTransaction } from './transaction.ts'
import type { Writer } from './writer.ts'

/** The ways to the data of one database. */
export interface Ways {
  writer: Writer
  /** Null in memory, where there is no second way. */
  reader: SqliteFile | null
  /** One more to read by. */
  openReader(): SqliteFile
}

/** From here until `rollback`, all is read as it is at one moment. */
export const BEGIN_SNAPSHOT = 'begin deferred'

/** What Kysely asks for one caller: reading waits for nobody, writing for its turn. */
export class FileConnection implements DatabaseConnection {
  #ways: Ways
  #transaction: FileTransaction | null = null
  #snapshot: SqliteFile | null = null

  constructor(ways: Ways) {
    this.#ways = ways
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, changes } = await this.#run({ sql, parameters })
    return { rows: rows as Row[], numAffectedRows: BigInt(changes) }
  }

  streamQuery(): never {
    throw new Error('A long list is read page by page: a statement that stays open would keep what it reads as it was.')
  }

  async begin(): Promise<void> {
    this.#transaction = new FileTransaction(await this.#ways.writer.take())
  }

  async commit(): Promise<void> {
    await this.#transaction!.commit()
    this.release()
  }

  async rollback(): Promise<void> {
    await this.#transaction!.rollback()
  }

  /** Whatever came before, others have their turn. */
  release(): void {
    this.#snapshot?.close()
    this.#snapshot = null
    if (!this.#transaction) return
    this.#ways.writer.give(this.#transaction.rows)
    this.#transaction = null
  }

  async #run(step: Step): Promise<Done> {
    if (this.#transaction) return await this.#transaction.run(step)
    if (step.sql === BEGIN_SNAPSHOT) this.#snapshot = this.#ways.openReader()
    if (this.#snapshot) return doneOf(this.#snapshot.run([step]))
    if (this.#ways.reader?.isRead(step.sql)) return doneOf(this.#ways.reader.run([step]))
    const place = await this.#ways.writer.take()
    try {
      return doneOf(await place.run([step]))
    } finally {
      this.#ways.writer.give(0)
    }
  }
}
