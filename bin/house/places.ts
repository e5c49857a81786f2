import { posix } from 'node:path'

/** Nouns in the order in which they may lean on one another: a file imports its own or an earlier one. */
export const ORDER = [
  'people',
  'events',
  'programme',
  'vouchers',
  'registrations',
  'payments',
  'waiting-list',
  'scholarships',
  'applications',
  'surveys',
  'participants',
  'attendance',
  'certificates',
  'broadcasts',
]

/** Called by all the others. */
export const SHARED = ['audit', 'mail', 'calendar', 'files']

/** Where a file or an import lives. */
export interface Place {
  /** From the root of the repository; of a package its name. */
  path: string
  /** `app/routes`, `app/http`, …, `noun`, `app` for a file directly in it, `db`, `emails`, `package`, `elsewhere`. */
  room: string
  /** The noun's name in the room `noun`. */
  noun?: string
  /** It may touch the world. */
  isServer: boolean
}

/** The place of a file, given its path from the root of the repository. */
export function placeOf(path: string): Place {
  const isServer = /\.server(\.tsx?)?$/.test(path)
  const [top, second, ...rest] = path.split('/')
  if (top !== 'app')
    return { path, room: top === 'db' || top === 'emails' ? top : 'elsewhere', isServer: isServer || top === 'db' }
  if (rest.length === 0) return { path, room: 'app', isServer }
  if (ORDER.includes(second!) || SHARED.includes(second!)) return { path, room: 'noun', noun: second!, isServer }
  return { path, room: `app/${second}`, isServer }
}

/** The place that an import in `file` names: a file of ours, or a package. */
export function placeOfImport(file: string, specifier: string): Place {
  const path = specifier.replace(/\?.*$/, '')
  if (path.startsWith('.')) return placeOf(posix.join(posix.dirname(file), path))
  if (path.startsWith('#')) return placeOf(path.slice(1))
  return { path: packageOf(path), room: 'package', isServer: false }
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : specifier.startsWith('node:') ? specifier : parts[0]!
}
