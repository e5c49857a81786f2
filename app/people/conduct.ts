/** The version of the code of conduct at /about/conduct: the day it took effect. A consent names the one it was given to. */
export const CONDUCT_VERSION = '2026-11-21'
