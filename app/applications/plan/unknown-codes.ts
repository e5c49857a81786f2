import type { CallPlan } from './call-plan.ts'

/** The codes that a plan speaks of and that are nothing: neither of its own nor of its event. */
export function unknownCodes(
  plan: CallPlan,
  { tracks, tickets }: { tracks: readonly string[]; tickets: readonly string[] },
): string[] {
  const choices = plan.choices.map(({ code }) => code)
  const questions = plan.sections.flatMap((section) => section.questions)
  const codes = questions.map(({ code }) => code)
  return [
    ...missing(
      plan.choices.flatMap(({ track }) => track ?? []),
      tracks,
    ),
    ...missing([...plan.choices.flatMap(({ ticket }) => ticket ?? []), ...plan.packages.flatMap(ticketsOf)], tickets),
    ...missing(
      [
        ...questions.flatMap((question) => question.choices ?? []),
        ...plan.packages.flatMap((one) => one.tickets.map(({ choice }) => choice)),
      ],
      choices,
    ),
    ...missing(
      questions.flatMap(({ shownWhen }) => shownWhen?.question ?? []),
      codes,
    ),
  ]
}

function ticketsOf({ tickets }: CallPlan['packages'][number]): string[] {
  return tickets.map(({ ticket }) => ticket)
}

function missing(wanted: string[], known: readonly string[]): string[] {
  return [...new Set(wanted)].filter((code) => !known.includes(code))
}
