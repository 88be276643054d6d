import { Select, type SelectOption } from '#app/ui/field.tsx'
import { usePanel } from '../panel-context.ts'

type PlaceChoiceProps = { id: string; label: string; chosen: string | null; more?: SelectOption[]; onChoose: (itemId: string) => void }

/** Which point something belongs to, or ('') the whole meeting, or one of some more places. */
export function PlaceChoice({ id, label, chosen, more = [], onChoose }: PlaceChoiceProps) {
  const { agenda, texts, idOf } = usePanel()
  const items = agenda.items.map((item, index) => ({ value: item.id, label: `${index + 1}. ${item.title}` }))
  const options = [{ value: '', label: texts.entry.wholeMeeting }, ...items, ...more]
  return <Select id={idOf(id)} label={label} value={chosen ?? ''} options={options} onChange={({ target }) => onChoose(target.value)} />
}
