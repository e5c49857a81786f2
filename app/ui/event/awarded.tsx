import { Leaf } from '../leaf.tsx'
import { usePage } from '../use-page.ts'

/** Leads to the names of those who were given a scholarship and agreed to be named. */
export function Awarded({ slug }: { slug: string }) {
  const { t, path } = usePage()
  return (
    <Leaf id="awarded" title={t('award.public.title')}>
      <p>
        <a href={path(`/events/${slug}/awarded`)}>{t('award.public.see')}</a>
      </p>
    </Leaf>
  )
}
