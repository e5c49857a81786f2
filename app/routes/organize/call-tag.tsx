import type { CallHead } from '#app/applications/calls/call.ts'
import { callWindow, type CallWindow } from '#app/applications/calls/call-window.ts'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

const SHAPES: Record<CallWindow, TagKind | undefined> = {
  draft: undefined,
  'not-open': 'wait',
  open: 'ok',
  grace: 'ok',
  closed: 'off',
  cancelled: 'bad',
}

/** Whether a call takes applications, as a word. */
export function CallTag({ call }: { call: Pick<CallHead, 'status' | 'opensAt' | 'closesAt' | 'graceMinutes'> }) {
  const { t, now } = usePage()
  const window = callWindow(call, now)
  return <Tag is={SHAPES[window]}>{t(`call.windows.${window}`)}</Tag>
}
