import { useOutletContext } from '@remix-run/react'
import type { useDesk } from './desk.ts'
import type { CallHead } from '#app/applications/calls/call.ts'

/** The call whose page this is, and the event on whose desk it lies. */
export function useCall() {
  return useOutletContext<ReturnType<typeof useDesk> & { call: CallHead }>()
}
