import { useCallLinks } from './call-home-links.ts'
import type { NextStep } from '#app/applications/figures/next-steps.ts'
import { count } from '#app/ui/event/words.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What its organizers do next, the most pressing first. */
export function CallHomeNext({ steps }: { steps: NextStep[] }) {
  const { t, language } = usePage()
  const links = useCallLinks()
  return (
    <Leaf id="next" title={t('callHome.next')} isPrinted={false}>
      {steps.length === 0 && <p className="mute">{t('callHome.nothingNext')}</p>}
      <ul role="list" className="flow">
        {steps.map(({ code, count: many, page }) => (
          <li key={code}>
            <a href={links.page(page)}>
              <b>{t(`callHome.nexts.${code}`, { count: many, number: count(many, language) })}</b>
            </a>
            <br />
            <small>{t(`callHome.nextWhy.${code}`)}</small>
          </li>
        ))}
      </ul>
    </Leaf>
  )
}
