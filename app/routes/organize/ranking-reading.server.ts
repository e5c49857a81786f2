import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireCall } from './call.server.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'

/** The call whose ranking is asked for, as far as the ranking needs it. @throws 404 for whoever may not organize it. */
export async function readRankedCall({ request, params, context }: LoaderFunctionArgs) {
  const found = await requireCall(request, context, params)
  const whole = (await readCall(context.services.db, { callId: found.call.id, language: context.language }))!
  const { id, eventId, kind, slug, title, reviewersEach, thirdGap, numberPrefix, criteria, sections } = whole
  return {
    ...found,
    call: {
      id,
      eventId,
      kind,
      slug,
      title,
      reviewersEach,
      thirdGap,
      numberPrefix,
      criteria: criteria.map((criterion) => ({ id: criterion.id, label: criterion.label, maximum: criterion.maximum })),
      choices: whole.choices.map((choice) => ({
        id: choice.id,
        code: choice.code,
        name: choice.name,
        taughtIn: choice.taughtIn,
      })),
      questions: sections
        .flatMap(({ questions }) => questions)
        .filter((question) => ['choice', 'choices', 'yesno', 'languages'].includes(question.kind))
        .map((question) => ({
          code: question.code,
          label: question.label,
          kind: question.kind,
          meaning: question.meaning,
          options: question.options,
        })),
    },
  }
}
