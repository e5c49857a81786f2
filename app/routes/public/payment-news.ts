/** Why the payment page could not be opened; whatever else stands in the address is not shown. */
const PAYMENT_NEWS =
  /^(order-closed|payment-unavailable|payment-processing|payment-checking|payment-method|payment-currency|amount-too-small|busy)$/

export function isPaymentNews(code: string | null): code is string {
  return code !== null && PAYMENT_NEWS.test(code)
}
