import type { LoaderFunctionArgs } from '@remix-run/node'
import { logPaper, paperAsked } from './paper-asked.server.ts'
import { pdfAnswer } from '#app/http/pdf-answer.ts'
import { BADGES_FOR, readBadges } from '#app/participants/paper/read-badges.server.ts'

/** The badges of a track, or of all that the reader teaches: `?who=participants`. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const paper = await paperAsked(request, context, params.event!)
  const { event, title, scope, tracks, asked } = paper
  const who = BADGES_FOR.find((one) => one === new URL(request.url).searchParams.get('who')) ?? 'all'
  const sheet = await readBadges(context.services.db, asked, { event, title, scope, who, tracks })
  await logPaper(context, paper, { kind: 'badges', rowCount: sheet.badges.length })
  return pdfAnswer(await context.services.printer.badges(sheet), `${event.slug}-badges.pdf`)
}
