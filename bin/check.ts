import { withServices } from './operator/with-services.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'

// Counts the violations of each invariant (ARCHITECTURE.md): JSON on standard output, exit 1 if there are any, and
// also when they could not be counted.
try {
  const counts = await withServices(false, ({ db }) => checkInvariants(db))
  console.log(JSON.stringify(counts, null, 2))
  process.exitCode = counts.some(({ violations }) => violations > 0) ? 1 : 0
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
