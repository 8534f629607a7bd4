/** Commands ("met", "admin reindex", "Check quotes") and options ("person") as Discord lists them in one language. */
export interface DeclaredCatalogue {
  readonly commands: Readonly<Record<string, DeclaredWords>>;
  readonly options: Readonly<Record<string, DeclaredWords>>;
}

interface DeclaredWords {
  readonly name: string;
  readonly description: string;
}
