// What goes between the main thread and a session thread. The main thread keeps answering; run() and create() block only the thread.
import type { Tensors } from '@guildhall/verticals/kit/vertical'

export type Provider = 'cuda' | 'webgpu' | 'cpu'

export type ToThread =
  | { kind: 'load'; id: number; sha256: string; bytes: Uint8Array; provider: Provider }
  | { kind: 'run'; id: number; sha256: string; inputs: Tensors }

export type FromThread = { id: number; ok: true; outputs?: Tensors } | { id: number; ok: false; message: string }
