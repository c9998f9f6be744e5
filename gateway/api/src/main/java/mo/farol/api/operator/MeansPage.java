package mo.farol.api.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By name. @param next what the next page begins after, absent on the last */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeansPage(List<Means> means, @Nullable String next) {}
