import { usePage } from '#app/ui/use-page.ts'

/** What a line of an order is for: a ticket by its name, what lowers the price with the word for it in front. */
export function LineLabel({ line: { kind, description } }: { line: { kind: string; description: string } }) {
  const { t } = usePage()
  const word = kind === 'voucher' || kind === 'bundle' || kind === 'group' ? `${t(`register.lines.${kind}`)} ` : ''
  return (
    <>
      {word}
      <bdi>{description}</bdi>
    </>
  )
}
