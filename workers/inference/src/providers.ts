// Which execution provider really loads. onnxruntime never falls back by itself, so each is tried with a real session and a real run.
import { graphModel, node, valueInfo } from '@guildhall/learn/onnx'
import type { Device } from './env.ts'
import type { Provider } from './session-messages.ts'
import { openSessionPool } from './session-pool.ts'

export type Probe = { name: Provider; ok: boolean; reason: string }

/** Tries these providers one by one, each in a thread of its own. */
export async function probeProviders(names: readonly Provider[]): Promise<Probe[]> {
  const probes: Probe[] = []
  for (const name of names) probes.push(await probe(name))
  return probes
}

/** Throws when a device was named and did not load: a GPU that is silently not used is the failure nobody notices. */
export async function chooseProvider(device: Device): Promise<Provider> {
  const wanted: Provider[] = device === 'auto' ? ['cuda', 'cpu'] : [device]
  const probes: Probe[] = []
  for (const name of wanted) {
    const result = await probe(name)
    if (result.ok) return name
    probes.push(result)
  }
  const reasons = probes.map((one) => `${one.name}: ${one.reason}`).join('; ')
  throw new Error(
    `GUILDHALL_DEVICE=${device} did not load (${reasons}). Cure: install what is missing, or set GUILDHALL_DEVICE=auto`,
  )
}

async function probe(name: Provider): Promise<Probe> {
  const pool = openSessionPool({ provider: name, threads: 1, onDeath: () => undefined })
  try {
    const bytes = probeModel()
    const inputs = { x: { data: Float32Array.of(1, 2), dims: [1, 2] } }
    const { y } = await pool.infer({ sha256: 'probe', bytes: async () => bytes }, inputs)
    if (y?.data[0] !== 2 || y.data[1] !== 4) return { name, ok: false, reason: 'loads, but computes something else' }
    return { name, ok: true, reason: 'loads and computes' }
  } catch (error) {
    return { name, ok: false, reason: error instanceof Error ? error.message.slice(0, 300) : String(error) }
  } finally {
    await pool.close()
  }
}

/** y = x + x: the smallest graph that shows that a provider computes. */
function probeModel(): Uint8Array {
  return graphModel({
    name: 'probe',
    constants: [],
    nodes: [node({ op: 'Add', inputs: ['x', 'x'], outputs: ['y'] })],
    inputs: [valueInfo('x', ['batch', 2])],
    outputs: [valueInfo('y', ['batch', 2])],
  })
}
