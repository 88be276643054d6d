import { Select } from '#app/ui/field.tsx'
import { usePanel } from '../panel-context.ts'

type PlaceChoiceProps = { id: string; label: string; chosen: string | null; onChoose: (itemId: string) => void }

/** Which point something belongs to, or ('') the whole meeting. */
export function PlaceChoice({ id, label, chosen, onChoose }: PlaceChoiceProps) {
  const { agenda, texts, idOf } = usePanel()
  const items = agenda.items.map((item, index) => ({ value: item.id, label: `${index + 1}. ${item.title}` }))
  const options = [{ value: '', label: texts.entry.wholeMeeting }, ...items]
  return <Select id={idOf(id)} label={label} value={chosen ?? ''} options={options} onChange={({ target }) => onChoose(target.value)} />
}
