-- Cuts with everything that their canonical bytes are made of.
SELECT c.id, c.at, c.epoch, c.size, c.root, c.witnessed_size, c.witnessed_root, c.salt, c.xact::text AS xact
FROM log_cut c
WHERE c.id = ANY ($1::uuid[])
