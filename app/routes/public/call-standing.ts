import type { ApplyView } from './apply.server.ts'
import { callDeadline, callMoment } from '#app/ui/call-moment.tsx'
import type { Page } from '#app/ui/use-page.ts'

/** Whether a call takes applications now, in a sentence. */
export function standingOf(
  page: Page,
  {
    window,
    opensAt,
    closesAt,
    closesZone,
  }: Pick<ApplyView['heads'][number], 'window' | 'opensAt' | 'closesAt' | 'closesZone'>,
  event: Pick<ApplyView['event'], 'zone' | 'city'>,
): string {
  const { t } = page
  const place = { ...event, closesZone }
  if (window === 'not-open')
    return opensAt
      ? t('application.event.opens', { when: callMoment(page, opensAt, place) })
      : t('application.apply.none')
  if (window === 'cancelled') return t('application.apply.cancelled')
  if (window !== 'open') return t('application.event.closed')
  return closesAt
    ? t('application.event.open', { when: callDeadline(page, closesAt, place) })
    : t('application.event.openEnd')
}
