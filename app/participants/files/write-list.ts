import type { ListEnd, ListFile, ListWriter } from './list-file.ts'
import { readRows } from './read-rows.ts'
import type { ListView } from '../lists/list-view.ts'

interface Writing {
  view: ListView
  /** Who is on it, fixed when it was asked for. */
  ids: string[]
  file: ListFile
  writer: ListWriter
  /** How it came out; a file that nobody waited for, or that fell short, is broken. */
  onEnd: (outcome: 'complete' | 'broken') => Promise<void>
}

/**
 * A list as a file, in pieces. One that lacks somebody says so at its end, in the reader's language.
 * @throws after that, so that the connection breaks off and the browser says that the download failed
 */
export async function* writeList(writing: Writing): AsyncGenerator<string | Uint8Array, void> {
  const { view, ids, file, writer, onEnd } = writing
  let fault: Error | null = new Error('Nobody waited for it.')
  try {
    const end: ListEnd = yield* writer(readRows(view, ids), file)
    fault = end.fault
    if (fault) throw fault
  } catch (error) {
    fault = error instanceof Error ? error : new Error(String(error))
    throw fault
  } finally {
    // Nothing waits for the note of it: with the database away, the connection breaks off all the same.
    void onEnd(fault ? 'broken' : 'complete').catch(() => undefined)
  }
}
