export const COURSE_ORGANIZER = 'organizer@plenary.example'

/** Teaches the whole course and leads the first track. */
export const COURSE_INSTRUCTOR = 'instructor@plenary.example'
