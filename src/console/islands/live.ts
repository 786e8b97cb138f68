/**
 * Runs in the browser. Keeps parts of a page up to date: `data-live` asks again whenever the form around it changes,
 * `data-poll` asks every so many seconds, `data-until` counts down to a moment. Without it a button does the same.
 */
export const live = (): void => {
  // What was done is said once: a page that is opened anew must not say it again.
  const here = new URL(location.href);
  if (here.searchParams.has('done')) {
    here.searchParams.delete('done');
    history.replaceState(null, '', here);
  }
  // Rules of drawings come along as hidden text, because a page that forbids inline styles applies no others.
  const worn = new Set<string>();
  const show = async (box: HTMLElement, answer: Response): Promise<void> => {
    if (!answer.ok || answer.redirected) return;
    box.innerHTML = await answer.text();
    for (const { textContent } of box.querySelectorAll('[data-css]')) {
      if (textContent === null || worn.has(textContent)) continue;
      worn.add(textContent);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(textContent);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }
  };

  for (const box of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const form = box.closest('form') ?? document.querySelector<HTMLFormElement>(`#${box.dataset.form ?? ''}`);
    if (!form) continue;
    let waiting = 0;
    let newest = 0;
    const ask = async (): Promise<void> => {
      newest += 1;
      const mine = newest;
      const fields = new URLSearchParams();
      for (const [name, value] of new FormData(form)) {
        if (typeof value === 'string') fields.append(name, value);
      }
      const answer = await fetch(box.dataset.live ?? '', { method: 'POST', body: fields });
      // An answer that was overtaken by a later one must not be shown.
      if (mine === newest) await show(box, answer);
    };
    form.addEventListener('input', () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => void ask(), 250);
    });
  }

  for (const box of document.querySelectorAll<HTMLElement>('[data-poll]')) {
    const seconds = Number(box.dataset.every ?? '3');
    const timer = window.setInterval(() => {
      if (box.querySelector('[data-ended]')) window.clearInterval(timer);
      else void fetch(box.dataset.poll ?? '').then((answer) => show(box, answer));
    }, seconds * 1000);
  }

  const countDown = (): void => {
    for (const box of document.querySelectorAll<HTMLElement>('[data-until]')) {
      const left = Math.max(0, Math.ceil((Number(box.dataset.until) - Date.now()) / 1000));
      box.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    }
  };
  if (document.querySelector('[data-until], [data-poll]')) {
    countDown();
    window.setInterval(countDown, 1000);
  }
};
