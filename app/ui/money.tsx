import { formatMoney, type Money } from '#app/values/money.ts'
import { usePage } from './use-page.ts'

/** An amount of money; `isFull` where amounts stand under one another: `US$110.00` over `US$6.58`. */
export function Price({ money, isFull = false }: { money: Money; isFull?: boolean }) {
  const { language } = usePage()
  return <bdi>{formatMoney(money, language, isFull)}</bdi>
}
