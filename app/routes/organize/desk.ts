import { useOutletContext } from '@remix-run/react'
import type { EventForEditing } from '#app/events/editing-queries.server.ts'
import type { Translate } from '#app/locales/translate.ts'
import type { EventRight } from '#app/people/rights.ts'
import { pageMeta } from '#app/ui/page-meta.ts'

/** The event on whose desk a page lies, and what its reader may do there. */
export function useDesk() {
  return useOutletContext<EventForEditing & { rights: EventRight[] }>()
}

interface Matched {
  matches: { id: string; data?: unknown }[]
}

/** A page's title with its event: `Tickets, NTW 2027`. */
export function deskMeta(args: Matched, titleOf: (t: Translate) => string) {
  const desk = args.matches.find((match) => match.id === 'routes/organize/event')?.data as
    | { event: EventForEditing }
    | undefined
  return pageMeta(args, (t) => {
    return { title: desk ? t('organize.pageOfEvent', { page: titleOf(t), event: desk.event.title }) : titleOf(t) }
  })
}
