import { useCallLinks } from './call-home-links.ts'
import type { HomeFigures } from './call-home.tsx'
import { count } from '#app/ui/event/words.ts'
import { type Kpi, Kpis } from '#app/ui/kpis.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { addDays } from '#app/values/moment.ts'

const WEEK_DAYS = 7

/** What organizers of a call ask for first; what it has nothing of yet is left out. */
export function CallHomeKpis({ figures }: { figures: HomeFigures }) {
  const { t, language, now } = usePage()
  const links = useCallLinks()
  const number = (value: number) => count(value, language)
  const { reviews, reviewsMissing: missing, decisions, offers } = figures
  const weekAgo = addDays(now.slice(0, 10), -WEEK_DAYS)
  const recent = sum(figures.received.filter(({ day }) => day > weekAgo))
  const wanted = reviews.done + missing
  const decided = sum(decisions)
  const ofState = (state: string) => sum(offers.filter((offer) => offer.state === state))
  const items: Kpi[] = [
    {
      label: t('callHome.received'),
      value: <a href={links.applications({ state: 'submitted' })}>{number(figures.submitted)}</a>,
      ...(recent > 0 ? { detail: t('figures.newThisWeek', { count: recent }) } : {}),
    },
    {
      label: t('callHome.drafts'),
      value: <a href={links.applications({ state: 'draft' })}>{number(figures.drafts)}</a>,
      detail: t('callHome.draftsDetail'),
    },
    {
      label: t('callHome.countries'),
      value: number(figures.countries.filter(({ value }) => value !== '').length),
      detail: t('callHome.countriesDetail'),
    },
  ]
  if (wanted > 0 && (reviews.done > 0 || reviews.waiting > 0))
    items.push({
      label: t('callHome.reviewsDone'),
      value: <a href={links.page('reviews')}>{number(reviews.done)}</a>,
      detail:
        missing > 0
          ? t('callHome.reviewsMissing', { count: missing, number: number(missing) })
          : t('callHome.reviewsAll'),
    })
  if (decided > 0)
    items.push({
      label: t('callHome.decided'),
      value: <a href={links.page('decisions')}>{number(decided)}</a>,
      detail: t('callHome.decidedOf', { number: number(figures.eligible) }),
    })
  if (offers.length > 0)
    items.push({
      label: t('callHome.accepted'),
      value: <a href={links.page('offers')}>{number(ofState('accepted'))}</a>,
      detail: t('callHome.offersOpen', { count: ofState('open'), number: number(ofState('open')) }),
    })
  return <Kpis items={items} />
}

function sum(rows: { count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0)
}
