import type { RowState, RunState } from '#app/participants/runs/run-kinds.ts'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

const TAGS: Record<RunState, TagKind> = {
  preview: 'wait',
  waiting: 'wait',
  running: 'wait',
  stopped: 'bad',
  done: 'ok',
  undoing: 'wait',
  undone: 'off',
  discarded: 'off',
}

export function RunTag({ state }: { state: RunState }) {
  const { t } = usePage()
  return <Tag is={TAGS[state]}>{t(`run.states.${state}`)}</Tag>
}

export const ROW_TAGS: Record<RowState, TagKind> = {
  waiting: 'wait',
  same: 'off',
  done: 'ok',
  refused: 'bad',
  undone: 'off',
}
