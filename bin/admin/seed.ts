import { plainArguments, UsageError } from '../operator/arguments.ts'
import { counted } from '../operator/sentences.ts'
import { withServices } from '../operator/with-services.ts'
import { seedDemonstration, seedHistory } from '#app/jobs/seed-demonstration.server.ts'

export const usage = `
seed demo|history        loads the demonstration, or the history of events since 1991 alone

demo: the history, sample events with dates ahead, their participants, and the accounts that anybody may use; only in
      demonstration mode.
history: the records alone, for an installation that goes into service.

Twice is as good as once: events are known by their slugs, and what is unchanged is left alone.
`

export async function run(args: string[]): Promise<void> {
  const [what] = plainArguments(args, usage, 1)
  if (what !== 'demo' && what !== 'history') throw new UsageError(`There is no seed “${what}”.`, usage)
  await withServices(true, async (services) => {
    const { config, clock } = services
    if (what === 'demo' && config.mode === 'production')
      throw new Error('PLENARY_MODE is production: the demonstration has accounts that anybody may use.')
    const seed = what === 'demo' ? seedDemonstration : seedHistory
    const { created, updated, unchanged } = await seed(services, clock.now())
    console.log(
      `${counted(created.length, 'event')} created, ${updated.length} updated, ${unchanged.length} unchanged.`,
    )
  })
}
