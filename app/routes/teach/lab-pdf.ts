import type { LoaderFunctionArgs } from '@remix-run/node'
import { labTaken } from './lab-taken.server.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { pdfAnswer } from '#app/http/pdf-answer.ts'
import { translator } from '#app/locales/translate.ts'
import { seatPlanSheet } from '#app/participants/lab/seat-plan-sheet.ts'
import { PAPER_SIZES } from '#app/participants/paper/paper-printer.ts'
import { wallClock } from '#app/values/moment.ts'

/** The seat plan on paper. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { language, services, now } = context
  const { event, slug, track, lab } = await labTaken(request, context, params.event!, 'seat-plan')
  const { title, zone } = (await findEventForEditing(services.db, event.id, language))!
  const wanted = new URL(request.url).searchParams.get('paper')
  const paper = PAPER_SIZES.find((size) => size === wanted) ?? 'a4'
  const asked = { language, t: translator(language), paper, today: wallClock(now, zone).day }
  const sheet = seatPlanSheet(asked, { event: title, track, lab })
  return pdfAnswer(await services.printer.seatPlan(sheet), `${slug}-seat-plan.pdf`)
}
