import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestDatabase } from './create-database.ts'

/** A copy of the migrated file, or the name of a file that is not there yet. */
export async function createSqliteDatabase(
  { folder, template }: { folder: string; template: string },
  isEmpty: boolean,
): Promise<TestDatabase> {
  const file = join(folder, `${randomUUID()}.sqlite`)
  if (!isEmpty) await copyFile(template, file, constants.COPYFILE_FICLONE)
  const drop = async () => {
    await Promise.all(['', '-wal', '-shm', '-journal'].map((suffix) => rm(`${file}${suffix}`, { force: true })))
  }
  return { url: `sqlite:${file}`, drop }
}
