import type { messagingApi } from '@line/bot-sdk';
import { ofEveryMessage } from './quick-reply';
import type { Check } from './report';
import { byType, countFrom, fieldsOf, listOf, may, must, numberIn, UNSPECIFIED, words } from './shape';
import { limits } from './table';
import { openable, secureUrl } from './uri';

const area = fieldsOf<messagingApi.ImagemapArea>({
  x: must(countFrom(0), UNSPECIFIED),
  y: must(countFrom(0), UNSPECIFIED),
  width: must(countFrom(1), UNSPECIFIED),
  height: must(countFrom(1), UNSPECIFIED),
});

const ofEveryAction = {
  area: must(area, UNSPECIFIED),
  label: may(words(limits.imagemapLabel)),
};

const action = byType<messagingApi.ImagemapAction['type']>({
  uri: fieldsOf<messagingApi.URIImagemapAction>({
    ...ofEveryAction,
    linkUri: must(openable(limits.imagemapUri)),
  }),
  message: fieldsOf<messagingApi.MessageImagemapAction>({
    ...ofEveryAction,
    text: must(words(limits.imagemapText)),
  }),
  clipboard: fieldsOf<messagingApi.ClipboardImagemapAction>({
    ...ofEveryAction,
    clipboardText: must(words(limits.imagemapClipboardText)),
  }),
});

const video = fieldsOf<messagingApi.ImagemapVideo>({
  originalContentUrl: must(secureUrl(limits.mediaUrl)),
  previewImageUrl: must(secureUrl(limits.mediaUrl)),
  area: must(area, UNSPECIFIED),
  externalLink: may(
    fieldsOf<messagingApi.ImagemapExternalLink>({
      linkUri: must(openable(limits.imagemapUri)),
      label: must(words(limits.imagemapLinkLabel)),
    }),
  ),
});

/** A picture with areas to tap. */
export const imagemapMessage: Check = fieldsOf<messagingApi.ImagemapMessage>({
  ...ofEveryMessage,
  baseUrl: must(secureUrl(limits.imagemapBaseUrl)),
  altText: must(words(limits.altText)),
  baseSize: must(
    fieldsOf<messagingApi.ImagemapBaseSize>({
      width: must(numberIn(limits.imagemapWidth), UNSPECIFIED),
      height: must(countFrom(1), UNSPECIFIED),
    }),
    UNSPECIFIED,
  ),
  actions: must(listOf(limits.imagemapActions, action), UNSPECIFIED),
  video: may(video),
});
