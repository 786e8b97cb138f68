let table: ReadonlyMap<string, readonly number[]> | undefined;

/** Signs that Shift_JIS has under a twin's name: wave dash, minus, dash, double bar, and the currency signs. */
const twins: Readonly<Record<string, string>> = {
  '\u301c': '\uff5e',
  '\u2212': '\uff0d',
  '\u2014': '\u2015',
  '\u2016': '\u2225',
  '\u00a5': '\uffe5',
  '\u00a2': '\uffe0',
  '\u00a3': '\uffe1',
};

/** The platform decodes Shift_JIS and cannot encode it; so each pair of bytes is decoded once and looked up backwards. */
const build = (): ReadonlyMap<string, readonly number[]> => {
  const decoder = new TextDecoder('shift_jis');
  const found = new Map<string, readonly number[]>();
  const note = (...bytes: readonly number[]): void => {
    const sign = decoder.decode(Uint8Array.from(bytes));
    if ([...sign].length === 1 && sign !== '\ufffd' && !found.has(sign)) found.set(sign, bytes);
  };
  for (let byte = 0; byte < 0x80; byte += 1) note(byte);
  for (let byte = 0xa1; byte <= 0xdf; byte += 1) note(byte);
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    if (lead >= 0xa0 && lead <= 0xdf) continue;
    for (let trail = 0x40; trail <= 0xfc; trail += 1) if (trail !== 0x7f) note(lead, trail);
  }
  return found;
};

/** A text as Shift_JIS, or the signs it has no code for: then nothing is written, rather than a question mark. */
export const encodeShiftJis = (
  text: string,
): { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly missing: readonly string[] } => {
  table ??= build();
  const bytes: number[] = [];
  const missing = new Set<string>();
  for (const sign of text) {
    const code = table.get(sign) ?? table.get(twins[sign] ?? '');
    if (code === undefined) missing.add(sign);
    else bytes.push(...code);
  }
  return missing.size > 0 ? { missing: [...missing] } : { bytes: Uint8Array.from(bytes) };
};
