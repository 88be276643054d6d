import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { zoneFileText, type Checked, type Finding, type MailSetUp, type WantedRecord } from '#app/platform/dns/records.ts'
import { Field, TextArea } from '#app/ui/field.tsx'

type RecordCardProps = { record: WantedRecord; checked: Checked | null; setUp: MailSetUp; locale: Locale }

/** A name server takes longer values only in pieces. */
const ONE_STRING = 255

/** One record: what it is for, what to set, and what was found. */
export function RecordCard({ record, checked, setUp, locale }: RecordCardProps) {
  const { delivery: texts } = messages(locale)
  const { kind, type, value } = record
  return (
    <section className="mail-record" aria-labelledby={kind} data-state={checked?.finding.state}>
      <h2 id={kind}>{texts.records[kind].title}</h2>
      {checked && <Found record={record} checked={checked} locale={locale} />}
      <p>{texts.records[kind].text}</p>
      <p>{texts.type}: <strong>{type}</strong></p>
      <NameField record={record} domain={setUp.domain} locale={locale} />
      {value === null && <p className="soft">{withoutValue(record, setUp, locale)}</p>}
      {value !== null && <TextArea id={`${kind}-value`} label={texts.value} hint={guessOf(record, setUp, locale)} defaultValue={value} readOnly rows={1} />}
      {value !== null && value.length > ONE_STRING && (
        <details>
          <summary>{texts.zoneFile}</summary>
          <TextArea id={`${kind}-zone`} label={texts.zoneFile} defaultValue={zoneFileText(value)} readOnly rows={1} />
        </details>
      )}
    </section>
  )
}

function NameField({ record: { kind, name }, domain, locale }: { record: WantedRecord; domain: string; locale: Locale }) {
  const { delivery: texts } = messages(locale)
  const part = name.slice(0, -domain.length - 1)
  return <Field id={`${kind}-name`} label={texts.name} hint={part ? fill(texts.nameHint, { part }) : texts.nameHintRoot} value={name} readOnly />
}

function Found({ record, checked: { finding, elsewhere }, locale }: { record: WantedRecord; checked: Checked; locale: Locale }) {
  const { delivery: texts } = messages(locale)
  const isAbove = record.kind === 'dmarc' && finding.state === 'right'
  return (
    <div className="mail-found">
      <p className="mail-state">{texts.states[finding.state]}</p>
      <p>{adviceOn(finding, locale)}</p>
      {elsewhere && <p>{fill(isAbove ? texts.elsewhere.dmarc : texts.elsewhere.other, { name: elsewhere })}</p>}
      {'found' in finding && finding.found.length > 0 && (
        <details open={finding.state !== 'right'}>
          <summary>{texts.found}</summary>
          <ul>{finding.found.map((value) => <li key={value}><code>{value}</code></li>)}</ul>
        </details>
      )}
    </div>
  )
}

function adviceOn(finding: Finding, locale: Locale): string | null {
  const { delivery: texts } = messages(locale)
  if (finding.state === 'right') return null
  if (finding.state === 'differs') return texts.why[finding.why]
  if (finding.state === 'undecided') return texts.undecided
  return finding.state === 'unasked' ? texts.unasked[finding.reason] : texts.missing
}

function withoutValue({ kind }: WantedRecord, { smtpHost }: MailSetUp, locale: Locale): string {
  const { delivery: texts } = messages(locale)
  if (kind === 'mx') return texts.valueOfProvider
  return smtpHost === null ? texts.senderNone : fill(texts.senderInward, { host: smtpHost })
}

/** Where only the host that mails are handed to is known, it is a guess that the same one sends them on. */
function guessOf({ kind, value }: WantedRecord, { smtpHost }: MailSetUp, locale: Locale): string | undefined {
  if (kind !== 'spf' || smtpHost === null || value?.includes('include:')) return undefined
  return fill(messages(locale).delivery.senderGuess, { host: smtpHost })
}
