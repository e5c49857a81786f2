import type { LoaderFunctionArgs } from '@remix-run/node'
import { doorOf, readDoors } from '#app/attendance/desk/desk-door.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { cleanLine } from '#app/values/text.ts'

const LONGEST_NAME = 60

/** Who stands at which desk and which door, as the address or the form says. */
export async function readDesk({ request, params, context }: LoaderFunctionArgs, typed?: FormData) {
  const { event, signedIn, rights } = await requireRight(request, context, params['event']!, 'people')
  const { services, language, now } = context
  const address = new URL(request.url).searchParams
  const asked = (name: string) => {
    const value = typed?.get(name) ?? address.get(name)
    return typeof value === 'string' ? value : ''
  }
  const doors = await readDoors(services.db, { eventId: event.id, language, now })
  const door = doorOf(doors, asked('slot'))
  const desk = cleanLine(asked('desk')).slice(0, LONGEST_NAME)
  return { event, signedIn, rights, address, doors, door, desk, query: deskQuery({ desk, slot: door.key }) }
}

/** What is kept from one page of the desk to the next. */
function deskQuery({ desk, slot }: { desk: string; slot: string }): string {
  return new URLSearchParams({ ...(desk ? { desk } : {}), ...(slot === 'arrival' ? {} : { slot }) }).toString()
}
