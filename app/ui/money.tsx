import { formatMoney, type Money } from '#app/values/money.ts'
import { usePage } from './use-page.ts'

export function Price({ money }: { money: Money }) {
  const { language } = usePage()
  return <bdi>{formatMoney(money, language)}</bdi>
}
