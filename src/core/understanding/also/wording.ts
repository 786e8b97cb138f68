/** Where one wish ends and the next begins, in the message as it was written. */
export const alsoPatterns = {
  joint:
    /(?:[。.!！?？\n]+(?:あと|それと|それから|ついでに|あとね|それに|もう一つ|もうひとつ)?、?|(?:、|と、?|のと|し、?|けど、?|が、?)?(?:あと|それと|それから|ついでに|もう一つ|もうひとつ|それに)、?)/u,
} as const;
