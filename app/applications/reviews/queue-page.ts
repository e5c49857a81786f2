/** How many rows a page of a reviewer's queue has. */
export const QUEUE_PAGE = 100
/** How many reviewers, and how many of what they passed on, a page of organizers shows. */
export const REVIEWERS_PAGE = 50
export const PASSED_PAGE = 25
