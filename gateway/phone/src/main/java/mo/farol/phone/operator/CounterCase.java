package mo.farol.phone.operator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/** A binding that waits for a second officer. */
public record CounterCase(@JsonProperty("case") UUID id, String expires) {}
