package mo.farol.api.resident;

import java.util.List;
import mo.farol.api.eid.ShownEid;

/** One's own e-ID first, then those of one's wards. */
public record EidList(List<ShownEid> eIds) {}
