import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FileList } from '../prepare/file-list.tsx'
import type { GuestPrepare } from './booked-state.ts'

/** What is to be looked at in the meeting: to be read by those of the meeting, and added to before it. */
export function BookedFiles({ booked: { locale, seatId, agenda, files, fileFault, isChangeable } }: { booked: GuestPrepare }) {
  const { files: texts } = messages(locale).prepare
  if (!agenda || (!isChangeable && files.length === 0)) return null
  const action = paths.bookingFiles(seatId)
  return (
    <section className="booked-part" id="files">
      <h2>{texts.title}</h2>
      {isChangeable && <p className="soft">{texts.text}</p>}
      {files.length > 0 && (
        <FileList files={files} locale={locale} hrefOf={(id) => paths.bookingFile(seatId, id)} fileEnd={(file) => (
          isChangeable && file.addedBy?.seatId === seatId && (
            <form method="post" action={action}>
              <input type="hidden" name="file" value={file.id} />
              <Button tone="plain" name="intent" value="remove-file" aria-label={fill(texts.removeThis, { name: file.name })}>{texts.remove}</Button>
            </form>
          )
        )} />
      )}
      {isChangeable && (
        <form method="post" action={action} encType="multipart/form-data" className="add-file" noValidate>
          <Field id="file" name="file" type="file" label={texts.field} hint={texts.hint} error={fileFault ? texts.faults[fileFault] : undefined} />
          <Button tone="quiet" name="intent" value="add-file">{texts.add}</Button>
        </form>
      )}
    </section>
  )
}
