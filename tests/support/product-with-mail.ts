import { startProduct, type Product } from './product.ts'
import { startSmtpSink, type SmtpSink } from './smtp-sink.ts'

export type ProductWithMail = { product: Product; sink: SmtpSink; stop: () => Promise<void> }

/** The product with a real mail server, and limits that many bookings from one address don't meet. */
export async function startProductWithMail(settings: Record<string, string> = {}): Promise<ProductWithMail> {
  const sink = await startSmtpSink()
  const product = await startProduct({ SMTP_URL: sink.url, BOOKING_LIMIT_PER_HOUR: '10000', ...settings })
  const stop = async () => {
    await product.stop()
    await sink.stop()
  }
  return { product, sink, stop }
}
