import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { clockText } from '#app/kernel/time.ts'
import type { Checked, MailSetUp } from '#app/platform/dns/records.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { TestMailOutcome } from '../../mail/test-mail.ts'
import { RecordCard } from './record-card.tsx'

export type MailSetUpViewProps = {
  locale: Locale
  timeZone: string
  /** The consultant's own address. */
  email: string
  /** Null while mails are not signed. */
  setUp: MailSetUp | null
  checked: { at: number; records: Checked[] } | null
  tested: TestMailOutcome | null
  /** Which of the two was asked for too often, and when it may be again. */
  refused: { intent: 'check' | 'test'; minutes: number } | null
}

/** What DNS should say for the domain that sends, what it says, and a mail to try the way with. */
export function MailSetUpView(props: MailSetUpViewProps) {
  const { locale, setUp, checked, refused } = props
  const { delivery: texts } = messages(locale)
  return (
    <div className="desk">
      <header className="desk-head">
        <h1>{texts.title}</h1>
        {setUp && <p className="lede">{fill(texts.lede, { domain: setUp.domain })}</p>}
        {setUp && <Sender setUp={setUp} locale={locale} />}
      </header>
      {!setUp && <Notice tone="caution" title={texts.unsignedTitle}><p>{texts.unsignedText}</p></Notice>}
      {setUp?.domain.endsWith('.example') && <Notice tone="caution" title={texts.exampleTitle}><p>{texts.exampleText}</p></Notice>}
      {setUp && (
        <form method="post" className="mail-check">
          {checked && <CheckedWord {...props} checked={checked} />}
          {refused?.intent === 'check' && <Notice tone="danger" isNews><p>{fill(texts.tooMany, { minutes: refused.minutes })}</p></Notice>}
          <Button name="intent" value="check">{texts.check}</Button>
          <p className="soft small">{texts.checkHint}</p>
        </form>
      )}
      {setUp?.records.map((record, position) => (
        <RecordCard key={record.kind} record={record} checked={checked?.records[position] ?? null} setUp={setUp} locale={locale} />
      ))}
      <TestMail {...props} />
    </div>
  )
}

function Sender({ setUp: { address, smtpHost }, locale }: { setUp: MailSetUp; locale: Locale }) {
  const { delivery: texts } = messages(locale)
  return <p className="soft">{smtpHost === null ? fill(texts.kept, { address }) : fill(texts.through, { address, host: smtpHost })}</p>
}

function CheckedWord({ checked, locale, timeZone }: MailSetUpViewProps & { checked: NonNullable<MailSetUpViewProps['checked']> }) {
  const right = checked.records.filter(({ finding }) => finding.state === 'right').length
  const all = checked.records.length
  const said = fill(messages(locale).delivery.checked, { clock: clockText(checked.at, timeZone, locale), right, all })
  return <Notice isNews tone={right === all ? undefined : 'caution'}><p>{said}</p></Notice>
}

function TestMail({ locale, email, tested, refused }: MailSetUpViewProps) {
  const { delivery: { test, faults } } = messages(locale)
  return (
    <section className="mail-test" aria-labelledby="test-mail">
      <h2 id="test-mail">{test.title}</h2>
      <p>{fill(test.text, { email })}</p>
      {tested && (
        <Notice isNews tone={tested.outcome === 'refused' ? 'danger' : undefined}>
          <p>{fill(test[tested.outcome], { email })}</p>
          {tested.outcome === 'refused' && <p>{faults[tested.fault]}</p>}
          {tested.outcome === 'refused' && <p className="small said">{tested.said}</p>}
        </Notice>
      )}
      {refused?.intent === 'test' && <Notice tone="danger" isNews><p>{fill(test.tooMany, { minutes: refused.minutes })}</p></Notice>}
      <form method="post"><Button name="intent" value="test" tone="quiet">{test.submit}</Button></form>
    </section>
  )
}
