import type { TagKind } from '#app/ui/tag.tsx'
import type { ListedProof } from '#app/registrations/proofs/queries.server.ts'

export const PROOF_TAGS: Record<ListedProof['state'], TagKind> = { waiting: 'wait', verified: 'ok', refused: 'bad' }
