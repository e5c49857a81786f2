/** What the run's globalSetup tells the test files. */
export type TestDatabases =
  | { dialect: 'sqlite'; folder: string; template: string }
  | { dialect: 'mysql'; server: string }

declare module 'vitest' {
  interface ProvidedContext {
    testDatabases: TestDatabases
  }
}
