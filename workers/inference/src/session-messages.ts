// What goes between the main thread and a session thread. The main thread keeps answering; run() and create() block only the thread.
import type { Tensors } from '@guildhall/verticals/kit/vertical'

export type Provider = 'cuda' | 'webgpu' | 'cpu'

export type ToThread =
  /** A model's bytes, or the path of a file that sessions share. */
  | { kind: 'load'; id: number; sha256: string; model: Uint8Array | string; provider: Provider }
  | { kind: 'run'; id: number; sha256: string; inputs: Tensors }

export type FromThread = { id: number; ok: true; outputs?: Tensors } | { id: number; ok: false; message: string }
