import type { LoaderFunctionArgs } from '@remix-run/node'
import { textFormCall } from './text-form.server.ts'
import { formText } from '#app/applications/plain-text/form-text.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import { textFileAnswer } from '#app/http/text-file-answer.ts'
import { isLanguage } from '#app/locales/languages.ts'

/** The form of a call as a text file: `?call=` where there are several, `?lang=` for another language than the page's. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call, event, page } = await textFormCall(request, params, context)
  const wanted = new URL(request.url).searchParams.get('lang')
  const language = isLanguage(wanted) ? wanted : context.language
  const { services, prefix } = context
  const written = (await readCall(services.db, { callId: call.id, language })) ?? call
  const url = `${services.config.baseUrl}${prefix}/events/${event.slug}/${page}/text?${new URLSearchParams({ call: call.slug })}`
  const body = formText(written, event, { language, url })
  return textFileAnswer(body, { name: `${event.slug}-${call.slug}-${language}.txt`, language })
}
