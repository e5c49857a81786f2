import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readTzif } from '#app/values/zones/read-tzif.ts'
import type { Transition, ZoneData } from '#app/values/zones/zone-data.ts'
import { COMPUTED_ZONES } from '#app/values/zones/zone-names.ts'

/** Where a system keeps its zones, when it has them. */
export const ZONE_FOLDER = '/usr/share/zoneinfo'

/**
 * The compiled zones of the operating system, which renews them. All are read at once: what is updated while a process
 * runs counts from its next start on, so that one release is never mixed with another. Each is unpacked when it is asked
 * for, since most never are.
 * @throws Error when there is no folder, or nothing in it names its release.
 */
export function systemZones(folder: string, onFault: (fault: string) => void): ZoneData {
  const version = versionOf(folder)
  const files = filesIn(folder)
  const known = new Map<string, Transition[] | null>()
  return {
    source: 'system',
    version,
    transitions(zone) {
      if (!known.has(zone)) known.set(zone, unpacked(files.get(zone), join(folder, zone), onFault))
      return known.get(zone)!
    },
  }
}

/** In one piece of memory, each with a view of its own. */
function filesIn(folder: string): Map<string, Buffer> {
  const found = COMPUTED_ZONES.map((zone) => [zone, readIfThere(join(folder, zone))] as const)
  const all = Buffer.concat(found.map(([, bytes]) => bytes ?? Buffer.alloc(0)))
  const files = new Map<string, Buffer>()
  let at = 0
  for (const [zone, bytes] of found) {
    if (!bytes) continue
    files.set(zone, all.subarray(at, at + bytes.length))
    at += bytes.length
  }
  return files
}

function unpacked(bytes: Buffer | undefined, path: string, onFault: (fault: string) => void): Transition[] | null {
  if (!bytes) return null
  try {
    return readTzif(bytes)
  } catch (error) {
    onFault(`${path}: ${(error as Error).message}`)
    return null
  }
}

/** `# version 2026f` at the head of the zones as text; BSD and macOS have a file for it. */
function versionOf(folder: string): string {
  const text = readIfThere(join(folder, 'tzdata.zi'))?.toString('utf8', 0, 40)
  const version = /^# version (\d{4}[a-z]+)/.exec(text ?? '')?.[1]
  const named = version ?? readIfThere(join(folder, '+VERSION'))?.toString('utf8').trim()
  if (!/^\d{4}[a-z]+$/.test(named ?? '')) throw new Error(`${folder} does not say which release it is`)
  return named!
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}
