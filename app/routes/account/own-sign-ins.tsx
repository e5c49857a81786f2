import { Moment } from '#app/ui/moment.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

interface SignIn {
  id: string
  userAgent: string | null
  createdAt: string
  lastSeenAt: string
}

/** Browsers that are signed in, and the way out of one or all. */
export function OwnSignIns({ signIns, presentId }: { signIns: SignIn[]; presentId: string }) {
  const { t, path } = usePage()
  return (
    <>
      <p>{t('account.signIns.lead')}</p>
      <ScrollTable labelledBy="sign-ins">
        <thead>
          <tr>
            <th scope="col">{t('account.signIns.browser')}</th>
            <th scope="col">{t('account.signIns.seen')}</th>
            <th scope="col" className="more">
              {t('account.signIns.since')}
            </th>
          </tr>
        </thead>
        <tbody>
          {signIns.map(({ id, userAgent, createdAt, lastSeenAt }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{userAgent ?? t('account.signIns.unknown')}</bdi>{' '}
                {id === presentId && <Tag is="ok">{t('account.signIns.here')}</Tag>}
              </th>
              <td>
                <Moment at={lastSeenAt} zone="UTC" />
              </td>
              <td className="more">
                <Moment at={createdAt} zone="UTC" />
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <form method="post" action={path('/signout')} className="row">
        <button>{t('account.signIns.out')}</button>
        <button className="plain" formAction={path('/signout/everywhere')}>
          {t('account.signIns.everywhere')}
        </button>
      </form>
    </>
  )
}
