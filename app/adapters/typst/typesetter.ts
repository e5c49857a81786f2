import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { FACES, fontFolders } from './fonts.ts'

/** What the thread of the typesetter is told, and what it answers. */
export interface PrintOrder {
  /** A file beside this one. */
  template: string
  /** JSON. */
  sheet: string
}
export type Printed = { pdf: Uint8Array } | { fault: string }

/** How many papers the typesetter remembers the parts of before it forgets the oldest; after a large one it forgets all. */
const REMEMBERED = 10
const LARGE = 100_000

// This file is a thread of its own (`off-thread.ts`): a compilation computes for as long as it takes.
// Templates import from the folder of this file, and from nowhere else.
const workspace = fileURLToPath(new URL('.', import.meta.url))
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontFolders() }] })

parentPort!.on('message', (order: PrintOrder) => parentPort!.postMessage(print(order), []))

function print({ template, sheet }: PrintOrder): Printed {
  try {
    const mainFileContent = readFileSync(new URL(template, import.meta.url), 'utf8')
    const pdf = compiler.pdf({ mainFileContent, inputs: { sheet, faces: FACES } })
    return { pdf: Uint8Array.from(pdf) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  } finally {
    compiler.evictCache(sheet.length > LARGE ? 0 : REMEMBERED)
  }
}
