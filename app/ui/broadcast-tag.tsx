import type { BroadcastState } from '#app/broadcasts/move-broadcast.server.ts'
import { Tag, type TagKind } from './tag.tsx'
import { usePage } from './use-page.ts'

const TAGS: Record<BroadcastState, TagKind | undefined> = {
  draft: undefined,
  scheduled: 'wait',
  sending: 'wait',
  paused: 'wait',
  done: 'ok',
  cancelled: 'off',
}

export function BroadcastTag({ state }: { state: BroadcastState }) {
  const { t } = usePage()
  return <Tag is={TAGS[state]}>{t(`broadcast.states.${state}`)}</Tag>
}
