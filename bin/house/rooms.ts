import { refusePackage } from './packages.ts'
import { ORDER, type Place, placeOf, placeOfImport, SHARED } from './places.ts'

type Rule = (to: Place, from: Place, isType: boolean) => string | null

const PURE = ['app/values', 'app/locales']

/** What is bundled for browsers that work without a connection. */
const DEVICE = 'app/attendance/device/'

/** The rooms of ARCHITECTURE.md, one after the other: why it may not import that place, or null. Packages are looked at before. */
const RULES: Record<string, Rule> = {
  'app/routes': (to, from) => {
    if (to.room === 'app/routes')
      return dirname(to) === dirname(from)
        ? null
        : 'a route does not lean on another; what two share lives in app/ui, app/http or a noun.'
    return allow(
      to,
      ['noun', 'app/http', 'app/ui', ...PURE],
      ['app/services.server.ts'],
      'a route parses, authorises, calls a command or a query, and answers.',
    )
  },
  noun: (to, from, isType) => {
    if (from.path.startsWith(DEVICE)) return refuseOnDevice(to, isType)
    if (to.room === 'noun') return refuseNoun(to, from, isType)
    if (to.room === 'db') return refuseDatabase(to, from, isType)
    return allow(
      to,
      [...PURE, 'emails'],
      [],
      'a noun holds rules and their SQL; pages, vendors, settings and the wiring come to it as arguments.',
    )
  },
  'app/http': (to, _from, isType) => {
    if (to.room === 'noun')
      return to.noun === 'people' || isType ? null : 'app/http knows people and no other noun: no domain rules here.'
    if (to.path === 'app/config.server.ts' && isType) return null
    return allow(
      to,
      ['app/http', 'app/ui', ...PURE],
      ['app/services.server.ts'],
      'app/http holds cookies, guards, parsing, answers and limits.',
    )
  },
  'app/ui': (to, _from, isType) => {
    if (to.isServer && !isType) return 'a component may reach the browser: no .server file, no database.'
    return to.room === 'db' || to.room === 'app/adapters' || to.room === 'app/routes'
      ? 'a component is given what it shows.'
      : null
  },
  'app/adapters': (to, _from, isType) => {
    if (to.room === 'db' || (to.room === 'noun' && to.isServer && !isType))
      return 'an adapter implements a port: no commands, no database.'
    return isType
      ? null
      : allow(to, ['app/adapters', 'noun', ...PURE], [], 'an adapter knows its one vendor and its port.')
  },
  'app/values': (to) => allow(to, ['app/values'], [], 'values import nothing of ours.'),
  'app/locales': (to) => allow(to, PURE, [], 'a catalogue holds words only.'),
  'app/jobs': (to, _from, isType) => {
    if (to.path.startsWith('db/seeds/') || (to.path === 'db/schema.ts' && isType)) return null
    return allow(to, ['app/jobs', 'noun', ...PURE], ['app/services.server.ts'], 'a job is a list of calls.')
  },
  app: (to, from) => {
    if (from.path === 'app/services.server.ts') return null
    return to.room === 'db' || to.room === 'app/adapters' ? 'only app/services.server.ts does the wiring.' : null
  },
  db: (to, from) => {
    if (from.path.startsWith('db/migrations/'))
      return 'a migration imports nothing of ours: it must mean the same for ever.'
    return allow(to, ['db', 'app/values'], [], 'the database is below the app.')
  },
  emails: (to) => {
    if (to.isServer) return 'a message is a function of its properties: no database, no network.'
    return allow(to, ['emails', 'noun', ...PURE], [], 'a message is a function of its properties.')
  },
}

/** Why `file` (a path from the root) may not import `specifier`, with what to do instead; null when it may. */
export function refuseImport(file: string, specifier: string, isType = false): string | null {
  const from = placeOf(file)
  const rule = RULES[from.room]
  if (!rule) return null
  const to = placeOfImport(file, specifier)
  if (to.room === 'elsewhere')
    return `${from.room} may not import ${to.path}: the product does not lean on what surrounds it.`
  const why = to.room === 'package' ? refusePackage(from, to.path, isType) : rule(to, from, isType)
  return why && `${from.noun ? `app/${from.noun}` : from.room} may not import ${to.path}: ${why}`
}

function allow(to: Place, rooms: string[], files: string[], why: string): string | null {
  return rooms.includes(to.room) || files.includes(to.path) ? null : why
}

function refuseNoun(to: Place, from: Place, isType: boolean): string | null {
  if (to.noun === from.noun)
    return to.isServer && !from.isServer && !isType ? 'a plain file is pure; a .server file is not.' : null
  if (to.isServer && !from.isServer && !isType) return 'a plain file is pure; a .server file is not.'
  if (SHARED.includes(to.noun!)) return null
  if (SHARED.includes(from.noun!))
    return isType ? null : `${from.noun} is called by every noun, so it leans on none (a type is fine).`
  if (ORDER.indexOf(to.noun!) < ORDER.indexOf(from.noun!)) return null
  return `${to.noun} comes after ${from.noun}; the order is ${ORDER.join(' → ')}. Let the later noun call the earlier one.`
}

/** It is downloaded once and runs without us: plain rules of attendance and values, and no catalogue of texts. */
function refuseOnDevice(to: Place, isType: boolean): string | null {
  const isOwn = to.noun === 'attendance' || to.room === 'app/values'
  return isType || (isOwn && !to.isServer)
    ? null
    : 'what runs on a device has plain files of attendance and values; its texts come with its page.'
}

function refuseDatabase(to: Place, from: Place, isType: boolean): string | null {
  if (to.path === 'db/schema.ts' && isType) return null
  if (!from.isServer) return 'a plain file is pure; SQL belongs in a .server file.'
  return /^db\/(schema\.ts|transact\.ts|keyset\.ts|insert-rows\.ts|content-version\.ts|dialects\/)/.test(to.path)
    ? null
    : 'a noun is handed its database: of db/ it needs the schema, transact, keyset, insert-rows, the content version and the dialects.'
}

function dirname({ path }: Place): string {
  return path.slice(0, path.lastIndexOf('/'))
}
