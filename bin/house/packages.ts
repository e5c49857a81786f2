import type { Place } from './places.ts'

const DRIVERS = ['mysql2', 'better-sqlite3']
const VENDORS = ['stripe', 'nodemailer', 'openid-client', '@simplewebauthn/server']
const REACT = ['react', 'react-dom']
const WORLD = /^node:(fs|net|http|https|http2|tls|dns|dgram|child_process|worker_threads|cluster|sqlite)(\/|$)/

/** Why a file may not import this package, or null. */
export function refusePackage(from: Place, name: string, isType = false): string | null {
  if (DRIVERS.includes(name) && from.room !== 'db') return `only db/ speaks to a driver; ask Kysely.`
  if (VENDORS.includes(name) && from.room !== 'app/adapters')
    return 'a vendor has one file in app/adapters, behind a port; ask for the port.'
  if (name === 'kysely' && !isType && !mayAskKysely(from))
    return 'SQL lives in a noun’s .server file, beside its rule; call a command or a query.'
  if (from.room === 'noun') return refuseInNoun(from, name)
  if (from.room === 'app/values' && name.startsWith('node:') && WORLD.test(name)) return 'values touch nothing.'
  if (from.room === 'emails' && WORLD.test(name))
    return 'a message is a function of its properties: no files, no network.'
  if (from.room === 'db' && (REACT.includes(name) || isRemix(name))) return 'the database knows nothing of pages.'
  return null
}

function mayAskKysely(from: Place): boolean {
  return from.room === 'db' || from.path === 'app/services.server.ts' || (from.room === 'noun' && from.isServer)
}

function refuseInNoun(from: Place, name: string): string | null {
  if (REACT.includes(name) || isRemix(name))
    return 'a noun knows nothing of pages and requests; that belongs in app/routes, app/http or app/ui.'
  if (!from.isServer && WORLD.test(name))
    return 'a noun’s plain file is pure; what touches the world is named *.server.ts.'
  return null
}

function isRemix(name: string): boolean {
  return name.startsWith('@remix-run/') || name === 'remix'
}
