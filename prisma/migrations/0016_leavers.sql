-- Who blocked us is found by when she did, so that one question a minute takes her out of every notice under way.

CREATE INDEX "Person_leftAt_idx" ON "Person"("leftAt");
