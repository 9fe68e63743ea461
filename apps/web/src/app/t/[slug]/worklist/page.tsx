// Referred runs that wait for a person.
import { Worklist } from '../../../../features/decision/worklist.tsx'

export default function WorklistPage() {
  return <Worklist />
}
