package mo.farol.api.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next null on the last page */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OperatorActPage(
        List<OperatorActShown> acts, @Nullable String next) {}
