import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findOnPath } from '../find-on-path.ts'
import { givenHome } from './home.ts'

const run = promisify(execFile)

/** Debian's packages of those that are not here. */
export function missingPimutils(): string[] {
  return ['vdirsyncer', 'khal'].filter((program) => !findOnPath(program))
}

export interface KhalEntry {
  uid: string
  title: string
  /** A day, or a moment ending with Z; the last day of a stay is its `end`. */
  start: string
  end: string
}

/**
 * vdirsyncer, which fetches a feed into a folder of files, and khal, which shows such a folder or takes in a file: what
 * people use in a terminal. Of what it fetches vdirsyncer makes UIDs of its own, out of the content.
 */
export async function givenPimutils(url: string) {
  const home = await givenHome()
  const [fetched, taken] = [join(home.folder, 'fetched'), join(home.folder, 'taken')]
  for (const folder of [fetched, taken]) await mkdir(folder)
  const vdirsyncerFile = join(home.folder, 'vdirsyncer.conf')
  await writeFile(vdirsyncerFile, vdirsyncerConfiguration({ url, fetched, status: join(home.folder, 'status') }))
  for (const [name, path] of Object.entries({ fetched, taken }))
    await writeFile(join(home.folder, `khal-${name}.conf`), khalConfiguration(path, join(home.folder, `${name}.db`)))

  const vdirsyncer = (...args: string[]) => outcome('vdirsyncer', ['-c', vdirsyncerFile, ...args])
  const khal = (name: string, ...args: string[]) =>
    outcome('khal', ['-c', join(home.folder, `khal-${name}.conf`), ...args])

  /** What the program wrote and whether it was content; nobody is there to answer its questions. */
  async function outcome(program: string, args: string[]) {
    const running = run(program, args, { env: home.environment, cwd: home.folder })
    running.child.stdin?.end()
    return await running.then(
      ({ stdout, stderr }) => ({ isFine: true, said: stdout + stderr, stdout }),
      (error: Error & { stdout: string; stderr: string }) => ({
        isFine: false,
        said: error.stdout + error.stderr,
        stdout: error.stdout,
      }),
    )
  }

  async function listed(name: 'fetched' | 'taken'): Promise<KhalEntry[]> {
    const format = '{uid}\t{title}\t{start-long}\t{end-long}'
    const { isFine, said, stdout } = await khal(
      ...([name, 'list', '--once', '--day-format', '', '--format', format, '2026-11-01', '400d'] as const),
    )
    if (!isFine) throw new Error(said)
    const lines = stdout.split('\n').filter((line) => line !== '')
    return lines.map((line) => {
      const [uid = '', title = '', start = '', end = ''] = line.split('\t')
      return { uid, title, start: start, end }
    })
  }

  return {
    /** Once, as one does after writing the configuration. */
    discover: () => vdirsyncer('discover'),
    sync: () => vdirsyncer('sync'),
    /** The files that it has made, by their names. */
    async files(): Promise<Record<string, string>> {
      const names = (await readdir(fetched)).toSorted()
      const texts = await Promise.all(names.map((name) => readFile(join(fetched, name), 'utf8')))
      return Object.fromEntries(names.map((name, at) => [name, texts[at]!]))
    },
    /** What khal shows of them. */
    shown: () => listed('fetched'),
    /** A downloaded file is taken in, entry by entry, by its UIDs. */
    async takeIn(calendar: string) {
      const file = join(home.folder, 'download.ics')
      await writeFile(file, calendar)
      return await khal('taken', 'import', '--batch', '-a', 'mine', file)
    },
    taken: () => listed('taken'),
    close: () => home.remove(),
  }
}

function vdirsyncerConfiguration({ url, fetched, status }: { url: string; fetched: string; status: string }): string {
  return `[general]
status_path = ${JSON.stringify(status)}
[pair feed]
a = "here"
b = "there"
collections = null
conflict_resolution = "b wins"
[storage here]
type = "filesystem"
path = ${JSON.stringify(fetched)}
fileext = ".ics"
[storage there]
type = "http"
url = ${JSON.stringify(url)}
`
}

function khalConfiguration(path: string, database: string): string {
  return `[calendars]
[[mine]]
path = ${path}
[default]
default_calendar = mine
[sqlite]
path = ${database}
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M:00Z
longdatetimeformat = %Y-%m-%dT%H:%M:00Z
`
}
