// What a process of ours needs beside its servers when a test or a bench starts it by itself.
export const ownSecrets = {
  AUTH_SECRET: 'for tests and benches only, nobody signs in',
  PUBLIC_URL: 'http://127.0.0.1',
}
