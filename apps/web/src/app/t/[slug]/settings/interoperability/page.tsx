// Interoperability: learning platforms by LTI 1.3, and xAPI out.
import { InteropPage } from '../../../../../features/interop/interop-page.tsx'

export default function InteroperabilityPage() {
  return <InteropPage />
}
