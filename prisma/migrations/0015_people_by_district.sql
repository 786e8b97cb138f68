-- A district's people are counted while somebody writes to them, so they must be found without reading everybody.

CREATE INDEX "Person_areaDistrict_idx" ON "Person"("areaDistrict");
