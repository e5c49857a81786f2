import { execFile, execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findOnPath } from '../find-on-path.ts'

const run = promisify(execFile)
const PROGRAM = join(import.meta.dirname, 'read_files.py')

/** Debian's Python, whose packages are Debian's, or else any. */
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : findOnPath('python3')
const office = findOnPath('soffice', 'libreoffice')

/** What of this machine can read a file that is not ours, by the name of its Debian package. */
export const READERS = {
  python3: python !== null,
  'python3-vobject': python !== null && knowsCards(),
  'libreoffice-calc-nogui': office !== null,
}

function knowsCards(): boolean {
  try {
    execFileSync(python!, ['-c', 'import vobject'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The rows of a CSV as Python reads them. */
export function csvByPython(bytes: Buffer, separator: string): string[][] {
  return ask(['csv', separator], bytes) as string[][]
}

/** The cards of a file as vobject reads them: the values of each property. */
export function cardsByVobject(bytes: Buffer): Record<string, unknown[]>[] {
  return ask(['vcf'], bytes) as Record<string, unknown[]>[]
}

function ask(words: string[], input: Buffer): unknown {
  const said = execFileSync(python!, ['-B', '-X', 'utf8', PROGRAM, ...words], { input, maxBuffer: 64 * 1024 * 1024 })
  return JSON.parse(said.toString())
}

/**
 * The rows of a spreadsheet as LibreOffice shows them, written by it as a CSV of UTF-8. A CSV that comes in is read as its
 * window for that would read it: by this separator, in UTF-8, every column as it finds it.
 */
export async function rowsByOffice(bytes: Buffer, ending: 'xlsx' | 'csv', separator = ','): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-office-'))
  try {
    const file = join(folder, `list.${ending}`)
    await writeFile(file, bytes)
    const reading = ending === 'csv' ? [`--infilter=CSV:${separator.charCodeAt(0)},34,76,1`] : []
    // Field separator, text delimiter, character set, first line, then: quote all texts, as shown.
    const writing = ['--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false', '--outdir']
    const home = `-env:UserInstallation=file://${folder}/home`
    await run(office!, [home, '--headless', ...reading, ...writing, join(folder, 'out'), file], { timeout: 110_000 })
    return await readFile(join(folder, 'out', 'list.csv'), 'utf8')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
