import { plainArguments } from '../operator/arguments.ts'
import { withServices } from '../operator/with-services.ts'

export const usage = `
migrate                  makes the database, or brings it to the newest schema

Does nothing when it is there already. npm start does the same; run it alone before several servers start together.
`

export async function run(args: string[]): Promise<void> {
  plainArguments(args, usage, 0)
  await withServices(true, async () => console.log('The database has the newest schema.'))
}
