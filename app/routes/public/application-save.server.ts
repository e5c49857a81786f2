import { data } from '@remix-run/node'
import { seenOnPage, saveStep } from './application-step.server.ts'
import { ownApplication } from './own-application.server.ts'
import { ownForm } from '#app/applications/applying/own-form.server.ts'
import { formSteps } from '#app/applications/form/form-steps.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { LENIENT_BYTES, readForm } from '#app/http/form.server.ts'
import { KEYED_PAGE, withoutReferrer } from '#app/http/private-page.ts'

/** Keeps a page of the form that was sent, then leads on; or the page again, as it was typed. */
export async function saveSent(
  request: Request,
  params: { code?: string | undefined; section?: string | undefined },
  context: RequestContext,
  then: 'next' | 'stay',
) {
  const found = await ownApplication(request, params.code, context)
  if (!found) throw notFound()
  const own = await ownForm(context.services.db, {
    applicationId: found.application.id,
    language: context.language,
    now: context.now,
  })
  const steps = formSteps(own.call)
  const at = steps.findIndex(({ code }) => code === params.section)
  const step = steps[at]
  if (!step) throw notFound()
  const sent = await readForm(request, { files: step.kind === 'section', most: LENIENT_BYTES })
  const saved = await saveStep(own, step, sent, context)
  const isBad = Object.keys(saved.form.errors).length > 0
  if (isBad) {
    const isStale = saved.refusals.some(({ code }) => code === 'stale')
    const isBusy = saved.refusals.some(({ code }) => code === 'busy')
    const seen = isStale || saved.isSaved ? await seenNow(own, step, context) : null
    const answer = { form: saved.form, isStale, isSaved: saved.isSaved, seen }
    return data(answer, { status: isBusy ? 503 : isStale ? 409 : 422, headers: KEYED_PAGE })
  }
  const query = new URLSearchParams({ ...(found.key ? { key: found.key } : {}), saved: '1' })
  const next = then === 'stay' ? `form/${step.code}` : steps[at + 1] ? `form/${steps[at + 1]!.code}` : 'check'
  throw withoutReferrer(seeOther(context, `/applications/${own.application.code}/${next}?${query}`))
}

/** What is stored by now: who saves once more has seen it. */
async function seenNow(
  own: Awaited<ReturnType<typeof ownForm>>,
  step: Parameters<typeof seenOnPage>[1],
  { services, language, now }: RequestContext,
) {
  return seenOnPage(await ownForm(services.db, { applicationId: own.application.id, language, now }), step)
}
