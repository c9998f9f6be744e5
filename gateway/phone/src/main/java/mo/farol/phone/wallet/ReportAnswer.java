package mo.farol.phone.wallet;

import java.util.UUID;

/** @param first false: it was reported already, and the earlier report stands */
public record ReportAnswer(UUID report, boolean first) {}
