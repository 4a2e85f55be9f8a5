interface Problem {
  readonly description: string;
  readonly path?: { readonly xpath?: string; readonly partUri?: string };
}

/** Microsoft's own Open XML SDK, as WebAssembly: what it finds wrong, Word may want to repair. */
export async function problems(bytes: Uint8Array): Promise<string[]> {
  const { default: validate } = (await import('@ooxml-tools/validate')) as unknown as {
    default: (bytes: Uint8Array, version: string) => Promise<readonly Problem[]>;
  };
  const found = await validate(bytes, 'Microsoft365');
  return found.map(({ description, path }) => `${path?.partUri} ${path?.xpath}: ${description}`);
}
