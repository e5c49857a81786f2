import { missingForEvolution } from './evolution.ts'
import { missingPimutils } from './pimutils.ts'

/** Debian's packages of calendar programs that this machine lacks, as an end of a sentence; null when all are here. */
export function missingClients(): string | null {
  const missing = [...missingForEvolution(), ...missingPimutils()]
  return missing.length === 0 ? null : `these packages were not found: ${missing.join(', ')}`
}
