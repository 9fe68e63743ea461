// Get started.
import { findTask } from '@guildhall/verticals/registry'
import { opened } from '../../../../door/domain.ts'
import { Start } from '../../../../features/start/start.tsx'

export default async function StartPage() {
  const { publicUrl } = await opened()
  return <Start origin={publicUrl} input={findTask('finance', 'risk_note')?.samples[0]?.input ?? {}} />
}
