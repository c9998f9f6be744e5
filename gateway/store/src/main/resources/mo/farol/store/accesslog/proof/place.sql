-- An entry's place, and the newest checkpoint.
SELECT (SELECT index FROM log_leaf WHERE id = $1 AND kind = $2) AS index, checkpoint, checkpoint_size FROM log_tree
