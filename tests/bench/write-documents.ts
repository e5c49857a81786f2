import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { AIMS } from './aims.ts'
import { withTables } from './documents.ts'
import { drawings } from './drawings.ts'
import { FIGURES, formatFigures, type KeptFigures } from './kept-figures.ts'

const PAGE = new URL('../../docs/performance.md', import.meta.url)

/** Keeps figures, and writes the tables of docs/performance.md and its drawings after them. */
export async function writeDocuments(kept: KeptFigures): Promise<void> {
  await mkdir(new URL('.', FIGURES), { recursive: true })
  await writeFile(FIGURES, formatFigures(kept))
  await writeFile(PAGE, withTables(await readFile(PAGE, 'utf8'), kept, AIMS))
  for (const { file, svg } of drawings(kept)) await writeFile(new URL(file, FIGURES), svg)
}
