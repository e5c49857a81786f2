import type { LoaderFunctionArgs } from '@remix-run/node'
import { logPaper, paperAsked } from './paper-asked.server.ts'
import { pdfAnswer } from '#app/http/pdf-answer.ts'
import { doorList } from '#app/participants/paper/door-list.ts'
import { paperPeople } from '#app/participants/paper/paper-people.server.ts'

/** Everybody by name, for the door. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = await paperAsked(request, context, params.event!)
  const people = await paperPeople(context.services.db, asked.scope)
  await logPaper(context, asked, { kind: 'door-list', rowCount: people.length })
  const sheet = doorList(asked.asked, { ...asked, event: asked.title, people })
  return pdfAnswer(await context.services.printer.doorList(sheet), `${asked.event.slug}-door-list.pdf`)
}
