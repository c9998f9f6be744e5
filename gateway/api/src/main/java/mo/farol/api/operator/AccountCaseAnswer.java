package mo.farol.api.operator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/** @param expires RFC 3339 with offset +08:00: by then another officer has to approve */
public record AccountCaseAnswer(@JsonProperty("case") UUID accountCase, String expires) {}
