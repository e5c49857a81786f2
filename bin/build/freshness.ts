import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ROOT } from '../steps/steps.ts'

/** Beside what it speaks of: server.ts and remix.config.js read the same variable. */
export const STAMP = join(resolve(ROOT, process.env.PLENARY_BUILD_DIR ?? 'build'), '.stamp')

/** `looks` is cheap (paths, sizes, times); `content` is what counts, and survives a fresh checkout. */
export interface Stamp {
  looks: string
  content: string
}

const INPUTS = [
  'app',
  'emails',
  'db',
  'public',
  'server',
  'bin/build',
  'remix.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

/** Whether build/ was made from the files as they are; `stamp` is given when it must be written (anew). */
export function freshness({ isForced = false } = {}): { isFresh: boolean; stamp?: Stamp } {
  const files = INPUTS.flatMap(filesIn).toSorted()
  const looks = hash(files, (file) => {
    const { size, mtimeMs } = statSync(join(ROOT, file))
    return `${size} ${mtimeMs}`
  })
  const known = isForced ? null : readStamp()
  if (known?.looks === looks) return { isFresh: true }
  const content = hash(files, (file) => readFileSync(join(ROOT, file)))
  if (isForced) return { isFresh: false, stamp: { looks, content } }
  return known?.content === content ? { isFresh: true, stamp: { looks, content } } : { isFresh: false }
}

function filesIn(path: string): string[] {
  const entry = statSync(join(ROOT, path), { throwIfNoEntry: false })
  if (!entry) return []
  if (!entry.isDirectory()) return [path]
  return readdirSync(join(ROOT, path), { withFileTypes: true }).flatMap((one) =>
    one.isFile() ? [`${path}/${one.name}`] : filesIn(`${path}/${one.name}`),
  )
}

function hash(files: string[], describe: (file: string) => string | Buffer): string {
  const sum = createHash('sha256')
  for (const file of files) sum.update(`${file}\0`).update(describe(file)).update('\0')
  return sum.digest('hex')
}

function readStamp(): Stamp | null {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8')) as Stamp
  } catch {
    return null
  }
}
