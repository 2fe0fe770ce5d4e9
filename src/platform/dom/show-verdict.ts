/** Shows the verdict of this kind, fills its slots with words by name, and moves the focus to it. */
export function showVerdict(
  tool: HTMLElement,
  kind: string,
  words: Readonly<Record<string, string>> = {},
): void {
  for (const part of tool.querySelectorAll<HTMLElement>('[data-verdict]'))
    part.hidden = part.dataset['verdict'] !== kind;
  for (const slot of tool.querySelectorAll<HTMLElement>('[data-slot]'))
    slot.textContent = words[slot.dataset['slot'] ?? ''] ?? '';
  tool.querySelector<HTMLElement>('[role="status"]')?.focus();
}

/** Shows the part that needs script, and checks each file that is chosen in it; one that cannot be read is checked as empty. */
export function checkChosenFile(tool: HTMLElement, check: (text: string) => Promise<void>): void {
  tool.querySelector('[data-tool]')?.removeAttribute('hidden');
  const file = tool.querySelector<HTMLInputElement>('input[type="file"]');
  file?.addEventListener('change', async () => {
    const chosen = file.files?.item(0);
    if (chosen) await check(await chosen.text().catch(() => ''));
  });
}
