// The playground.
import { opened } from '../../../../door/domain.ts'
import { Playground } from '../../../../features/playground/playground.tsx'

export default async function PlaygroundPage() {
  const { publicUrl } = await opened()
  return <Playground origin={publicUrl} />
}
