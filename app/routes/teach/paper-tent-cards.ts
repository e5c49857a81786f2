import type { LoaderFunctionArgs } from '@remix-run/node'
import { logPaper, paperAsked } from './paper-asked.server.ts'
import { pdfAnswer } from '#app/http/pdf-answer.ts'
import { paperPeople } from '#app/participants/paper/paper-people.server.ts'
import { tentCards } from '#app/participants/paper/tent-cards.ts'

/** Cards for the tables. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = await paperAsked(request, context, params.event!)
  const people = await paperPeople(context.services.db, asked.scope)
  await logPaper(context, asked, { kind: 'tent-cards', rowCount: people.length })
  const sheet = tentCards(asked.asked, { event: asked.title, people })
  return pdfAnswer(await context.services.printer.tentCards(sheet), `${asked.event.slug}-tent-cards.pdf`)
}
