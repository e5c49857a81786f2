import { usePage } from '#app/ui/use-page.ts'

/** One place up or down in its list: two forms of their own. `address` has the language in front. */
export function MoveButtons({
  address,
  name,
  isFirst,
  isLast,
}: {
  address: string
  name: string
  isFirst: boolean
  isLast: boolean
}) {
  const { t } = usePage()
  const ways = [
    { to: 'up', label: t('session.rooms.up'), isEnd: isFirst },
    { to: 'down', label: t('session.rooms.down'), isEnd: isLast },
  ]
  return ways
    .filter(({ isEnd }) => !isEnd)
    .map(({ to, label }) => (
      <form key={to} method="post" action={`${address}/${to}`}>
        <button className="plain">
          {label}
          <span className="vh"> {name}</span>
        </button>
      </form>
    ))
}
