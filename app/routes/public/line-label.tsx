import { usePage } from '#app/ui/use-page.ts'

/** What a line of an order is for: a ticket by its name, with the word for it where it lowers the price. */
export function LineLabel({ line: { kind, description } }: { line: { kind: string; description: string } }) {
  const { t } = usePage()
  const word = kind === 'voucher' || kind === 'bundle' || kind === 'group' ? `${t(`register.lines.${kind}`)} ` : ''
  return (
    <>
      {word}
      <bdi>{description}</bdi>
      {kind === 'cancellation' && ` · ${t('order.states.cancelled')}`}
    </>
  )
}
