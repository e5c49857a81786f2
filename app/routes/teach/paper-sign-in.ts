import type { LoaderFunctionArgs } from '@remix-run/node'
import { askedSignInSheet } from './sign-in-sheet.server.ts'
import { pdfAnswer } from '#app/http/pdf-answer.ts'

/** The sign-in sheet as a PDF: `?track=&day=&parts=am,pm&session=&paper=letter`. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { sheet, event } = await askedSignInSheet(request, context, params.event!)
  return pdfAnswer(await context.services.printer.signInSheet(sheet), `${event.slug}-sign-in-sheet.pdf`)
}
