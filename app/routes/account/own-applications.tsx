import { foreign } from '#app/ui/foreign.ts'
import { usePage } from '#app/ui/use-page.ts'

/** What somebody has applied for, each with its page. */
export function OwnApplications({
  applications,
}: {
  applications: {
    code: string
    key: string
    state: 'draft' | 'submitted' | 'withdrawn'
    title: string
    titleLanguage: string
  }[]
}) {
  const { t, path, language } = usePage()
  return (
    <ul role="list">
      {applications.map(({ code, key, state, title, titleLanguage }) => (
        <li key={code}>
          <a href={path(`/applications/${code}?${new URLSearchParams({ key })}`)}>
            <bdi {...foreign(titleLanguage, language)}>{title}</bdi>
          </a>{' '}
          <small>
            {t(`application.me.state.${state}`)} · <bdi dir="ltr">{code}</bdi>
          </small>
        </li>
      ))}
    </ul>
  )
}
