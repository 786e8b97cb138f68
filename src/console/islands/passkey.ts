/**
 * Runs in the browser. Lets the device make or prove a passkey and sends its answer as an ordinary form, which is
 * shown only where the browser can do it.
 */
export const passkey = (): void => {
  const able =
    'PublicKeyCredential' in window &&
    typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function' &&
    typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function';
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    if (!able) continue;
    form.hidden = false;
    form.addEventListener('submit', async (event) => {
      const response = form.querySelector<HTMLInputElement>('input[name=response]');
      if (response?.value !== '') return;
      event.preventDefault();
      const say = form.querySelector<HTMLElement>('[data-say]');
      if (say) say.hidden = true;
      try {
        const fields = new URLSearchParams();
        for (const [name, value] of new FormData(form)) {
          if (typeof value === 'string') fields.append(name, value);
        }
        const asked = await fetch(form.dataset.options ?? '', { method: 'POST', body: fields });
        if (!asked.ok) throw new Error(String(asked.status));
        const publicKey = await asked.json();
        const credential =
          form.dataset.passkey === 'create'
            ? await navigator.credentials.create({
                publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey),
              })
            : await navigator.credentials.get({
                publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey),
              });
        if (!(credential instanceof PublicKeyCredential)) throw new Error('none');
        response.value = JSON.stringify(credential.toJSON());
        form.submit();
      } catch {
        // She closed the device's question, or there is no passkey for this site: say so and let her choose again.
        if (say) say.hidden = false;
      }
    });
  }
};
