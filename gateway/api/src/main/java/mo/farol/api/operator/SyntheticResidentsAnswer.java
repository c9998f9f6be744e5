package mo.farol.api.operator;

import java.util.List;
import java.util.UUID;

/** In the order given. */
public record SyntheticResidentsAnswer(List<UUID> eIds) {}
