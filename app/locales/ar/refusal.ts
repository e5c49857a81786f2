export const refusal = {
  busy: 'We are busy right now and could not save this. Nothing is lost: everything you typed is still here. Please send it again.',
} as const
