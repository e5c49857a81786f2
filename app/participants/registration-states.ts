/** Every state of a registration, in the order of its life. */
export const REGISTRATION_STATES = ['held', 'confirmed', 'cancelled', 'transferred', 'lapsed'] as const
