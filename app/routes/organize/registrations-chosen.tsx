import { useDesk } from './desk.ts'
import { partsOfFilter } from './registrations-words.ts'
import type { RegistrationsData } from './registrations.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What the list is filtered by, each part with a link that takes it away. */
export function RegistrationsChosen(shown: RegistrationsData) {
  const { slug } = useDesk()
  const { t, path, language } = usePage()
  const parts = partsOfFilter(shown.filter, shown, t, language)
  if (parts.length === 0) return null
  const address = (query: string) =>
    path(`/organize/${slug}/registrations?${new URLSearchParams([...new URLSearchParams(query), ...shown.shownAs])}`)
  return (
    <p className="row">
      <span className="mute">{t('catalogue.chosen')}</span>
      {parts.map(({ label, without }) => (
        <a key={label} href={address(without)}>
          <span className="vh">{t('catalogue.without')}</span>
          <bdi>{label}</bdi>
          <span aria-hidden="true"> ×</span>
        </a>
      ))}
      {parts.length > 1 && <a href={address('')}>{t('catalogue.clear')}</a>}
    </p>
  )
}
