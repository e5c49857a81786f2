import { seedSampleCall } from '#app/applications/samples/seed-sample-call.server.ts'
import type { Services } from '#app/services.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { accept, type Result } from '#app/values/refusal.ts'

/** The calls of the demonstration with their applications and reviews. Twice is as good as once. */
export async function seedSampleCalls(db: Services['db'], now: Instant): Promise<Result<void>> {
  const { demonstrationCalls } = await import('#db/seeds/samples/calls/demonstration-calls.ts')
  const { sampleApplicants } = await import('#db/seeds/samples/calls/applicants.ts')
  const { SAMPLE_SENTENCES } = await import('#db/seeds/samples/calls/sentences.ts')
  const comments = SAMPLE_SENTENCES.review!.en!
  for (const { count, peoples, ...sample } of demonstrationCalls(now)) {
    const { seed } = sample
    const seeded = await seedSampleCall(db, {
      ...sample,
      comments,
      applicantsOf: (call) => sampleApplicants(call, { count, seed, peoples }),
      now,
    })
    if (!seeded.ok) return seeded
  }
  return accept(undefined)
}
