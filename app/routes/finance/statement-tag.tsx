import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

const STATEMENTS = { mapping: 'wait', waiting: 'wait', importing: 'wait', done: 'ok', failed: 'bad' } as const

const LINES: Record<string, TagKind> = {
  unmatched: 'wait',
  'part-matched': 'wait',
  matched: 'ok',
  'set-aside': 'off',
  'sent-back': 'off',
  outgoing: 'off',
}

export function StatementTag({ state }: { state: keyof typeof STATEMENTS }) {
  const { t } = usePage()
  return <Tag is={STATEMENTS[state]}>{t(`finance.statement.state.${state}`)}</Tag>
}

export function LineTag({ state }: { state: string }) {
  const { t } = usePage()
  return <Tag is={LINES[state]}>{t(`finance.line.state.${state as 'matched'}`)}</Tag>
}
