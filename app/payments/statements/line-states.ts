/** The states of a line, what needs a person first. */
export const LINE_STATES = ['unmatched', 'part-matched', 'matched', 'set-aside', 'sent-back', 'outgoing'] as const
