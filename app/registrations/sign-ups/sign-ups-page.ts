/** How many rows a page of those who signed up has. */
export const SIGN_UPS_PAGE = 50
