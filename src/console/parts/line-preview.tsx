import { type preview as drawPreview, preview } from '../../line/preview';
import { useFrame } from '../frame';
import { wording } from '../wording';

/**
 * Messages as they will stand in LINE, drawn by the very parts that draw them in the emulator. On a page their rules
 * carry its nonce; in a fragment, which has none, the island takes them from a hidden text.
 */
export const LinePreview = ({ messages }: { readonly messages: Parameters<typeof drawPreview>[0] }) => {
  const { nonce } = useFrame();
  const { body, css } = preview(messages);
  return (
    <section class="line-preview" aria-label={wording.previewLabel}>
      {nonce === '' ? (
        <pre hidden data-css>
          {css}
        </pre>
      ) : (
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: css }} />
      )}
      {body}
    </section>
  );
};
