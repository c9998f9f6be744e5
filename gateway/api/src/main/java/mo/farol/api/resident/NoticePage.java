package mo.farol.api.resident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Newest first. @param next what the next page begins after, absent on the last */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticePage(List<Notice> notices, @Nullable UUID next) {}
